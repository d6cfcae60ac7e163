import { describe, expect, it } from "vitest";
import type { GrafikBatang, GrafikPapan } from "../../../src/core/dokumen/grafik.ts";
import { lembarGrafik, type PermintaanGrafik } from "../../../src/core/grafik/index.ts";
import type { RekapMasukan } from "../../../src/core/rekap/index.ts";
import {
  angka,
  BERKAS_TW4,
  berkasTw4,
  indikator,
  kantor,
  masukan,
  pegawai,
  periode,
  revisi,
} from "../rekap/sample.ts";
import { at } from "../waktu/support.ts";

const TW4 = periode("2026-TW4");
const sesudah = "2027-01-08 15:00";

const lembar = (
  minta: PermintaanGrafik,
  { rows = [masukan], pada = sesudah }: { rows?: readonly RekapMasukan[]; pada?: string } = {},
) => lembarGrafik(minta, rows, { padaMs: at(pada) });

const batang = (minta: PermintaanGrafik, opsi?: Parameters<typeof lembar>[1]): GrafikBatang => {
  const grafik = lembar(minta, opsi)?.grafik;
  if (grafik?.jenis !== "grafik") throw new Error("no bars");
  return grafik;
};

const own = indikator({
  kode: "7.2",
  nama: "Pertumbuhan pelanggaran",
  arah: "turun",
  agregasi: "kumulatif",
  targetTriwulan: [-5, 2.5, 3, 3],
});
const figure = (tw: string, nilai: number) => ({
  ...revisi(["7.2", 1], angka(nilai), ["kasi-pelayanan", "2026-06-01 08:00"]),
  periode: periode(tw),
  berkasId: `awal${tw}`,
});
const years = (lalu: readonly (readonly [string, number])[], namaLalu = own.nama) => {
  const indikatorList = [own, { ...own, tahun: 2025, nama: namaLalu }];
  const rows = { ...masukan, kantor: { ...kantor, indikatorList }, berkasList: [] };
  return [
    { ...rows, realisasi: [figure("2026-TW1", -12.75), figure("2026-TW2", 4.2)] },
    { ...rows, realisasi: lalu.map(([tw, nilai]) => figure(tw, nilai)) },
  ];
};
const titik = (rows: readonly RekapMasukan[], sampai = "2026-TW2") => {
  const minta = { macam: "tren", kode: "7.2", periode: periode(sampai) } as const;
  const grafik = lembar(minta, { rows })?.grafik;
  if (grafik?.jenis !== "grafik-tren") throw new Error("no trend");
  return grafik.titikList.map(({ label, target, realisasi, capaianPersen, kosong }) => [
    label,
    target,
    realisasi,
    capaianPersen,
    kosong,
  ]);
};

const papan = (pada: string, rows = [masukan]): GrafikPapan => {
  const minta = { macam: "papan", berkasId: BERKAS_TW4, periode: TW4 } as const;
  const grafik = lembar(minta, { rows, pada })?.grafik;
  if (grafik?.jenis !== "grafik-papan") throw new Error("no board");
  return grafik;
};
const said = ({ barisList }: GrafikPapan) =>
  barisList.map(({ label, keadaan }) => `${label}: ${keadaan}`);

