import { describe, expect, it } from "vitest";
import type { GrafikBatang } from "../../../src/core/dokumen/grafik.ts";
import type { Tabel } from "../../../src/core/dokumen/model.ts";
import type { Narasi, Pelaksanaan } from "../../../src/core/kinerja/narasi.ts";
import { TIDAK_RESMI } from "../../support/resmi.ts";
import { laporan, textOf } from "../dokumen/sample.ts";
import {
  angka,
  berkasTw4,
  kantor,
  masukan,
  pegawai,
  periode,
  revisi,
  sop,
} from "../rekap/sample.ts";
import { at } from "../waktu/support.ts";

const oneLine = (text: string): string => text.replace(/\s+/gu, " ");
/** The sample's sheet, its decision being about the team and not about the report. */
const aboutTeam: typeof sop = {
  ...sop,
  langkah: sop.langkah.map((one) =>
    one.jenis === "keputusan" ? { ...one, tentang: "sk-tim" } : one,
  ),
};
const tabelOf = (dokumen: ReturnType<typeof laporan>): Tabel | undefined =>
  dokumen.blokList
    .filter((blok) => blok.jenis === "tabel")
    .find(({ kolomList }) => kolomList.length === 9);

describe("the report of a period", () => {
  it("has its parts in order", () => {
    const headings = laporan().blokList.filter(
      (blok) => blok.jenis === "judul" && blok.tingkat === 2,
    );
    expect(headings.map((blok) => (blok.jenis === "judul" ? blok.teks : ""))).toEqual([
      "A. Identitas Laporan",
      "B. Ringkasan",
      "C. Capaian Kinerja Triwulan IV 2026",
      "D. Analisis Capaian per Sasaran",
      "E. Faktor Pendukung, Penghambat, dan Tindak Lanjut",
      "F. Pengesahan",
    ]);
  });

  it.each([
    ["2026-TW4", "LAPORAN KINERJA TRIWULAN IV 2026", ["Target Triwulan", "Realisasi Triwulan"]],
    ["2026-S2", "LAPORAN KINERJA SEMESTER II 2026", ["Target Semester", "Realisasi Semester"]],
    ["2026", "LAPORAN KINERJA TAHUN 2026", ["Target Pembanding", "Realisasi Tahun"]],
  ])("of %s is called %s", (periode, title, [target, realisasi]) => {
    const dokumen = laporan(periode);
    expect(textOf(dokumen)).toContain(title);
    expect(tabelOf(dokumen)?.kolomList.map(({ judul }) => judul)).toEqual([
      "No",
      "Sasaran",
      "Indikator Kinerja",
      "Target Tahunan",
      target,
      realisasi,
      "Keterangan",
      "Capaian %",
      "Kategori",
    ]);
  });

  it.each([
    ["the mean with its cap", "sebesar 97,21 % dengan kategori Sangat Tinggi"],
    ["the cap", "diperhitungkan paling tinggi 120 %"],
    ["the triwulan before", "naik 4,63 poin dibandingkan TW III (92,58 %)"],
    [
      "how complete it is",
      "Dari 10 indikator, 9 telah terisi (1 nihil, tidak dihitung). 6 dari 6 penanggung jawab mengirim",
    ],
    ["what needs attention", "Rata-rata persentase desa tertib administrasi: 68,78 % (Sedang)."],
    ["what is missing", "Indikator yang belum terisi: Persentase realisasi anggaran kecamatan."],
    ["a figure against its target", "Indeks Kepuasan Masyarakat: target 85 nilai, realisasi 86,25"],
    ["a figure beyond its target", "capaian 101,47 % (Sangat Tinggi), melampaui target."],
    ["a fall", "Dibandingkan TW III (realisasi 61,9), capaian turun 4,04 poin."],
    ["what stood in the way", "Penghambat: Data dua desa masuk sesudah batas"],
    ["nihil as no figure", "menyampaikan SKP tepat waktu: target 100 persen, nihil."],
    ["what 0 means", "Angka 0 adalah nilai nol"],
    ["how lower is better", "(2 × target − realisasi) ÷ target × 100"],
    ["what a tap is", "bukan tanda tangan elektronik tersertifikasi"],
  ])("says %s", (_, part) => {
    expect(oneLine(textOf(laporan()))).toContain(part);
  });

  it("writes the first row as the format table has it", () => {
    expect(textOf(laporan())).toContain(
      "1 | Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat (nilai) | 85 | 85 | 86,25 |  | 101,47 | Sangat Tinggi",
    );
  });

  it("draws one bar for each sasaran, in the colour of its band, none where nothing is measured", () => {
    const grafik = laporan().blokList.find((blok): blok is GrafikBatang => blok.jenis === "grafik");
    expect(grafik?.garisTarget).toBe(100);
    expect(grafik?.batangList.map(({ nilai, warna }) => [nilai, warna])).toEqual([
      [102.99, "#1B7F3B"],
      [86.86, "#6AA84F"],
      [87.5, "#6AA84F"],
      [120, "#1B7F3B"],
      [null, "#9E9E9E"],
    ]);
  });

  it("asks for what stood in the way where nobody said it", () => {
    const realisasi = [
      ...masukan.realisasi,
      revisi(["2.1", 3], angka(50), ["kasi-pemerintahan", "2027-01-06 10:00"]),
    ];
    expect(textOf(laporan("2026-TW4", {}, { rows: { ...masukan, realisasi } }))).toContain(
      "Penghambat belum dijelaskan.",
    );
  });

  it("compares semester II with semester I and a year with nothing", () => {
    expect(textOf(laporan("2026-S2"))).toContain("dibandingkan Semester I (94,79 %)");
    expect(textOf(laporan("2026"))).not.toContain("ibandingkan");
  });

  it("says tribulan where the office does", () => {
    const rows = { ...masukan, kantor: { ...kantor, istilahTriwulan: "tribulan" as const } };
    const text = textOf(laporan("2026-TW4", {}, { rows }));
    expect(text).toContain("LAPORAN KINERJA TRIBULAN IV 2026");
    expect(text).toContain("Realisasi Tribulan");
  });

  it("keeps a number it is given, and shows no blank one", () => {
    expect(textOf(laporan("2026-TW4", { nomor: "800/7" }))).toContain("Nomor: 800/7");
    expect(textOf(laporan())).not.toContain("Nomor:");
  });

  it("tells of an office without indikator", () => {
    const rows = {
      ...masukan,
      kantor: { ...kantor, indikatorList: [], pegawaiList: [] },
      berkasList: [],
      realisasi: [],
    };
    const text = textOf(laporan("2026-TW4", {}, { rows }));
    expect(text).toContain("belum dapat dihitung karena belum ada realisasi");
    expect(text).toContain("Belum ada indikator untuk periode ini.");
    expect(text).not.toContain("Disetujui");
  });
});

