import { describe, expect, it } from "vitest";
import { loadFormulirFolder } from "../../src/catalog/load-formulir.ts";
import { loadSop } from "../../src/catalog/load-sop.ts";
import { formatDurasi } from "../../src/core/waktu/durasi.ts";

const { sop: available } = await loadSop(
  "flows/sop/paringin-selatan.yaml",
  await loadFormulirFolder("flows"),
);
if (available === null) throw new Error("the sheet does not load");
const { sop } = available;

/** The table of sheet 003, as printed: number, activity, syarat, waktu, output. */
const printed = [
  [
    "1",
    "Mengumpulkan data laporan kinerja triwulan",
    "Perjanjian Kinerja dan Rencana Aksi",
    "15 Menit",
    "Perjanjian Kinerja, Rencana Aksi dan Lembar Disposisi",
  ],
  [
    "2",
    "Merekap laporan kinerja triwulan",
    "Perjanjian Kinerja, Rencana Aksi dan Lembar Disposisi",
    "30 Menit",
    "Disposisi Perjanjian Kinerja dan Rencana Aksi",
  ],
  [
    "3",
    "Mengolah dan Menyusun laporan kinerja triwulan",
    "Disposisi Perjanjian Kinerja dan Rencana Aksi",
    "30 Menit",
    "Draft Laporan Kinerja Triwulan",
  ],
  [
    "4",
    "Mensosialisasikan laporan kinerja triwulan kepada pejabat terkait",
    "Draft Laporan Kinerja Triwulan",
    "1 Jam",
    "Draft Laporan Kinerja Triwulan",
  ],
  [
    "5",
    "Merekap 2 (dua) laporan triwulan untuk menyusun laporan",
    "Draft Laporan Kinerja Triwulan",
    "2 Hari",
    "Draft Laporan Kinerja Semesteran",
  ],
  [
    "6",
    "Menyusun laporan semester dan laporan tahunan",
    "Draft Laporan Kinerja Semesteran",
    "5 Hari",
    "Draft Laporan Kinerja Semesteran",
  ],
  [
    "7",
    "Mensosialisasikan laporan semesteran",
    "Draft Laporan Kinerja Semesteran",
    "1 Jam",
    "Draft Laporan Kinerja Semesteran",
  ],
  [
    "8",
    "Menyusun 2 (dua) Laporan semesteran menjadi laporan kinerja tahunan",
    "Draft Laporan Kinerja Semesteran",
    "30 Menit",
    "Laporan Kinerja Semesteran",
  ],
] as const;

/** A list as the sheet writes it: commas, and "dan" before the last. */
const listed = (list: readonly string[]): string =>
  list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} dan ${list.at(-1)}`;

describe("sheet 003, Kecamatan Paringin Selatan", () => {
  it.each(printed)("keeps the printed words of langkah %s", (...row) => {
    const [no, asli, syarat, waktu, output] = row;
    const langkah = sop.langkah.find((one) => one.no === no);
    if (langkah?.mutuBaku.waktu == null) throw new Error(`no langkah ${no} with a duration`);
    const { kelengkapan, keluaran, keluaranAsli } = langkah.mutuBaku;
    expect(langkah.asli).toBe(asli);
    expect(listed(kelengkapan)).toBe(syarat);
    expect(formatDurasi(langkah.mutuBaku.waktu)).toBe(waktu.toLowerCase());
    expect(keluaranAsli ?? listed(keluaran)).toBe(output);
  });

  it("keeps the printed header block", () => {
    expect(sop.nama).toBe("Pengumpulan Data Kinerja");
    expect(sop.kepala).toEqual({
      nomor: "02 JANUARI 2023",
      tanggalPembuatan: "02 JANUARI 2023",
      tanggalRevisi: "-",
      tanggalPengesahan: "02 JANUARI 2023",
      disahkanOleh: "CAMAT PARING SELATAN",
      dasarHukum: [
        "Peraturan Presiden RI Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Peraturan Menteri PAN-RB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah",
        "Peraturan Bupati No. 19 Tahun 2016 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
      ],
      kualifikasiPelaksana: [
        "Memiliki kemampuan pengolahan data",
        "Mengetahui tugas dan fungsi Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Mengetahui tugas dan fungsi dalam pembuatan laporan kinerja",
      ],
      keterkaitan: ["SOP Perjanjian Kinerja", "SOP RKT", "SOP Penyusunan Laporan Kinerja"],
      peralatan: [
        "Renstra SKPD",
        "Renja",
        "Dokumen Perjanjian Kinerja",
        "Format Indikator Kinerja Utama",
        "Rencana Kerja Tahunan (RKT)",
        "Perangkat komputer",
      ],
      peringatan: [
        "Jika SOP tidak dilaksanakan maka penyusunan LAKIP tidak maksimal dan tidak tercapainya kinerja sesuai target yang ditetapkan",
      ],
      pencatatan: [],
    });
  });

  it("runs 1–4 each triwulan, 5–7 each semester and 8 each year, with the Camat's approvals added", () => {
    expect(sop.siklus).toEqual({
      triwulan: ["1", "2", "3", "4", "4a"],
      semester: ["5", "6", "7"],
      tahunan: ["8", "8a", "8b"],
    });
    expect(sop.langkah.filter(({ tambahan }) => tambahan).map(({ no }) => no)).toEqual([
      "4a",
      "8a",
      "8b",
    ]);
    expect(sop.langkah.filter(({ asli }) => asli === undefined).map(({ no }) => no)).toEqual([
      "4a",
      "8a",
      "8b",
    ]);
  });

  it("marks every executor the sheet does not name", () => {
    const named = sop.langkah.filter(({ pelaksana }) => !pelaksana.disimpulkan);
    expect(named.map(({ no }) => no)).toEqual(["4a", "8a", "8b"]);
  });
});
