// A Kasi's number leaves WhatsApp while a triwulan opens, and is there again some days later.
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WhatsAppOffice } from "./whatsapp-office.ts";

const KASI = "kasi-pelayanan";
const TUGAS = "Realisasi Triwulan I 2026";

let office: WhatsAppOffice;

beforeAll(async () => {
  const kantorFile = join(import.meta.dirname, "uji.yaml");
  office = await WhatsAppOffice.open(kantorFile, "2026-03-30T08:00:00+08:00");
  await office.startLinked();
  for (const pegawaiId of [KASI, "sekcam", "staf", "camat"])
    await office.says(pegawaiId, `/start ${office.invitation(pegawaiId)}`);
}, 120_000);

afterAll(() => office?.close());

const count = (pegawaiId: string, part: string): number =>
  office.person(pegawaiId).texts.filter((text) => text.includes(part)).length;

it("a Kasi whose number is gone is told of once, and told all once when it is back", {
  timeout: 120_000,
}, async () => {
  office.whatsapp.leaves(office.person(KASI));
  await office.moveTo("2026-04-01T07:40:00+08:00");
  for (const pegawaiId of ["sekcam", "staf"])
    expect(count(pegawaiId, "Kasi Pelayanan tidak terjangkau*")).toBe(1);
  expect(count(KASI, TUGAS)).toBe(0);

  await office.stop();
  await office.start();
  await office.isOnline();
  await office.moveTo("2026-04-02T12:00:00+08:00");
  await office.says("camat", "status");
  expect(office.person("camat").last?.text).toContain("⚠️ tidak terjangkau)");
  for (const pegawaiId of ["sekcam", "staf"])
    expect(count(pegawaiId, "Kasi Pelayanan tidak terjangkau*")).toBe(1);

  office.whatsapp.returns(office.person(KASI));
  await office.moveTo("2026-04-06T09:00:00+08:00");
  expect(count(KASI, "Bapak/Ibu terjangkau lagi")).toBe(1);
  expect(count(KASI, TUGAS)).toBe(1);
  await office.says("camat", "status");
  expect(office.person("camat").last?.text).not.toContain("tidak terjangkau");
  await office.says(KASI, "1");
  expect(office.person(KASI).last?.text).toContain("Indikator 1 dari 2");
  expect(office.whatsapp.missing).toEqual([]);
});
