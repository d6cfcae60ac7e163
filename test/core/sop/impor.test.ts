import { describe, expect, it } from "vitest";
import { butirOf } from "../../../src/core/sop/impor/butir.ts";
import { bacaJenis, NILAI_YAKIN } from "../../../src/core/sop/impor/jenis.ts";
import { bacaKolom } from "../../../src/core/sop/impor/peran.ts";
import { bacaWaktu } from "../../../src/core/sop/impor/waktu.ts";
import { formatDurasi } from "../../../src/core/waktu/durasi.ts";

describe("a time of the sheet", () => {
  it.each([
    ["15 Menit", null, "15 menit", false],
    ["15 menit", null, "15 menit", false],
    ["2 Hari", null, "2 hari", false],
    ["3 hari kerja", null, "3 hari", false],
    ["60", "menit", "60 menit", false],
    ["± 30 menit", null, "30 menit", true],
    ["paling lama 2 jam", null, "2 jam", true],
    ["½ jam", null, "30 menit", true],
    ["1 1/2 jam", null, "90 menit", true],
    ["1,5 jam", null, "90 menit", true],
    ["-", null, null, false],
    ["", "menit", null, false],
    ["1/2 hari", null, null, true],
    ["60", null, null, true],
    ["secepatnya", "menit", null, true],
    ["1 s.d. 2 hari", null, null, true],
  ] as const)("%s, in %s, is %s", (teks, satuan, wanted, doubted) => {
    const { waktu, keraguan } = bacaWaktu(teks, satuan);
    expect(waktu === null ? null : formatDurasi(waktu)).toBe(wanted);
    expect(keraguan !== null).toBe(doubted);
  });
});

describe("a title above a column", () => {
  it.each([
    ["Kasi/Kasubbag", ["kasi", "kasubbag"], true],
    ["Sekretaris TIM", ["sekcam"], false],
    ["Kasubdag", ["kasubbag"], true],
    ["NSPEKTORAT", ["inspektorat"], true],
    ["Kepala Seksi Pelayanan", ["kasi"], false],
    ["Petugas Loket", ["staf"], true],
  ] as const)("%s is that of %j", (judul, peran, doubted) => {
    const [kolom] = bacaKolom([judul]);
    expect(kolom?.peranList).toEqual(peran);
    expect(kolom?.keraguan !== null).toBe(doubted);
  });

  it("means the secretary of a dinas beside its head", () => {
    expect(bacaKolom(["Kadis", "Sekretaris"]).map(({ peranList }) => peranList)).toEqual([
      ["kadis"],
      ["sekdis"],
    ]);
  });
});

describe("the words of a langkah", () => {
  it.each([
    ["Menyetujui laporan", "keputusan", null],
    ["Mengarsipkan dokumen", "formulir", "arsip"],
    ["Menandatangani SK Tim", "formulir", "tanda-tangan-sk"],
    ["Menyusun laporan bulanan", "penyusunan", null],
    ["Kasubbag merekap realisasi", "kompilasi", null],
  ] as const)("%s: %s %s", (uraian, jenis, formulir) => {
    expect(bacaJenis(uraian, "")[0]).toMatchObject({ jenis, formulir });
  });

  it.each(["Menerima tamu", "Mencatat pada buku agenda", "Survei lapangan"])(
    "%s: too little",
    (uraian) => {
      expect(bacaJenis(uraian, "")[0].nilai).toBeLessThan(NILAI_YAKIN);
    },
  );
});

describe("a list in one cell", () => {
  it.each([
    ["1. ATK 2. Komputer 3. Meja", ["ATK", "Komputer", "Meja"]],
    [
      "1. Undang-Undang Nomor 23 Tahun 2014;2. Peraturan Presiden",
      ["Undang-Undang Nomor 23 Tahun 2014;", "Peraturan Presiden"],
    ],
    ["- ATK - Komputer/ Laptop", ["ATK", "Komputer/ Laptop"]],
    ["Peraturan Bupati tentang\npedoman", ["Peraturan Bupati tentang pedoman"]],
    ["Renstra\nRenja", ["Renstra", "Renja"]],
    ["-", []],
    ["", []],
  ] as const)("%j", (teks, butir) => {
    expect(butirOf(teks)).toEqual(butir);
  });
});
