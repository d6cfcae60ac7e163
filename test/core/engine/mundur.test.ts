import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Accepted } from "../../../src/core/engine/decision.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import type { Effect } from "../../../src/core/pesan/effect.ts";
import {
  type CatatanRekap,
  projectRekap,
  type Rekap,
  type RevisiRealisasi,
} from "../../../src/core/rekap/index.ts";
import { type Act, Play, sampaiPersetujuan, tryOpen } from "./play.ts";

/** A quarter with a return to a unit, so that figures, drafts and decisions come more than once. */
const acts: readonly Act[] = [
  ...sampaiPersetujuan,
  { oleh: "camat", pilih: "kembalikan", alasan: "Angka 1.1 belum cocok" },
  { oleh: "perencanaan", pilih: "kembalikan", alasan: "Mohon diperiksa", unit: "pelayanan" },
  { oleh: "pelayanan", isi: "1.1", nilai: 87 },
  { oleh: "pelayanan", kirim: true },
  { oleh: "perencanaan", pilih: "selesai" },
  { oleh: "sekcam", pilih: "selesai" },
  { oleh: "camat", pilih: "setuju" },
];

/** Everything an office stores of a play, each row with the number of the log it came with. */
class Catatan {
  readonly log: CatatanRekap[] = [];
  readonly realisasi: RevisiRealisasi[] = [];

  add({ state, effects }: Accepted<Effect>, atMs: number): void {
    const seq = this.log.length + 1;
    for (const effect of effects) {
      if (effect.kind === "catat") this.log.push({ ...effect, seq: this.log.length + 1, atMs });
      if (effect.kind === "realisasi") {
        this.realisasi.push({ ...effect, berkasId: state.id, seq, atMs });
      }
    }
  }
}

/** Plays the quarter, the clock moved by so much before each act, and reads back every paper of it. */
function rekapList(steps: readonly number[]): readonly unknown[] {
  const opened = tryOpen({});
  if (opened.kind === "refused") throw new Error(opened.code);
  const play = Play.open();
  const catatan = new Catatan();
  catatan.add(opened, play.context.nowMs);
  for (const [at, act] of acts.entries()) {
    const nowMs = play.context.nowMs + (steps[at] ?? 0);
    play.context = { ...play.context, nowMs };
    const decision = play.act(act);
    if (decision?.kind !== "accepted") throw new Error(JSON.stringify({ act, decision }));
    catatan.add(decision, nowMs);
  }
  const { state, sop, context } = play;
  const { kantor, calendar } = context;
  const { log, realisasi } = catatan;
  const rows = { kantor, calendar, log, realisasi, berkasList: [{ state, sop }] };
  const periode = Periode.parse("2026-TW4");
  return state.naskahList.map((naskah) => ({
    naskah: [naskah.id, naskah.sebutan, naskah.padaSeq],
    ...shown(projectRekap(rows, 2026, periode, { ...naskah, unit: null })),
  }));
}

/** What a rekap tells besides times and how long things took. */
const shown = ({ lembarList, kelengkapan, ketepatan, persetujuan, riwayat }: Rekap) => ({
  lembarList,
  kelengkapan: kelengkapan.map(({ pegawaiId, status, terisi }) => [pegawaiId, status, terisi]),
  ketepatan: ketepatan?.map(({ langkahNo, putaran, oleh }) => [langkahNo, putaran, oleh]),
  persetujuan: persetujuan?.map(({ langkahNo, keputusan, pejabat }) => [
    langkahNo,
    keputusan,
    pejabat.jabatan,
  ]),
  riwayat: riwayat.map(({ seq, peristiwa, kode, baru }) => [seq, peristiwa, kode, baru]),
});

const MUNDUR_MS = [1_000, 3_600_000, 365 * 86_400_000];

describe("a clock that is set back between any two acts of a quarter", () => {
  const undisturbed = rekapList([]);

  it("has papers to be compared, each of its own moment", () => {
    const drafts = undisturbed.map((one) => JSON.stringify(one));
    expect(drafts.length).toBeGreaterThan(2);
    expect(new Set(drafts).size).toBe(drafts.length);
  });

  it.each(acts.map((_, at) => at))("changes nothing that is told, before act %i", (at) => {
    for (const back of MUNDUR_MS) {
      const steps = acts.map((_, index) => (index === at ? -back : 0));
      expect(rekapList(steps)).toEqual(undisturbed);
    }
  });

  it("changes nothing however it jumps", () => {
    const step = fc.oneof(
      fc.constantFrom(...MUNDUR_MS.map((ms) => -ms)),
      fc.integer({ min: -3_600_000, max: 3_600_000 }),
    );
    const steps = fc.array(step, { minLength: acts.length, maxLength: acts.length });
    fc.assert(
      fc.property(steps, (drawn) => {
        expect(rekapList(drawn)).toEqual(undisturbed);
      }),
      { numRuns: 15 },
    );
  });
});
