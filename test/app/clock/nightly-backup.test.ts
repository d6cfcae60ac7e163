import { describe, expect, it } from "vitest";
import {
  createNightly,
  dueSince,
  lastWhole,
  outdated,
} from "../../../src/app/clock/nightly-backup.ts";
import type { Backup, Backups } from "../../../src/app/ports/backups.ts";
import { MemoryLog } from "../../support/memory-log.ts";

const at = (text: string): number => Date.parse(`${text}+07:00`);

const backup = (dibuatMs: number, whole = true): Backup => ({
  nama: new Date(dibuatMs).toISOString(),
  path: "",
  dibuatMs,
  mesin: "sqlite",
  skema: "",
  kantor: [],
  jumlahBerkas: 0,
  ukuranByte: 0,
  temuan: whole ? [] : [{ apa: "log peraga, catatan ke-3", keadaan: "rusak" }],
});

/** A night after the other, in memory. */
function nights(simpan: number) {
  const ada: Backup[] = [];
  const log = new MemoryLog();
  const world = { nowMs: 0, fails: false, whole: true };
  const backups: Backups = {
    list: async () => ({ ada: [...ada], rusak: [] }),
    create: async (nowMs) => {
      if (world.fails) throw new Error("no room");
      const made = backup(nowMs, world.whole);
      ada.push(made);
      return made;
    },
    verify: async () => null,
    remove: async (nama) => {
      ada.splice(
        ada.findIndex((one) => one.nama === nama),
        1,
      );
    },
  };
  const clock = { now: () => world.nowMs };
  const told: number[] = [];
  const failed = async (atMs: number): Promise<void> => {
    told.push(atMs);
  };
  const due = { jam: 1, zona: "Asia/Jakarta" } as const;
  const tick = createNightly({ backups, clock, log, ...due, simpan, failed });
  const tickAt = async (text: string): Promise<number> => {
    world.nowMs = at(text);
    await tick().catch(() => undefined);
    return ada.length;
  };
  return { ada, log, world, told, tickAt };
}

describe("the nightly backup", () => {
  it.each([
    ["2026-11-30T00:59", "2026-11-29T01:00"],
    ["2026-11-30T01:00", "2026-11-30T01:00"],
    ["2026-11-30T23:59", "2026-11-30T01:00"],
  ])("of %s is the one due since %s", (now, since) => {
    expect(dueSince(at(now), 1, "Asia/Jakarta")).toBe(at(since));
  });

  it("is made at once where there is none, then once a night, and late where the computer was off", async () => {
    const { tickAt } = nights(14);
    expect(await tickAt("2026-11-27T10:10")).toBe(1);
    expect(await tickAt("2026-11-28T00:50")).toBe(1);
    expect(await tickAt("2026-11-28T01:00")).toBe(2);
    expect(await tickAt("2026-11-28T01:10")).toBe(2);
    expect(await tickAt("2026-11-30T07:30")).toBe(3);
    expect(await tickAt("2026-11-30T07:40")).toBe(3);
  });

  it("that failed is tried again after an hour, and nothing goes for it", async () => {
    const { tickAt, told, world } = nights(1);
    expect(await tickAt("2026-11-27T10:10")).toBe(1);
    world.fails = true;
    expect(await tickAt("2026-11-28T01:00")).toBe(1);
    world.fails = false;
    expect(await tickAt("2026-11-28T01:50")).toBe(1);
    expect(await tickAt("2026-11-28T02:00")).toBe(1);
    expect(told).toEqual([at("2026-11-28T01:00")]);
  });

  it("is made although the clock was a month ahead when the last one was made, or failed", async () => {
    const { ada, tickAt, world } = nights(14);
    expect(await tickAt("2026-12-28T10:10")).toBe(1);
    expect(await tickAt("2026-11-28T10:20")).toBe(2);
    expect(await tickAt("2026-11-29T00:50")).toBe(2);
    world.fails = true;
    expect(await tickAt("2026-12-29T01:00")).toBe(2);
    world.fails = false;
    expect(await tickAt("2026-11-29T01:10")).toBe(3);
    expect(lastWhole(ada, at("2026-11-29T02:00"))?.dibuatMs).toBe(at("2026-11-29T01:10"));
    expect(lastWhole(ada, at("2026-11-28T01:00"))).toBeNull();
  });

  it("leaves the newest, and the last that was whole whatever came after", async () => {
    const { ada, log, tickAt, told, world } = nights(3);
    for (const day of [1, 2, 3, 4, 5]) await tickAt(`2026-12-0${day}T01:00`);
    expect(ada.map(({ dibuatMs }) => dibuatMs)).toEqual(
      [3, 4, 5].map((day) => at(`2026-12-0${day}T01:00`)),
    );
    world.whole = false;
    for (const day of [6, 7, 8, 9]) await tickAt(`2026-12-0${day}T01:00`);
    expect(ada.map(({ dibuatMs }) => dibuatMs)).toEqual(
      [5, 7, 8, 9].map((day) => at(`2026-12-0${day}T01:00`)),
    );
    expect(log.messages("error")).toContain("backup made, and not all of it holds together");
    expect(told).toHaveLength(4);
    expect(outdated(ada, 14)).toEqual([]);
  });
});
