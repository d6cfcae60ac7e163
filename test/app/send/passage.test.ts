import { describe, expect, it } from "vitest";
import type { OutboxRow } from "../../../src/app/ports/outbox.ts";
import { bulanOf, type Passage, passageOf } from "../../../src/app/send/passage.ts";

const at = (iso: string): number => Date.parse(iso);
/** A Thursday morning. */
const NOW = at("2026-11-26T09:00:00+07:00");
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

interface Kasus {
  readonly nama: string;
  /** Hours ago; null for never. */
  readonly terdengarJam: number | null;
  readonly dibukaJam?: number;
  readonly prioritas?: OutboxRow["prioritas"];
  readonly ubah?: true;
  readonly terpakai?: number;
  readonly batas?: number;
  readonly sekarang?: string;
  readonly jadi: Passage;
}

const free = { kind: "free" } as const;
const open = { kind: "open" } as const;
const hold = { kind: "hold" } as const;
const later = (afterMs: number): Passage => ({ kind: "later", afterMs });

const kasusList: readonly Kasus[] = [
  { nama: "goes right after its person wrote", terdengarJam: 0, jadi: free },
  { nama: "goes 23 hours later", terdengarJam: 23, jadi: free },
  { nama: "goes while there is more than the minute it takes", terdengarJam: 23.98, jadi: free },
  { nama: "opens the chat within that minute", terdengarJam: 23.99, jadi: open },
  { nama: "opens the chat after a day", terdengarJam: 24, jadi: open },
  { nama: "opens the chat of somebody never heard", terdengarJam: null, jadi: open },
  { nama: "waits where it was opened just now", terdengarJam: 25, dibukaJam: 0, jadi: hold },
  { nama: "waits where it was opened 23 hours ago", terdengarJam: 50, dibukaJam: 23.9, jadi: hold },
  { nama: "opens anew a day after the last opening", terdengarJam: 50, dibukaJam: 24, jadi: open },
  { nama: "goes where the opening was answered", terdengarJam: 1, dibukaJam: 2, jadi: free },
  {
    nama: "opens anew where the answer to the last opening is a day old",
    terdengarJam: 24.5,
    dibukaJam: 25,
    jadi: open,
  },
  { nama: "rings nobody up for an outcome", terdengarJam: 30, ubah: true, jadi: hold },
  { nama: "shows an outcome in an open chat", terdengarJam: 3, ubah: true, jadi: free },

  ...([0, 1, 2, 3] as const).map((prioritas) => ({
    nama: `of priority ${prioritas} goes below four fifths of the limit`,
    terdengarJam: 1,
    prioritas,
    terpakai: 799,
    batas: 1_000,
    jadi: free,
  })),
  ...([0, 1] as const).map((prioritas) => ({
    nama: `of priority ${prioritas} goes at four fifths`,
    terdengarJam: 1,
    prioritas,
    terpakai: 800,
    batas: 1_000,
    jadi: free,
  })),
  ...([2, 3] as const).map((prioritas) => ({
    nama: `of priority ${prioritas} waits at four fifths`,
    terdengarJam: 1,
    prioritas,
    terpakai: 800,
    batas: 1_000,
    jadi: later(DAY),
  })),
  {
    nama: "of a task waits at the limit",
    terdengarJam: 1,
    prioritas: 1,
    terpakai: 1_000,
    batas: 1_000,
    jadi: later(DAY),
  },
  {
    nama: "in answer to somebody goes whatever it costs",
    terdengarJam: 0,
    prioritas: 0,
    terpakai: 5_000,
    batas: 1_000,
    jadi: free,
  },
  {
    nama: "that may not cost anything opens no chat either",
    terdengarJam: 48,
    prioritas: 2,
    terpakai: 900,
    batas: 1_000,
    jadi: later(DAY),
  },
  {
    nama: "waits until the morning of the new month, not its midnight",
    terdengarJam: 1,
    prioritas: 2,
    terpakai: 900,
    batas: 1_000,
    sekarang: "2026-11-30T20:00:00+07:00",
    jadi: later(12 * HOUR),
  },
  {
    nama: "waits over the new year",
    terdengarJam: 1,
    prioritas: 3,
    terpakai: 1,
    batas: 1,
    sekarang: "2026-12-31T23:00:00+07:00",
    jadi: later(9 * HOUR),
  },
  { nama: "of no limit goes", terdengarJam: 1, prioritas: 3, terpakai: 99_999, jadi: free },
];

describe("a message on a channel that is open for a day", () => {
  it.each(kasusList)("$nama", (kasus) => {
    const nowMs = kasus.sekarang === undefined ? NOW : at(kasus.sekarang);
    const ago = (jam: number | null | undefined): number | null =>
      jam === null || jam === undefined ? null : nowMs - jam * HOUR;
    const passage = passageOf({
      row: {
        prioritas: kasus.prioritas ?? 1,
        op: kasus.ubah === true ? { kind: "ubah", ref: null } : { kind: "kirim" },
      },
      chat: {
        heardMs: ago(kasus.terdengarJam),
        openedMs: ago(kasus.dibukaJam),
        spent: kasus.terpakai ?? 0,
      },
      rule: { openMs: DAY, perMonthMax: kasus.batas ?? null },
      nowMs,
    });
    expect(passage).toEqual(kasus.jadi);
  });
});

describe("the month something is charged in", () => {
  it.each([
    ["2026-11-30T23:59:00+07:00", "2026-11"],
    ["2026-12-01T00:00:00+07:00", "2026-12"],
    ["2026-11-30T17:00:00Z", "2026-12"],
  ])("of %s is %s", (iso, bulan) => {
    expect(bulanOf(at(iso))).toBe(bulan);
  });
});
