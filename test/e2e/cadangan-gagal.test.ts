import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Backup } from "../../src/app/ports/backups.ts";
import { Office } from "./office.ts";

const backupOf = (iso: string): Backup => ({
  nama: iso,
  path: "",
  dibuatMs: Date.parse(iso),
  mesin: "sqlite",
  skema: "",
  kantor: ["uji"],
  jumlahBerkas: 0,
  ukuranByte: 0,
  temuan: [],
});

let office: Office;
let ada: Backup[];
beforeEach(async () => {
  ada = [backupOf("2026-11-24T02:00:00+08:00")];
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-11-24T09:00:00+08:00",
    backups: { list: async () => ({ ada, rusak: [] }) },
  });
});
afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  await office.close();
});

/** Of everybody: who was told of the backup, and what. */
const told = (): readonly string[] =>
  office.everybody.flatMap(({ name, texts }) =>
    texts.filter((text) => text.includes("Cadangan malam")).map((text) => `${name}: ${text}`),
  );

const words = (waktu: string): string =>
  `Sekcam: ⚠️ Cadangan malam tidak berhasil
Cadangan utuh terakhir: ${waktu}. Yang masuk sesudahnya hanya ada di satu tempat.
Mohon minta pengelola sopir memeriksanya: npm run sopir -- doctor.`;

it("a backup that failed is told to who keeps the office as the day begins, once a day while it lasts", async () => {
  for (const hour of ["02", "03", "04"]) {
    await office.moveTo(`2026-11-25T${hour}:00:00+08:00`);
    await office.backupFails();
  }
  await office.moveTo("2026-11-25T07:00:00+08:00");
  expect(told()).toEqual([]);
  await office.moveTo("2026-11-25T10:00:00+08:00");
  expect(told()).toEqual([words("Sel 24 Nov, 02.00 WITA")]);
  await office.backupFails();
  await office.moveTo("2026-11-25T23:00:00+08:00");
  await office.restart();
  expect(told()).toHaveLength(1);
  await office.moveTo("2026-11-26T08:00:00+08:00");
  expect(told()).toHaveLength(2);
});

it("one that was made good before the day began is nobody's concern", async () => {
  await office.moveTo("2026-11-25T02:00:00+08:00");
  await office.backupFails();
  ada.push(backupOf("2026-11-25T03:00:00+08:00"));
  await office.moveTo("2026-11-26T12:00:00+08:00");
  expect(told()).toEqual([]);
});
