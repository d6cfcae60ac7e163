// The computer's clock is wrong for a while: back by a day, forward by a month, again and again. What an office
// hears is what it would have heard, and nobody hears it twice.
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { clocksBehind } from "../../src/app/clock/office-time.ts";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const units = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag", "sekcam", "camat"] as const;

let office: Office;

/** The office has just asked its units for TW IV. */
async function open(): Promise<void> {
  office = await Office.open({ kantorFile, mulai: "2026-12-28T09:00:00+08:00" });
  await office.moveTo("2027-01-04T07:40:00+08:00");
}

afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
});

/** What everybody was told since they were asked, in its order. */
const told = (): readonly string[] =>
  units.flatMap((id) => office.person(id).texts.map((text) => `${id}: ${text}`));

/** One unit answers in between; the others are reminded. */
async function week(step: (day: number) => Promise<void>): Promise<void> {
  for (const day of [5, 6, 7, 8, 11, 12, 13, 14]) {
    await office.moveTo(`2027-01-${String(day).padStart(2, "0")}T07:35:00+08:00`);
    if (day === 6) await office.says("kasi-pemerintahan", "1=36/40 2=3");
    if (day === 7) await office.taps("kasi-pemerintahan", "Kirim");
    await step(day);
  }
  await office.moveTo("2027-01-15T12:00:00+08:00");
}

const jan = (day: number, time: string): string =>
  `2027-01-${String(day).padStart(2, "0")}T${time}:00+08:00`;

const behind = (): Promise<readonly string[]> =>
  clocksBehind({ store: office.store, clock: { now: () => office.nowMs } });

const heard = (id: string, text: string): number =>
  office.person(id).texts.filter((one) => one.includes(text)).length;

describe("a clock that is wrong for a while", () => {
  it("tells an office what it would have told, and nothing twice, where it steps back by hours and by a day", async () => {
    await open();
    await week(async () => undefined);
    const undisturbed = told();
    expect(undisturbed.length).toBeGreaterThan(20);
    await office.close();

    await open();
    await week(async (day) => {
      await office.stepTo(jan(day - 1, "07:35"));
      await office.stepTo(jan(day, "03:00"));
      await office.stepTo(jan(day - 1, "16:00"));
      if (day === 11) await office.restart();
    });
    expect(told()).toEqual(undisturbed);
  });

  it("loses nothing and reminds nobody twice where it steps forward by a month and is set right again", async () => {
    await open();
    await office.moveTo(jan(5, "07:35"));
    const reminded = units.map((id) => heard(id, "⏰ Pengingat"));
    await office.stepTo("2027-02-03T07:35:00+08:00");
    await office.moveTo("2027-02-03T12:00:00+08:00");
    // All that fell into the month comes as one message.
    expect(units.map((id, at) => heard(id, "⏰ Pengingat") - (reminded[at] ?? 0))).toEqual([
      1, 1, 1, 0, 0,
    ]);
    const afterwards = told().length;
    await office.says("kasi-pelayanan", "/isi");
    await office.says("kasi-pelayanan", "86,5");

    await office.stepTo(jan(5, "08:35"));
    expect(await behind()).toEqual([
      expect.stringMatching(/reached 2027-02-03T04:00.*check date and time.*its reminders wait/),
    ]);
    await office.restart();
    for (const day of [6, 7, 8, 11, 18, 25]) await office.moveTo(jan(day, "07:35"));
    expect(told().length - afterwards).toBe(2);
    await office.says("kasi-pelayanan", "9");
    await office.taps("kasi-pelayanan", "Kirim");
    expect(heard("kasi-pelayanan", "terkirim — 2 indikator")).toBe(1);

    await office.moveTo("2027-02-04T12:00:00+08:00");
    expect(await behind()).toEqual([]);
    await office.says("kasi-pemerintahan", "1=36/40 2=3");
    await office.taps("kasi-pemerintahan", "Kirim");
    await office.says("kasubbag", "/isi");
    await office.says("kasubbag", "95");
    await office.taps("kasubbag", "Kirim");
    expect(heard("kasubbag", "terkirim — 1 indikator")).toBe(1);
    // The next of each kind came at its own time, to those who still owed something.
    expect(heard("kasi-pemerintahan", "⏰ Pengingat") - (reminded[1] ?? 0)).toBeLessThanOrEqual(2);
  });
});
