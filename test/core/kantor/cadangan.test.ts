import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cadanganBawaan,
  decideNasib,
  type Nasib,
  type Perjalanan,
} from "../../../src/core/kantor/cadangan.ts";
import { buildCalendar } from "../../../src/core/waktu/calendar.ts";
import { at } from "../../support/world.ts";

const calendar = buildCalendar({ zona: "Asia/Makassar", tahunList: [] });
const sent = at("2027-01-04 09:00");
const nasibAt = (text: string, change: Partial<Perjalanan>): Nasib =>
  decideNasib(
    {
      status: "menunggu",
      sedangDikirim: false,
      dibuatMs: sent,
      terkirimMs: null,
      tanda: null,
      saluranHidup: true,
      bertanda: true,
      macam: "tugas",
      ...change,
    },
    { nowMs: at(text), calendar, cadangan: cadanganBawaan },
  );

const terkirim = { status: "terkirim", terkirimMs: sent } as const;

describe("decideNasib", () => {
  it.each<[string, string, Partial<Perjalanan>, Nasib]>([
    ["waits", "2027-01-04 09:09", {}, { kind: "periksa", atMs: at("2027-01-04 09:10") }],
    [
      "has waited ten minutes",
      "2027-01-04 09:10",
      {},
      { kind: "alihkan", sebab: "belum-terkirim", tarik: true },
    ],
    [
      "waits on a channel that is down",
      "2027-01-04 09:01",
      { saluranHidup: false },
      { kind: "alihkan", sebab: "saluran-mati", tarik: true },
    ],
    [
      "is under way",
      "2027-01-04 09:10",
      { sedangDikirim: true, saluranHidup: false },
      { kind: "periksa", atMs: at("2027-01-04 09:11") },
    ],
    [
      "was given up",
      "2027-01-04 09:01",
      { status: "gagal" },
      { kind: "alihkan", sebab: "gagal", tarik: true },
    ],
    [
      "failed after it was sent",
      "2027-01-04 09:01",
      { ...terkirim, tanda: "failed" },
      { kind: "alihkan", sebab: "gagal", tarik: false },
    ],
    [
      "was not read yet",
      "2027-01-04 13:59",
      { ...terkirim, tanda: "delivered" },
      { kind: "periksa", atMs: at("2027-01-04 14:00") },
    ],
    [
      "was not read the next morning",
      "2027-01-05 10:00",
      { ...terkirim, tanda: "delivered" },
      { kind: "alihkan", sebab: "belum-dibaca", tarik: false },
    ],
    ["was read", "2027-01-05 10:00", { ...terkirim, tanda: "read" }, { kind: "selesai" }],
    [
      "left on a channel that tells nothing",
      "2027-01-05 10:00",
      { ...terkirim, bertanda: false },
      { kind: "selesai" },
    ],
    [
      "needs no answer and was sent",
      "2027-01-05 10:00",
      { ...terkirim, macam: "kabar" },
      { kind: "selesai" },
    ],
    ["was taken back", "2027-01-04 09:10", { status: "batal" }, { kind: "selesai" }],
    ["is a week old", "2027-01-11 09:01", {}, { kind: "selesai" }],
  ])("knows what to do when a message %s", (_, when, change, nasib) => {
    expect(nasibAt(when, change)).toEqual(nasib);
  });

  it("never moves what was answered, nor takes back what has left or is leaving", () => {
    const perjalanan = fc.record({
      status: fc.constantFrom("menunggu", "terkirim", "gagal", "batal"),
      sedangDikirim: fc.boolean(),
      dibuatMs: fc.constant(sent),
      terkirimMs: fc.constantFrom(null, sent),
      tanda: fc.constantFrom(null, "delivered", "read", "failed"),
      saluranHidup: fc.boolean(),
      bertanda: fc.boolean(),
      macam: fc.constantFrom("tugas", "kabar", "usai"),
    });
    fc.assert(
      fc.property(perjalanan, fc.integer({ min: 0, max: 14 * 24 * 60 }), (given, menit) => {
        const nowMs = sent + menit * 60_000;
        const nasib = decideNasib(given, { nowMs, calendar, cadangan: cadanganBawaan });
        if (nasib.kind === "periksa") expect(nasib.atMs).toBeGreaterThan(nowMs);
        if (nasib.kind !== "alihkan") return;
        expect(given.macam).not.toBe("usai");
        if (nasib.tarik && given.status !== "gagal")
          expect([given.status, given.sedangDikirim]).toEqual(["menunggu", false]);
      }),
    );
  });
});
