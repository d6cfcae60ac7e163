import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArsip, paperLines } from "./isian-formulir.ts";
import { Office } from "./office.ts";
import { approveTriwulan, fillTriwulan, passSemester, simpanArsip } from "./paringin-selatan.ts";

let office: Office;
const last = (id: string): string => office.person(id).texts.at(-1) ?? "";

async function returns(id: string, alasan: string): Promise<void> {
  await office.taps(id, "↩️ Kembalikan");
  await office.says(id, alasan);
}

describe("a year of sheet 003, every decision both ways", () => {
  beforeAll(async () => {
    office = await Office.open({
      kantorFile: join(import.meta.dirname, "uji.yaml"),
      mulai: "2026-03-30T09:00:00+08:00",
    });
    await office.moveTo("2026-04-01T07:40:00+08:00");
    await fillTriwulan(office, 1);
  });
  afterAll(async () => {
    expect(office.telegram.complaints).toEqual([]);
    expect(await office.logIsWhole()).toBe(true);
    await office.close();
  });

  it("3: the compiler returns the figures of one unit", async () => {
    await office.taps("kasubbag", "↩️ Kembalikan");
    await office.taps("kasubbag", "Kasi Pelayanan");
    await office.says("kasubbag", "Mohon cek hasil survei.");
    expect(last("kasi-pelayanan")).toContain("Mohon cek hasil survei.");
    await office.taps("kasi-pelayanan", "Perbaiki");
    await office.taps("kasi-pelayanan", "Kirim");
  });

  it("4: the Sekcam returns the draft to the compiler", async () => {
    await office.taps("kasubbag", "✅ Teruskan");
    await returns("sekcam", "Lengkapi analisisnya.");
    expect(last("kasubbag")).toContain("dikembalikan Sekcam");
    await office.taps("kasubbag", "✅ Teruskan");
    await office.taps("sekcam", "✅ Setuju");
  });

  it("4a: the Camat returns it three times and sees the count", async () => {
    expect(last("camat")).not.toContain("Pengajuan ke-");
    for (const ke of [2, 3, 4]) {
      await returns("camat", `Mohon dicek kembali (${ke}).`);
      expect(last("camat")).not.toContain(`Pengajuan ke-${ke}.`);
      await office.taps("kasubbag", "✅ Teruskan");
      await office.taps("sekcam", "✅ Setuju");
      expect(last("camat")).toContain(`Pengajuan ke-${ke}.`);
    }
    await office.taps("camat", "✅ Setuju");
    expect(await paperLines(office, "2026-TW1")).toEqual([
      "1: perjanjian-kinerja",
      "1: rencana-aksi",
      "2: data-kinerja",
      '3: laporan "Draf 1"',
      '3: laporan "Draf 2"',
      '3: laporan "Draf 3"',
      '3: laporan "Draf 4"',
      '3: laporan "Draf 5"',
      '3: laporan "Draf 6"',
      '4a: laporan "Final"',
    ]);
  });

  it("7: the Sekcam returns the semester once", async () => {
    await office.moveTo("2026-07-01T07:40:00+08:00");
    await fillTriwulan(office, 2);
    await approveTriwulan(office);
    await office.taps("kasubbag", "✅ Rekap sesuai");
    await office.taps("kasubbag", "✅ Teruskan");
    await returns("sekcam", "Jelaskan waktu layanan.");
    expect(last("kasubbag")).toContain("Jelaskan waktu layanan.");
    await office.taps("kasubbag", "✅ Teruskan");
    await office.taps("sekcam", "✅ Setuju");
    expect(await paperLines(office, "2026-S1")).toEqual([
      "5: data-kinerja",
      '5: laporan "Konsep"',
      '6: laporan "Draf 2"',
      '6: laporan "Draf 3"',
    ]);
  });

  it("8a: the Camat returns the year once; 8b: its archive comes", async () => {
    await office.moveTo("2026-10-01T07:40:00+08:00");
    await fillTriwulan(office, 3);
    await approveTriwulan(office);
    await office.moveTo("2027-01-04T07:40:00+08:00");
    await fillTriwulan(office, 4);
    await approveTriwulan(office);
    await passSemester(office);
    await office.taps("kasubbag", "✅ Teruskan");
    await returns("camat", "Tambahkan perbandingan tahun lalu.");
    await office.taps("kasubbag", "✅ Teruskan");
    expect(last("camat")).toContain("Pengajuan ke-2.");
    await office.taps("camat", "✅ Setuju");
    await simpanArsip(office);
    expect(await paperLines(office, "2026")).toEqual([
      '8: laporan "Draf 1"',
      '8: laporan "Draf 2"',
      '8a: laporan "Final"',
      "8b: arsip",
    ]);
    const { lokasi, tidakCocok, pathList } = await openArsip(office, "kasubbag");
    expect([lokasi, tidakCocok]).toEqual(["Lemari arsip 1", []]);
    // the year rests on its parts: what they printed and what proved their figures lies with it
    const folders = pathList.map((path) => path.split("/").slice(0, 3).join("/"));
    expect(new Set(folders.filter((path) => path.startsWith("bagian/")))).toEqual(
      new Set([
        "bagian/Triwulan I 2026/naskah",
        "bagian/Triwulan II 2026/naskah",
        "bagian/Semester I 2026/naskah",
        "bagian/Triwulan III 2026/naskah",
        "bagian/Triwulan IV 2026/naskah",
        "bagian/Semester II 2026/naskah",
      ]),
    );
    expect(await office.berkasEnds()).toContain("2026 selesai");
  });
});
