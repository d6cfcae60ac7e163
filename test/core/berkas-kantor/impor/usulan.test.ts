import { describe, expect, it } from "vitest";
import { type Dikenal, TAK_DIKENAL } from "../../../../src/core/berkas-kantor/impor/dikenal.ts";
import { petakDari, type SelDokumen } from "../../../../src/core/berkas-kantor/impor/dokumen.ts";
import { tebakAgregasi, tebakArah } from "../../../../src/core/berkas-kantor/impor/dugaan.ts";
import { type Usulan, usulkan } from "../../../../src/core/berkas-kantor/impor/impor.ts";
import { bacaTarget } from "../../../../src/core/berkas-kantor/impor/target.ts";
import { bidangUsul, judulBidang } from "../../../../src/core/berkas-kantor/impor/usulan.ts";

const JUDUL = [
  "Sasaran",
  "Indikator",
  "Satuan",
  "TW I",
  "TW II",
  "TW III",
  "TW IV",
  "Target",
  "PJ",
];

const selDari = (rows: readonly (readonly (string | number)[])[]): readonly SelDokumen[] =>
  rows.flatMap((row, baris) =>
    row.flatMap((teks, kolom) =>
      teks === "" ? [] : [{ baris, kolom, tinggi: 1, lebar: 1, teks: String(teks) }],
    ),
  );

const usul = (
  rows: readonly (readonly (string | number)[])[],
  { dikenal = TAK_DIKENAL, judul = JUDUL }: { dikenal?: Dikenal; judul?: readonly string[] } = {},
): Usulan =>
  usulkan(
    [{ tempat: "Lembar PK", judulList: ["TAHUN 2027"], selList: selDari([judul, ...rows]) }],
    {
      tahun: null,
      dikenal,
    },
  );

/** "1.1 Target setahun: what must be looked at". */
const catatanOf = ({ barisList }: Usulan): readonly string[] =>
  barisList.flatMap(({ sel }) =>
    bidangUsul.flatMap((bidang) => {
      const { catatan, asal } = sel[bidang];
      return catatan === null || asal === "dugaan"
        ? []
        : [`${String(sel.kode.nilai)} ${judulBidang(bidang)}: ${catatan}`];
    }),
  );

describe("what is guessed of an indikator", () => {
  it.each([
    ["Indeks Kepuasan Masyarakat", "nilai", [80, 82, 84, 85], 85, "naik", "posisi_akhir"],
    ["Jumlah kegiatan", "kegiatan", [3, 3, 3, 3], 12, "naik", "jumlah"],
    ["Jumlah BUM Desa dibina", "BUM Desa", [3, 6, 9, 12], 12, "naik", "kumulatif"],
    ["Jumlah desa tertib", "desa", [5, 5, 5, 5], 5, "naik", "posisi_akhir"],
    ["Persentase aduan ditindaklanjuti", "%", [100, 100, 100, 100], 100, "naik", "rasio"],
    ["Persentase SKP disampaikan", "%", [25, 50, 75, 100], 100, "naik", "posisi_akhir"],
    ["Persentase penyerapan", "%", [25, 25, 25, 25], 100, "naik", "jumlah"],
    ["Rata-rata waktu layanan", "menit", [20, 18, 16, 15], 15, "turun", "rata_rata"],
    ["Waktu penerbitan surat", "hari", [null, null, null, null], 2, "turun", "rata_rata"],
    ["Jumlah gangguan ketertiban", "kejadian", [3, 3, 3, 3], 12, "turun", "jumlah"],
    ["Persentase penurunan stunting", "%", [1, 2, 3, 4], 4, "naik", "posisi_akhir"],
    ["Angka kemiskinan", "%", [null, null, null, null], 9, "turun", "posisi_akhir"],
  ] as const)("%s in %s, %j to %d", (...[nama, satuan, triwulan, tahunan, ...wanted]) => {
    const ciri = { nama, satuan, triwulan, tahunan, berjalan: false, batas: null };
    expect([tebakArah(ciri).nilai, tebakAgregasi(ciri).nilai]).toEqual(wanted);
  });
});

describe("a target as documents write it", () => {
  it.each([
    ["85", "", 85, null],
    ["86,50", "nilai", 86.5, null],
    ["100 %", "", 100, "%"],
    ["2 hari", "", 2, "hari"],
    ["12 Dok", "", 12, "Dok"],
    ["7 pokmas", "", 7, "pokmas"],
    ["1.200 dokumen", "", 1200, "dokumen"],
    ["Rp 1.250.000", "", 1_250_000, "Rp"],
    ["≤ 3 hari", "hari", 3, "hari"],
    ["maks. 15 menit", "", 15, "menit"],
    ["B (68,50)", "nilai", 68.5, null],
    ["-", "", null, null],
    ["", "", null, null],
  ])("%j in %j", (teks, satuan, nilai, unit) => {
    const read = bacaTarget(teks, satuan);
    expect([read.nilai, read.satuan]).toEqual([nilai, unit]);
  });

  it.each([
    ["BB", "", "tertulis “BB”, bukan angka; tulis angkanya, misalnya 72,5"],
    ["1.500", "nilai", "“1.500” dapat berarti dua angka; tulis ulang"],
    ["nihil", "kejadian", "tertulis “nihil”; bila maksudnya 0, tulis 0"],
    ["B (68,50)", "nilai", "tertulis “B (68,50)”; yang diambil angkanya saja, periksa"],
  ])("%j is asked about", (teks, satuan, catatan) => {
    expect(bacaTarget(teks, satuan).catatan).toBe(catatan);
  });
});