/** The sample's rows, with what is told of figures of TW IV. */
const told = (narasiByKode: Readonly<Record<string, Narasi>>): typeof masukan => ({
  ...masukan,
  realisasi: masukan.realisasi.map((row) => {
    const narasi = row.periode === "2026-TW4" ? narasiByKode[row.kode] : undefined;
    return narasi === undefined ? row : { ...row, narasi };
  }),
});

describe("what the office adds to a report", () => {
  it("is a table of causes: the note that was asked for, and room for the rest", () => {
    const text = textOf(laporan());
    expect(text).toContain(
      "4 | Rata-rata persentase desa tertib administrasi | 68,78 |  | Data dua desa masuk sesudah batas; pendampingan dijadwalkan Januari 2027. | ",
    );
    expect(text).not.toContain("1 | Indeks Kepuasan Masyarakat | 101,47");
  });

  it("is what helped and what follows, beside the note", () => {
    const rows = told({
      "1.1": { pendukung: "Loket tambahan." },
      "2.1": { tindakLanjut: "Didampingi." },
    });
    const text = textOf(laporan("2026-TW4", {}, { rows }));
    expect(text).toContain("1 | Indeks Kepuasan Masyarakat | 101,47 | Loket tambahan. |  | ");
    expect(text).toContain("pendampingan dijadwalkan Januari 2027. | Didampingi.");
    expect(text).toContain("Tindak lanjut: Didampingi.");
    expect(text).toContain("Pendukung: Loket tambahan.");
    expect(text).not.toContain("Tindak Lanjut Periode Lalu");
  });

  it("is a table of what became of what was to follow", () => {
    const pelaksanaan: Pelaksanaan = {
      periode: periode("2026-TW3"),
      tindakLanjut: "Desa didampingi",
      hasil: "sebagian",
    };
    const rows = told({ "2.1": { pelaksanaan } });
    expect(textOf(laporan("2026-TW4", {}, { rows }))).toMatch(
      /F\. Tindak Lanjut Periode Lalu\n.*\n?.*TW III 2026 \| Desa didampingi \| dilaksanakan sebagian\s+G\. Pengesahan/u,
    );
  });

  it("says so where nothing has to be explained", () => {
    const rows = { ...masukan, realisasi: [] };
    expect(textOf(laporan("2026-TW4", {}, { rows }))).toContain(
      "Tidak ada indikator yang capaiannya memerlukan penjelasan",
    );
  });

  it("is what the meeting decided, and the part is lettered on", () => {
    const text = textOf(laporan("2026-TW4", { hasilRapat: ["Laporan disetujui."] }));
    expect(text).toMatch(/F\. Hasil Rapat Internal\nLaporan disetujui\.\s+G\. Pengesahan/u);
    expect(textOf(laporan("2026-TW4", { hasilRapat: [] }))).not.toContain("Hasil Rapat");
  });

  const tandaTangan = {
    jabatan: "Plt. Camat",
    nama: "Hj. Norlina",
    nip: null,
    dasar: null,
    waktu: at("2027-01-09 09:05"),
  };

  it.each([
    ["Draf 2", { drafVersi: 2 }, "KONSEP / DRAF 2", "Status: Draf 2, belum disetujui"],
    [
      "Final",
      { drafVersi: 5, sebutan: "Final" },
      "KONSEP / FINAL",
      "Status: Final, belum disetujui",
    ],
    [
      "an approved version by its name",
      { sebutan: "Final" },
      null,
      "Status: Final; Disetujui Camat, Jumat, 8 Januari 2027, pukul 14.05",
    ],
    [
      "a signed version",
      { drafVersi: 5, sebutan: "Bertanda tangan", tandaTangan },
      null,
      "Status: Bertanda tangan; Penandatanganan Plt. Camat tercatat Sabtu, 9 Januari 2027, pukul 09.05",
    ],
  ])("names %s", (_, opsi, tanda, status) => {
    const dokumen = laporan("2026-TW4", opsi);
    expect(dokumen.tanda).toBe(tanda);
    expect(textOf(dokumen)).toContain(status);
  });

  it("is the recorded signature", () => {
    const text = textOf(laporan("2026-TW4", { tandaTangan }));
    expect(text).toContain(
      "Penandatanganan laporan ini oleh Plt. Camat tercatat pada hari Sabtu, 9 Januari 2027",
    );
    expect(text).toContain(
      "Plt. Camat,\nHj. Norlina\nPeraga, 9 Januari 2027\nPenandatanganan terc",
    );
  });
});

