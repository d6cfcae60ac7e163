// The service is away for an hour: as the program starts, and in the middle of a collection.
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "../support/processes.ts";
import { Office } from "./office.ts";

/** An hour of the machine's time passes in three seconds. */
const TEMPO = 1_200;
const UNITS = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag"];

let office: Office;
afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
});

const open = async (): Promise<void> => {
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-12-28T09:00:00+08:00",
    tempo: TEMPO,
  });
};

const count = (id: string, part: string): number =>
  office.person(id).texts.filter((text) => text.includes(part)).length;

/** Calls that met nobody, for so long as the service is away. */
async function awayForAnHour(): Promise<number> {
  const { telegram } = office;
  let met = 0;
  telegram.faults.onMet = () => {
    met += 1;
  };
  const untilMs = performance.now() + 3_600_000 / TEMPO;
  await eventually(() => performance.now() > untilMs);
  telegram.faults.onMet = () => undefined;
  telegram.faults.unreachable = false;
  return met;
}

const everythingSent = (): Promise<void> =>
  eventually(async () => (await office.store.outboxDepth()).pending === 0);

describe("an hour without the service", { timeout: 120_000 }, () => {
  it("in the middle costs nobody anything: each is asked once, and answers as ever", async () => {
    await open();
    office.telegram.faults.unreachable = true;
    await office.moveTo("2027-01-04T08:00:00+08:00");
    const sekcam = office.person("sekcam");
    sekcam.says("/status");
    const waiting = (await office.store.listLetters(["menunggu"])).length;
    expect(waiting).toBeGreaterThan(UNITS.length);
    const met = await awayForAnHour();
    // One message at a time asks whether it is back, and one poll; neither once a second.
    expect(met).toBeGreaterThan(20);
    expect(met).toBeLessThan(400);
    await office.telegram.until(() => office.telegram.pendingUpdates === 0, 30_000);
    await everythingSent();
    for (const unit of UNITS) expect(count(unit, "Realisasi Triwulan IV 2026 —")).toBe(1);
    expect(count("sekcam", "tidak terjangkau")).toBe(0);
    expect(count("sekcam", "Tidak sampai")).toBe(0);
    expect(sekcam.texts.at(-1)).toContain("Triwulan IV 2026");
    expect(await office.store.listLetters(["gagal"])).toEqual([]);
  });

  it("at the start is survived too, tries counted on over the restart", async () => {
    await open();
    office.telegram.faults.unreachable = true;
    await office.moveTo("2027-01-04T08:00:00+08:00");
    const tried = async (): Promise<number> =>
      Math.max(...(await office.store.listLetters(["menunggu"])).map(({ attempts }) => attempts));
    await eventually(async () => (await tried()) >= 3);
    const before = await tried();
    await office.restart();
    expect(await tried()).toBeGreaterThanOrEqual(before);
    office.person("kasi-pelayanan").says("/tugas");
    await awayForAnHour();
    expect(await tried()).toBeGreaterThan(before);
    await office.telegram.until(() => office.telegram.pendingUpdates === 0, 30_000);
    await everythingSent();
    for (const unit of UNITS)
      expect(count(unit, "Realisasi Triwulan IV 2026 —")).toBeGreaterThan(0);
    expect(office.person("kasi-pelayanan").texts.at(-1)).toContain("Realisasi Triwulan IV 2026");
    expect(await office.store.listLetters(["gagal"])).toEqual([]);
  });
});