describe("capaian by sasaran", () => {
  it("has the means of the rekap, their band, and a hatch below the threshold of attention", () => {
    const { batangList, judul, garisTarget } = batang({
      macam: "capaian",
      periode: TW4,
      unit: null,
    });
    expect(judul).toBe("Capaian per sasaran, Triwulan IV 2026");
    expect(garisTarget).toBe(100);
    expect(batangList.map(({ nilai, keterangan, arsir }) => [nilai, keterangan, arsir])).toEqual([
      [102.99, "Sangat Tinggi", undefined],
      [86.86, "Tinggi", undefined],
      [87.5, "Tinggi", undefined],
      [120, "Sangat Tinggi", undefined],
      [null, undefined, undefined],
    ]);
  });

  it("says whose rows they are, the mean with its cap, and of when", () => {
    const minta = { macam: "capaian", periode: TW4, unit: pegawai("kasi-pemerintahan") } as const;
    expect(lembar(minta)?.catatanList).toEqual([
      "Indikator Kasi Pemerintahan saja",
      "Rata-rata 86,86 %; dalam rata-rata satu indikator dihitung paling tinggi 120 %",
      "Angka per Jum 8 Jan 2027, 15.00 WITA",
    ]);
    expect(batang(minta).batangList).toHaveLength(1);
  });

  it("hatches what lies below the threshold, and says so", () => {
    const low = revisi(["2.1", 3], angka(10), ["kasi-pemerintahan", "2027-01-06 10:00"]);
    const rows = [{ ...masukan, realisasi: [...masukan.realisasi, low] }];
    const minta = { macam: "capaian", periode: TW4, unit: null } as const;
    expect(batang(minta, { rows }).batangList.map(({ arsir }) => arsir === true)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(lembar(minta, { rows })?.catatanList).toContain("Diarsir: capaian di bawah 76 %");
  });

  it("is nothing where nothing can be measured", () => {
    const rows = [{ ...masukan, realisasi: [] }];
    expect(lembar({ macam: "capaian", periode: TW4, unit: null }, { rows })).toBeNull();
  });
});

describe("the trend of an indikator", () => {
  it("crosses the year where the year before has figures, each by its own target", () => {
    expect(titik(years([["2025-TW4", 3.5]]))).toEqual([
      ["TW III 2025", 3, null, null, "belum ada"],
      ["TW IV 2025", 3, 3.5, 83.33, null],
      ["TW I 2026", -5, -12.75, 255, null],
      ["TW II 2026", 2.5, 4.2, 32, null],
    ]);
  });

  it.each([
    { what: "has none", lalu: [], nama: own.nama },
    { what: "used the kode for something else", lalu: [["2025-TW4", 9]], nama: "Lain" },
  ] as const)("shows the whole year where the one before $what", ({ lalu, nama }) => {
    expect(titik(years(lalu, nama)).map(([label, , realisasi]) => [label, realisasi])).toEqual([
      ["TW I 2026", -12.75],
      ["TW II 2026", 4.2],
      ["TW III 2026", null],
      ["TW IV 2026", null],
    ]);
  });

  it("is that of the last triwulan where a semester or year is asked for", () => {
    expect(titik(years([["2025-TW4", 3.5]]), "2026-S1").at(-1)?.[0]).toBe("TW II 2026");
  });

  it("tells nihil from what is missing, and has the figures of the rekap", () => {
    const minta = { macam: "tren", kode: "5.1", periode: TW4 } as const;
    expect(lembar(minta)?.grafik).toMatchObject({
      judul: "5.1 Persentase pegawai yang menyampaikan SKP tepat waktu",
      titikList: [{}, {}, {}, { realisasi: null, kosong: "nihil" }],
    });
  });

  it.each(["9.9", "5.2"])("is nothing for %s, which is unknown or has no figure", (kode) => {
    const rows = [{ ...masukan, realisasi: masukan.realisasi.filter((row) => row.kode !== kode) }];
    expect(lembar({ macam: "tren", kode, periode: TW4 }, { rows })).toBeNull();
  });
});

describe("the board of a berkas", () => {
  it("tells of each langkah and unit how it stands while it runs", () => {
    expect(said(papan("2027-01-05 10:00"))).toEqual([
      "1. Mengumpulkan data laporan kinerja triwulan: berjalan, batas Sen 11 Jan, 16.00",
      "Kasi Pelayanan: terkirim Sen 4 Jan, 10.12",
      "Kasi Pemerintahan: terkirim Sel 5 Jan, 09.40",
      "Kasi Pemberdayaan Masyarakat dan Desa: berjalan, batas Sen 11 Jan, 16.00",
      "Kasi Ketenteraman dan Ketertiban: terkirim Sen 4 Jan, 07.41",
      "Kasubbag Umum dan Kepegawaian: berjalan, batas Sen 11 Jan, 16.00",
      "Kasubbag Perencanaan dan Keuangan: berjalan, batas Sen 11 Jan, 16.00",
      "2. Merekap laporan kinerja triwulan: menyusul, baku 30 menit",
      "3. Mengolah dan menyusun laporan kinerja triwulan: menyusul, baku 30 menit",
      "4. Mensosialisasikan laporan kinerja triwulan kepada pejabat terkait: menyusul, baku 1 jam",
      "4a. Menyetujui laporan kinerja triwulan: menyusul",
    ]);
  });

  it("has one passage for each visit, due when the engine says, and what came late", () => {
    const { barisList, garisList } = papan("2027-01-07 12:00");
    const row = barisList.find(({ label }) => label.startsWith("4. "));
    expect(row?.ruasList).toEqual([
      {
        mulaiMs: at("2027-01-07 07:50"),
        selesaiMs: at("2027-01-07 10:30"),
        tenggatMs: at("2027-01-07 08:50"),
      },
    ]);
    expect(row?.keadaan).toBe("selesai Kam 7 Jan, 10.30, batas Kam 7 Jan, 08.50");
    expect(garisList).toEqual([
      { nama: "sekarang", atMs: at("2027-01-07 12:00") },
      { nama: "batas periode", atMs: at("2027-01-11 16:00") },
    ]);
  });

  it("says loudly what is overdue", () => {
    expect(said(papan("2027-01-07 08:51"))).toContain(
      "4. Mensosialisasikan laporan kinerja triwulan kepada pejabat terkait: LEWAT batas Kam 7 Jan, 08.50",
    );
  });

  it("has no line for now once it is over, and none of an unknown berkas", () => {
    expect(papan(sesudah).garisList.map(({ nama }) => nama)).toEqual(["batas periode"]);
    expect(lembar({ macam: "papan", berkasId: "lain", periode: TW4 })).toBeNull();
  });
});

describe("timeliness by langkah", () => {
  const minta = { macam: "ketepatan", periode: TW4 } as const;

  it("holds the working time used against the time given, all visits of a langkah together", () => {
    const { batangList, garisNama } = batang(minta);
    expect(garisNama).toBe("mutu baku");
    expect(
      batangList.map(({ label, nilai, keterangan, arsir }) => [
        label.slice(0, 2),
        nilai,
        keterangan,
        arsir === true,
      ]),
    ).toEqual([
      ["1.", 5967, "1 hari 7 jam dari 15 menit", true],
      ["3.", 83, "50 menit dari 1 jam (2 kali)", false],
      ["4.", 158, "3 jam 10 menit dari 2 jam (2 kali)", true],
    ]);
  });

  it("names what the sheet gives no time for, and what is cut", () => {
    expect(lembar(minta)?.catatanList).toEqual([
      "Waktu kerja yang terpakai, dibandingkan mutu baku; 1 hari = 7 jam 30 menit",
      "Jingga diarsir: melampaui mutu baku",
      "»: batang dipotong pada 300 %",
      "Tanpa mutu baku: langkah 4a",
      "Keadaan per Jum 8 Jan 2027, 15.00 WITA",
    ]);
  });

  it.each([
    { what: "another period", minta: { ...minta, periode: periode("2026-TW3") }, rows: [masukan] },
    {
      what: "a cancelled berkas",
      minta,
      rows: [
        {
          ...masukan,
          berkasList: masukan.berkasList.map(({ sop }) => ({
            sop,
            state: { ...berkasTw4, status: "dibatalkan" as const },
          })),
        },
      ],
    },
  ])("is nothing for $what", ({ minta: asked, rows }) => {
    expect(lembar(asked, { rows })).toBeNull();
  });
});