describe("the mark of a concept", () => {
  const beforeApproval = at("2027-01-08 10:00");
  const returned = {
    ...berkasTw4,
    waitList: berkasTw4.waitList.filter(({ jawaban }) => jawaban?.pilihan !== "setuju"),
  };

  it.each([
    ["a draft", { drafVersi: 2 }, {}, "KONSEP / DRAF 2"],
    ["a draft of an approved period", { drafVersi: 1 }, {}, "KONSEP / DRAF 1"],
    ["a period nobody has approved yet", {}, { dibuatMs: beforeApproval }, "KONSEP"],
    [
      "a period that was returned and left",
      {},
      { rows: { ...masukan, berkasList: [{ state: returned, sop }] } },
      "KONSEP",
    ],
    [
      "a version nobody has approved yet",
      { sebutan: "Draf 2 (perbaikan 1)" },
      { dibuatMs: beforeApproval },
      "KONSEP / DRAF 2 (PERBAIKAN 1)",
    ],
    ["a version the Camat has approved", { sebutan: "Final" }, {}, null],
    [
      "a period in which the Camat decided on another paper alone",
      { sebutan: "Draf 1" },
      { rows: { ...masukan, berkasList: [{ state: berkasTw4, sop: aboutTeam }] } },
      "KONSEP / DRAF 1",
    ],
    ["an approved period", {}, {}, null],
    ["a semester nobody decided on", {}, {}, "KONSEP"],
  ])("on %s", (nama, opsi, world, tanda) => {
    const periode = nama.includes("semester") ? "2026-S2" : "2026-TW4";
    const dokumen = laporan(periode, opsi, world);
    expect(dokumen.tanda).toBe(tanda);
    expect(textOf(dokumen).includes("Laporan ini telah disetujui oleh Camat")).toBe(tanda === null);
  });

  it("says when and as whom it was approved", () => {
    const text = textOf(laporan());
    expect(text).toContain("Status: Disetujui Camat, Jumat, 8 Januari 2027, pukul 14.05");
    expect(text).toContain(
      "Disetujui secara internal melalui aplikasi\nJumat, 8 Januari 2027, pukul 14.05",
    );
    expect(text).toContain("Peraga, 8 Januari 2027");
    expect(text).not.toMatch(TIDAK_RESMI);
  });

  it("tells when somebody agreed to their own work", () => {
    const self = {
      ...berkasTw4,
      kunjunganList: berkasTw4.kunjunganList.map((one) =>
        one.langkahNo === "4" ? { ...one, oleh: pegawai("camat") } : one,
      ),
    };
    const rows = { ...masukan, berkasList: [{ state: self, sop }] };
    expect(textOf(laporan("2026-TW4", {}, { rows }))).toContain("rangkap jabatan");
  });
});
