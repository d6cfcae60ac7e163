import { join } from "node:path";
import type { Workbook } from "exceljs";
import { expect } from "vitest";
import { askRekap, sheetOf } from "./buku-rekap.ts";
import { Office, type OfficeOptions } from "./office.ts";
import { approveTriwulan, fillTriwulan, passSemester, passTahun } from "./paringin-selatan.ts";

/**
 * Sheet 003 from the first invitation to the year's report, over the Bot API: TW I–IV, both semesters
 * and the year, with one return and one late langkah. However the process is treated meanwhile, the
 * rekap must come out the same.
 */
export async function tahun(options: Partial<OfficeOptions>): Promise<void> {
  const office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-03-30T09:00:00+08:00",
    ...options,
  });
  try {
    await playYear(office);
    await expectRekap(office);
    expect(office.person("camat").transcript()).toContain("Pengajuan ke-2");
    expect(office.person("kasubbag").transcript()).toContain("⏰ Pengingat");
    expect(await office.berkasEnds()).toEqual(
      ["2026", "2026-S1", "2026-S2", "2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"].map(
        (periode) => `${periode} selesai`,
      ),
    );
    expect(await office.logIsWhole()).toBe(true);
    expect(office.telegram.complaints).toEqual([]);
  } finally {
    await office.close();
  }
}

async function expectRekap(office: Office): Promise<void> {
  const books = [];
  for (const nomor of [1, 2, 3, 4]) books.push(await askRekap(office, `${nomor} 2026`));
  const [one, two, three, four] = books;
  if (!one || !two || !three || !four) throw new Error("a workbook is missing");
  expect({
    "TW I": readTable(one, "Rekap TW I"),
    "TW II": readTable(two, "Rekap TW II"),
    "TW III": readTable(three, "Rekap TW III"),
    "TW IV": readTable(four, "Rekap TW IV"),
    "Semester I": readTable(four, "Semester I"),
    "Semester II": readTable(four, "Semester II"),
    Tahunan: readTable(four, "Tahunan"),
  }).toEqual(expected);
  expect(lateRows(four)).toEqual([["TW III", "3"]]);
}

/** What the process and its machine are put through. */
export const gangguan = {
  dikirimDuaKali: { deliverTwice: true },
  /** By a second, an hour and a year, before every message. */
  jamMundur: { mundurMs: [1_000, 3_600_000, 365 * 86_400_000] },
  /** Stopped and started before every message. */
  dimulaiUlang: { restartEachAct: true },
} as const satisfies Readonly<Record<string, Partial<OfficeOptions>>>;

/** Kode, target, realisasi, capaian in percent. */
type Baris = readonly [kode: string, target: number, realisasi: number, capaianPersen: number];

const expected: Readonly<Record<string, readonly Baris[]>> = {
  "TW I": [
    ["1.1", 80, 81.5, 101.88],
    ["1.2", 10, 10, 100],
    ["2.1", 90, 90, 100],
    ["2.2", 3, 3, 100],
    ["3.1", 15, 15, 100],
  ],
  "TW II": [
    ["1.1", 82, 83.64, 102],
    ["1.2", 10, 9, 110],
    ["2.1", 90, 95, 105.56],
    ["2.2", 4, 4, 100],
    ["3.1", 45, 45, 100],
  ],
  "TW III": [
    ["1.1", 84, 86.52, 103],
    ["1.2", 10, 8, 120],
    ["2.1", 90, 97.5, 108.33],
    ["2.2", 4, 4, 100],
    ["3.1", 70, 52.5, 75],
  ],
  "TW IV": [
    ["1.1", 85, 88.4, 104],
    ["1.2", 10, 7, 130],
    ["2.1", 90, 100, 111.11],
    ["2.2", 3, 6, 200],
    ["3.1", 95, 95, 100],
  ],
  "Semester I": [
    ["1.1", 82, 83.64, 102],
    ["1.2", 10, 9.5, 105],
    ["2.1", 90, 92.5, 102.78],
    ["2.2", 7, 7, 100],
    ["3.1", 45, 45, 100],
  ],
  "Semester II": [
    ["1.1", 85, 88.4, 104],
    ["1.2", 10, 7.5, 125],
    ["2.1", 90, 98.75, 109.72],
    ["2.2", 7, 10, 142.86],
    ["3.1", 95, 95, 100],
  ],
  Tahunan: [
    ["1.1", 85, 88.4, 104],
    ["1.2", 10, 8.5, 115],
    ["2.1", 90, 95.625, 106.25],
    ["2.2", 14, 17, 121.43],
    ["3.1", 95, 95, 100],
  ],
};

/** The figures of a table of the workbook, by the name each indikator has there. */
function readTable(book: Workbook, sheetName: string): readonly Baris[] {
  const sheet = sheetOf(book, sheetName);
  const rows: Baris[] = [];
  let capaian = 0;
  sheet.eachRow((row) => {
    row.eachCell(({ value }, at) => {
      if (value === "Capaian %") capaian = at;
    });
    const kode = kodeByNama[row.getCell(3).text];
    if (kode === undefined) return;
    const number = (column: number): number => Number(row.getCell(column).value);
    rows.push([kode, number(5), number(6), number(capaian)]);
  });
  return rows;
}

const kodeByNama: Readonly<Record<string, string>> = {
  "Indeks Kepuasan Masyarakat": "1.1",
  "Waktu layanan rata-rata": "1.2",
  "Koordinasi yang ditindaklanjuti": "2.1",
  "Pembinaan desa": "2.2",
  "Realisasi anggaran": "3.1",
};

/** Periode and langkah of every passage that took longer than its mutu baku. */
function lateRows(book: Workbook): readonly (readonly [string, string])[] {
  const late: [string, string][] = [];
  book.getWorksheet("Ketepatan waktu")?.eachRow((row) => {
    const isLate = Array.isArray(row.values) && row.values.includes("Terlambat");
    if (isLate) late.push([row.getCell(2).text, row.getCell(4).text]);
  });
  return late;
}

async function playYear(office: Office): Promise<void> {
  await office.moveTo("2026-04-01T07:40:00+08:00");
  await fillTriwulan(office, 1);
  await approveTriwulan(office);

  await office.moveTo("2026-07-01T07:40:00+08:00");
  await fillTriwulan(office, 2);
  await office.taps("kasubbag", "✅ Teruskan");
  await office.taps("sekcam", "✅ Setuju");
  await office.taps("camat", "↩️ Kembalikan");
  await office.says("camat", "Mohon cek kembali waktu layanan.");
  await approveTriwulan(office);
  await passSemester(office);

  await office.moveTo("2026-10-01T07:40:00+08:00");
  await fillTriwulan(office, 3);
  // Thirty minutes are the standard; two working days pass.
  await office.moveTo("2026-10-05T09:00:00+08:00");
  await approveTriwulan(office);

  await office.moveTo("2027-01-04T07:40:00+08:00");
  await fillTriwulan(office, 4);
  await approveTriwulan(office);
  await passSemester(office);
  await passTahun(office);
}