describe("what does not go together", () => {
  it("is said at its cell", () => {
    const usulan = usul([
      ["A", "Indeks Kepuasan", "nilai", 80, 82, 81, 84, 85, "Kasi"],
      ["A", "Jumlah rapat", "kali", 3, 3, 3, 2, 12, "Kasi"],
      ["B", "Jumlah rapat", "kali", 1, 1, 1, 1, 4, "Kasi A; Kasi B"],
      ["B", "Persentase desa tertib", "%", "0,7", "0,8", "0,85", "0,9", "0,9", "Kasi"],
    ]);
    expect(catatanOf(usulan)).toEqual([
      "1.1 Target TW III: target turun dari 82 menjadi 81, padahal makin tinggi makin baik; periksa",
      "1.1 Target setahun: TW I–IV 80, 82, 81, 84 tidak menjadi target setahun 85 bila dibaca pada TW IV; periksa salah satunya",
      "1.2 Indikator: nama ini ada lebih dari satu kali; bedakan, atau hapus salah satunya",
      "1.2 Target setahun: TW I–IV 3, 3, 3, 2 tidak menjadi target setahun 12 bila dijumlahkan; periksa salah satunya",
      "2.1 Indikator: nama ini ada lebih dari satu kali; bedakan, atau hapus salah satunya",
      "2.1 Penanggung jawab: lebih dari satu; tulis satu jabatan yang mengisi angkanya",
      "2.2 Target setahun: satuannya persen dan targetnya 0,7; tulis 70 bila itu maksudnya",
    ]);
  });

  it("leaves empty what the document does not say, and says so", () => {
    const usulan = usul([["Indikator saja"]], { judul: ["Indikator", "Target"] });
    const [baris] = usulan.barisList;
    const empty = bidangUsul.filter((bidang) => baris?.sel[bidang].nilai === null);
    expect(empty).toEqual([
      "sasaran",
      "satuan",
      "penanggungJawab",
      "targetTriwulan.0",
      "targetTriwulan.1",
      "targetTriwulan.2",
      "targetTriwulan.3",
      "targetTahunan",
    ]);
    expect(catatanOf(usulan).map((one) => one.split(":")[0])).toEqual([
      "1.1 Sasaran",
      "1.1 Satuan",
      "1.1 Penanggung jawab",
      "1.1 Target TW I",
      "1.1 Target setahun",
    ]);
  });

  it("takes nothing for indikator in a table of means, of people, or without measures", () => {
    for (const judul of [
      ["No", "Program", "Anggaran", "Keterangan"],
      ["Nama", "Jabatan", "NIP"],
      ["Indikator", "Keterangan"],
      ["Indikator program", "Target", "Satuan"],
    ]) {
      const { barisList, tabelList } = usul([["1", "Isi", "2", "x"]], { judul });
      expect([barisList, tabelList]).toEqual([[], []]);
    }
  });
});

describe("beside what the office has already", () => {
  const dikenal: Dikenal = {
    orangList: [{ id: "pelayanan", nama: "Dewi", jabatan: "Kasi Pelayanan" }],
    indikatorList: [
      {
        nama: "Indeks kepuasan",
        tahun: 2026,
        kode: "2.1",
        sasaran: "Pelayanan",
        satuan: "poin",
        arah: "naik",
        agregasi: "rata_rata",
        penanggungJawab: "pelayanan",
      },
      { nama: "Jumlah rapat", tahun: 2027, kode: "1.1", sasaran: "Lain" },
    ],
  };

  it("an indikator of last year goes on as it was, and one of this year is not proposed again", () => {
    const usulan = usul(
      [
        ["Pelayanan", "Indeks Kepuasan", "", 80, 81, 82, 83, 83, ""],
        ["Lain", "Jumlah rapat", "kali", 1, 1, 1, 1, 4, ""],
        ["Lain", "Jumlah patroli", "kali", 1, 1, 1, 1, 4, "dewi"],
      ],
      { dikenal },
    );
    expect(usulan.adaList).toEqual(["Jumlah rapat"]);
    expect(
      usulan.barisList.map(({ sel }) => [
        sel.kode.nilai,
        sel.satuan.nilai,
        sel.agregasi.nilai,
        sel.penanggungJawab.nilai,
      ]),
    ).toEqual([
      ["2.1", "poin", "rata-rata", "Kasi Pelayanan"],
      ["1.2", "kali", "dijumlahkan tiap triwulan", "Kasi Pelayanan"],
    ]);
  });
});

describe("a table somebody made to hurt", () => {
  it("is laid out within bounds, however far its cells claim to reach", () => {
    const selList = Array.from({ length: 3_000 }, (_, at) => ({
      baris: at,
      kolom: 0,
      tinggi: 1_000_000,
      lebar: 16_384,
      teks: "Indikator",
    }));
    const petak = petakDari({ tempat: "x", judulList: [], selList });
    expect(petak.jumlahBaris).toBe(2_000);
    expect(
      usulkan([{ tempat: "x", judulList: [], selList }], { tahun: null, dikenal: TAK_DIKENAL })
        .barisList,
    ).toEqual([]);
  });

  it("ends, where every row looks like titles", () => {
    const rows = Array.from({ length: 1_500 }, () => JUDUL);
    expect(usul(rows).barisList).toEqual([]);
  });
});
