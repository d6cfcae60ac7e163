import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/engine/decide.ts";
import type { BerkasEvent } from "../../../src/core/engine/event.ts";
import { holdersOf, openWaits } from "../../../src/core/engine/holders.ts";
import type { BerkasState, Wait } from "../../../src/core/engine/state.ts";
import { operatorOf, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { buildCalendar, Libur } from "../../../src/core/waktu/calendar.ts";
import { kantor } from "../../support/world.ts";
import { isianOf, Play, throughJson } from "./play.ts";

/** One random event; whether it makes sense is up to the draw. */
interface Draw {
  readonly jenis: "pilihan" | "isian" | "bukti" | "kirim" | "tutup" | "batal" | "kalender" | "maju";
  /** Whether holder and wait are picked to fit, or anyhow. */
  readonly cocok: boolean;
  readonly siapa: number;
  readonly wait: number;
  readonly kode: string;
  readonly nilai: number | string;
  readonly pilihan: string;
  readonly alasan: string;
  readonly unit: number | null;
  readonly menit: number;
}

const peopleIds = [...kantor.pegawaiList.map(({ id }) => id), PegawaiId.parse("orang-lain")];
const kodeList = [...kantor.indikatorList.map(({ kode }) => kode), "9.9"];

const anyDraw: fc.Arbitrary<Draw> = fc.record({
  jenis: fc.oneof(
    { weight: 8, arbitrary: fc.constant("maju" as const) },
    { weight: 6, arbitrary: fc.constant("pilihan" as const) },
    { weight: 6, arbitrary: fc.constantFrom("isian" as const, "bukti" as const) },
    { weight: 3, arbitrary: fc.constantFrom("kirim" as const, "tutup" as const) },
    { weight: 1, arbitrary: fc.constantFrom("batal" as const, "kalender" as const) },
  ),
  cocok: fc.boolean(),
  siapa: fc.nat(peopleIds.length - 1),
  wait: fc.nat(30),
  kode: fc.constantFrom(...kodeList),
  nilai: fc.constantFrom(0, 12, 90, 1e9, -3, "1/3", "nihil", "belum"),
  pilihan: fc.constantFrom("selesai", "setuju", "kembalikan", "baca", "toString", ""),
  alasan: fc.constantFrom("", " ", "Mohon diperiksa"),
  unit: fc.option(fc.nat(peopleIds.length - 1)),
  menit: fc.nat(2_000),
});

const calendars = [0, 1, 2].map((n) =>
  buildCalendar({
    zona: "Asia/Makassar",
    tahunList: [],
    liburKantor: ["2027-01-05", "2027-01-06"]
      .slice(0, n)
      .map((tanggal) => Libur.parse({ tanggal, nama: "Libur", jenis: "libur_daerah" })),
  }),
);

const pegawaiAt = (n: number): PegawaiId => peopleIds[n % peopleIds.length] ?? peopleIds[0]!;

/** What pushes the berkas on from here: whoever is waited for does what is asked. */
function sensible({ state, context }: Play, draw: Draw): BerkasEvent | null {
  const open = openWaits(state).filter(({ macam }) => macam !== "koordinator");
  const wait = open[draw.wait % Math.max(1, open.length)];
  const oleh = wait && holdersOf(wait, context.kantor)[0]?.id;
  if (wait === undefined || oleh === undefined) return null;
  const by = { waitId: wait.id, oleh };
  if (wait.macam === "baca") return { kind: "pilihan", ...by, pilihan: "baca" };
  if (wait.macam === "meja") return forward(wait, by, draw);
  const own = state.indikatorList.filter(({ penanggungJawab }) => penanggungJawab === oleh);
  const blank = own.find(({ kode }) => state.isianByKode[kode] === undefined);
  if (blank === undefined) return { kind: "kirim", ...by };
  const isian = isianOf("nihil");
  return { kind: "isian", ...by, kode: blank.kode, isian };
}

function forward(wait: Wait, by: { waitId: string; oleh: PegawaiId }, draw: Draw): BerkasEvent {
  const back = draw.pilihan === "kembalikan";
  const pilihan = back ? "kembalikan" : wait.langkahNo === "4" ? "setuju" : "selesai";
  return { kind: "pilihan", ...by, pilihan, alasan: "Mohon diperiksa" };
}

function anyhow({ state }: Play, draw: Draw): BerkasEvent {
  const oleh = pegawaiAt(draw.siapa);
  const waitId = `${state.id}.${draw.wait}`;
  const { kode, alasan, pilihan } = draw;
  switch (draw.jenis) {
    case "isian":
      return { kind: "isian", waitId, oleh, kode, isian: isianOf(draw.nilai), keterangan: alasan };
    case "bukti":
      return {
        kind: "bukti",
        waitId,
        oleh,
        kode,
        bukti: { hash: `h${draw.menit}`, nama: "a.jpg", mime: "image/jpeg", ukuranByte: 1 },
      };
    case "kirim":
      return { kind: "kirim", waitId, oleh };
    case "tutup":
      return { kind: "tutup", waitId, oleh, alasan };
    case "batal":
      return { kind: "batal", oleh, alasan };
    case "kalender":
      return { kind: "kantor", oleh: operatorOf("contoh.yaml"), sebelum: kantor };
    case "pilihan":
    case "maju": {
      const unit = draw.unit === null ? {} : { unit: pegawaiAt(draw.unit) };
      return { kind: "pilihan", waitId, oleh, pilihan, alasan, ...unit };
    }
  }
}

/** Plays the draws; each accepted or refused event is handed to `look`. */
function playAll(
  draws: readonly Draw[],
  look: (before: BerkasState, event: BerkasEvent, play: Play) => void,
): Play {
  const play = Play.open();
  for (const draw of draws) {
    const calendar = calendars[draw.menit % calendars.length] ?? play.context.calendar;
    play.context = {
      ...play.context,
      nowMs: play.context.nowMs + draw.menit * 60_000,
      ...(draw.jenis === "kalender" ? { calendar } : {}),
    };
    const event = (draw.cocok ? sensible(play, draw) : null) ?? anyhow(play, draw);
    const before = deepFreeze(play.state);
    play.decide(event);
    look(before, event, play);
  }
  return play;
}

const anyDraws = fc.array(anyDraw, { minLength: 1, maxLength: 40 });
const runs = { numRuns: 60 };

describe("any sequence of events", () => {
  it("is decided in facts that survive being saved, alike from a saved state, and alike twice", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        playAll(draws, (before, event, { sop, context }) => {
          const first = decide(sop, before, event, deepFreeze(context));
          expect(decide(sop, throughJson(before), event, context)).toStrictEqual(first);
          expect(throughJson(first)).toEqual(first);
        });
      }),
      runs,
    );
  });

  it("leaves everything as it was when it refuses", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        playAll(draws, (before, event, { state, sop, context }) => {
          const decision = decide(sop, before, event, context);
          if (decision.kind === "refused") expect(state).toBe(before);
        });
      }),
      runs,
    );
  });

  it("keeps somebody waited for while the berkas runs, all at one langkah", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        playAll(draws, (_, __, { state, context }) => {
          const owed = openWaits(state).filter(({ macam }) => macam !== "baca");
          if (state.status !== "berjalan") {
            expect(owed).toEqual([]);
            return;
          }
          const asked = owed.filter(({ macam }) => macam !== "koordinator");
          expect(asked.length).toBeGreaterThan(0);
          for (const wait of owed) {
            expect(wait.langkahNo).toBe(state.langkahNo);
            expect(holdersOf(wait, context.kantor)).not.toEqual([]);
          }
        });
      }),
      runs,
    );
  });

  it("answers no wait twice and forgets none", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        playAll(draws, ({ waitList }, _, { state }) => {
          const after = new Map(state.waitList.map((wait) => [wait.id, wait]));
          expect(after.size).toBe(state.waitList.length);
          for (const { id, jawaban } of waitList) {
            expect(after.has(id)).toBe(true);
            if (jawaban !== null) expect(after.get(id)?.jawaban).toEqual(jawaban);
          }
        });
      }),
      runs,
    );
  });

  it("leaves one visit open while the berkas runs and none after", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        playAll(draws, (_, __, { state }) => {
          const open = state.kunjunganList.filter(({ keluarMs }) => keluarMs === null);
          const running = state.status === "berjalan";
          expect(open).toEqual(running ? [state.kunjunganList.at(-1)] : []);
        });
      }),
      runs,
    );
  });

  it("only ever adds revisions", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        playAll(draws, ({ isianByKode }, _, { state }) => {
          for (const [kode, { revisi }] of Object.entries(isianByKode)) {
            expect(state.isianByKode[kode]?.revisi).toBeGreaterThanOrEqual(revisi);
          }
        });
      }),
      runs,
    );
  });

  it("reaches the end when everybody does what is asked", () => {
    const obedient = anyDraw.map((draw) => ({ ...draw, cocok: true, pilihan: "selesai" }));
    fc.assert(
      fc.property(fc.array(obedient, { minLength: 20, maxLength: 20 }), (draws) => {
        expect(playAll(draws, () => {}).state.status).toBe("selesai");
      }),
      runs,
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
