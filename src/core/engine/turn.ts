import { dasarWakil, type Pejabat, sebutanPejabat } from "../kantor/pejabat.ts";
import type { PegawaiId, Pencatat } from "../kantor/schema.ts";
import { batasPeriode } from "../kinerja/batas.ts";
import { type RealisasiByKode, terkiniOf } from "../kinerja/indikator.ts";
import type { Langkah } from "../sop/langkah.ts";
import type { Sop } from "../sop/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import { jadwalPengingat, nextWeekly } from "../waktu/pengingat.ts";
import { computeTenggat, sesudahJeda } from "../waktu/tenggat.ts";
import type { EngineContext } from "./decision.ts";
import type { CatatanData, EngineEffect, PlainEffect } from "./effect.ts";
import { batasButir } from "./formulir/setiap.ts";
import { holdersOf } from "./holders.ts";
import type { Akhir, Kabar } from "./kabar.ts";
import { sebutanPemegang } from "./penjawab.ts";
import type { BerkasState, Jawaban, Pemegang, Tunda, Wait, WaitMacam } from "./state.ts";
import { pembukaanOf } from "./terbuka.ts";

/** A berkas with the sheet it is pinned to. */
export interface BerkasTerbuka {
  readonly state: BerkasState;
  readonly sop: Sop;
}

/** A decision in the making: the state so far and the effects so far. Never changed, only replaced. */
export interface Turn extends BerkasTerbuka {
  readonly context: EngineContext;
  readonly effects: readonly EngineEffect[];
  /** Whoever answers in it, and in what capacity; absent where nobody does. */
  readonly penjawab?: Penjawab;
}

/** Somebody who answers, in a capacity that is looked up once. */
export interface Penjawab {
  readonly id: PegawaiId;
  readonly pejabat: Pejabat;
}

/** In what capacity this was done, if whoever answers did it. */
export const pejabatDari = ({ penjawab }: Turn, oleh: Pencatat): Pejabat | undefined =>
  penjawab?.id === oleh ? penjawab.pejabat : undefined;

/** The turn with these effects after the ones it has. */
export const emit = (turn: Turn, ...effects: readonly EngineEffect[]): Turn => ({
  ...turn,
  effects: [...turn.effects, ...effects],
});

/** The turn with part of its state replaced. */
export const patch = (turn: Turn, change: Partial<BerkasState>): Turn => ({
  ...turn,
  state: { ...turn.state, ...change },
});

/** The first entry this turn adds to the office's log: whatever begins in it carries that number. */
export const seqOf = ({ context }: Turn): number => context.logSeq + 1;

/** An entry for the office's event log; of somebody who stands in it tells both and the letter. */
export function note(turn: Turn, jenis: string, oleh: Pencatat, data: CatatanData = {}): Turn {
  const pejabat = pejabatDari(turn, oleh);
  const dasar = pejabat === undefined ? null : dasarWakil(pejabat);
  const sebagai = pejabat === undefined ? "" : `${sebutanPejabat(pejabat)} (${pejabat.nama})`;
  return emit(turn, {
    kind: "catat",
    jenis,
    berkasId: turn.state.id,
    oleh,
    data: dasar === null ? data : { ...data, sebagai: `${sebagai}, ${dasar}` },
  });
}

/** Word to one person; nobody without an account is written to. */
export const tell = (turn: Turn, kepada: PegawaiId, kabar: Kabar): Turn =>
  turn.context.terhubung.has(kepada)
    ? emit(turn, { kind: "kabar", kepada, prioritas: "tugas", kabar })
    : turn;

/** What is waited for, and from whom. */
export interface WaitRequest {
  readonly macam: WaitMacam;
  readonly pemegang: Pemegang;
  /** Which part of a formulir. */
  readonly tahap?: number;
  /** Which line of a list that part is asked for. */
  readonly butir?: number;
  /** When the clocks start to run, if not now: the hour of a meeting, say. */
  readonly sejakMs?: Instant;
}

/**
 * Starts to wait: both deadlines counted, the reminders set. Mutu baku counts from arrival, the
 * batas from the end of the period (two clocks).
 */
export function openWait(
  turn: Turn,
  langkah: Langkah,
  { macam, pemegang, tahap, butir, sejakMs = turn.context.nowMs }: WaitRequest,
): { turn: Turn; wait: Wait } {
  return addWait(turn, langkah, {
    langkahNo: langkah.no,
    macam,
    pemegang,
    ...(tahap === undefined ? {} : { tahap }),
    ...(butir === undefined ? {} : { butir }),
    diterimaMs: sejakMs,
    ...clocksOf(turn, langkah, {
      macam,
      diterimaMs: sejakMs,
      ...(butir !== undefined && { butir }),
    }),
    kalenderVersi: turn.context.calendar.versi,
    tenggatLama: [],
  });
}

/** Adds a wait under the next number, with its reminders where its clocks run. */
export function addWait(
  turn: Turn,
  langkah: Langkah,
  request: Omit<Wait, "id" | "diterimaSeq" | "jawaban">,
): { turn: Turn; wait: Wait } {
  const { id, waitSeq: last, waitList } = turn.state;
  const waitSeq = last + 1;
  const own = { id: `${id}.${waitSeq}`, diterimaSeq: seqOf(turn), jawaban: null };
  const wait: Wait = { ...request, ...own };
  const added = patch(turn, { waitSeq, waitList: [...waitList, wait] });
  return { turn: isCounted(wait) ? setReminders(added, langkah, wait) : added, wait };
}

/** Whether the clocks of such a wait run. */
const isCounted = ({ macam }: Pick<Wait, "macam">): boolean =>
  macam === "unit" || macam === "meja" || macam === "pembukaan";

/**
 * Both deadlines of a wait; leave to open a berkas has that of the opening and no mutu baku, a line of a list
 * the day it names.
 */
export function clocksOf(
  turn: Turn,
  langkah: Langkah,
  { macam, diterimaMs, butir }: Pick<Wait, "macam" | "diterimaMs" | "butir">,
): Pick<Wait, "tenggatMs" | "batasMs"> {
  if (!isCounted({ macam })) return { tenggatMs: null, batasMs: null };
  if (butir !== undefined) {
    const batasMs = batasButir(langkah, turn.state, { butir }, turn.context.calendar);
    return { tenggatMs: null, batasMs };
  }
  const counted = deadlines(turn, langkah, diterimaMs);
  return macam === "pembukaan" ? { ...counted, tenggatMs: null } : counted;
}

/** Ends a wait, replaces its keyboards by the outcome and takes its reminders off the clock. */
export function closeWait(turn: Turn, wait: Wait, jawaban: Jawaban, akhir: Akhir): Turn {
  const pejabat = pejabatDari(turn, jawaban.oleh);
  const answer = { ...jawaban, ...(pejabat !== undefined && { pejabat }) };
  const waitList = turn.state.waitList.map((one) =>
    one.id === wait.id ? { ...one, jawaban: { ...answer, seq: seqOf(turn) } } : one,
  );
  return emit(
    patch(turn, { waitList }),
    { kind: "tutup-wait", waitId: wait.id, jawaban: answer, akhir },
    { kind: "batal-timer", awalan: reminderPrefix(wait) },
  );
}

/** Ends the visit that is going on. */
export function endVisit(turn: Turn, hasil: string, oleh: Jawaban["oleh"]): Turn {
  const left = { keluarMs: turn.context.nowMs, keluarSeq: seqOf(turn), hasil, oleh };
  return patch(turn, {
    kunjunganList: turn.state.kunjunganList.map((one) =>
      one.keluarMs === null ? { ...one, ...left } : one,
    ),
  });
}

/**
 * Both deadlines of a langkah that was reached at `diterimaMs`; in an opening its end stands in for the
 * deadline of the period, which is over. A mutu baku stands still while the program is down, the
 * calendar does not.
 */
export function deadlines(
  turn: Turn,
  langkah: Langkah,
  diterimaMs: number,
): { tenggatMs: number | null; batasMs: number | null } {
  const { calendar } = turn.context;
  const tenggatMs = computeTenggat(diterimaMs, langkah.mutuBaku.waktu, calendar);
  const jedaList = turn.state.jedaList ?? [];
  return {
    tenggatMs: tenggatMs === null ? null : sesudahJeda(tenggatMs, diterimaMs, jedaList, calendar),
    batasMs: pembukaanOf(turn.state)?.batasMs ?? batasOf(turn, langkah),
  };
}

const batasOf = ({ state, context }: Turn, { batasHariKerja }: Langkah): Instant | null =>
  batasHariKerja === undefined
    ? null
    : batasPeriode(state.periode, batasHariKerja, context.calendar);

/** The reminder at the hour somebody chose themselves; a later choice replaces it. */
export const tundaTimer = (wait: Wait, { oleh, sampaiMs }: Tunda): PlainEffect => ({
  kind: "timer",
  kunci: `${reminderPrefix(wait)}tunda:${oleh}`,
  atMs: sampaiMs,
  isi: {
    jenis: "pengingat",
    berkasId: wait.id.slice(0, wait.id.lastIndexOf(".")),
    waitId: wait.id,
    jam: "baku-mutu",
    aturan: null,
    ke: 1,
    eskalasi: null,
    hanya: oleh,
  },
});

/**
 * Timers for every reminder this wait will need; those until `sejakMs`, which is now, are left out, a
 * weekly one goes on.
 */
export function setReminders(
  turn: Turn,
  langkah: Langkah,
  wait: Wait,
  sejakMs: Instant = turn.context.nowMs,
): Turn {
  const { kantor, calendar, nowMs } = turn.context;
  const schedule = jadwalPengingat(
    kantor.pengingat,
    {
      diterima: wait.diterimaMs,
      tenggat: wait.tenggatMs,
      batasPeriode: wait.batasMs,
      jenis: langkah.jenis,
    },
    calendar,
  );
  const timers = schedule
    // Of a weekly rule the first is listed alone, each sets the next: past it, Monday is the next.
    .map((one) =>
      one.at <= nowMs && kantor.pengingat[one.aturan]?.saat === "mingguan"
        ? { ...one, at: nextWeekly(nowMs, calendar) }
        : one,
    )
    .filter((one) => one.at > sejakMs)
    .map((one): PlainEffect => {
      const jam = kantor.pengingat[one.aturan]?.jam ?? "baku-mutu";
      return {
        kind: "timer",
        kunci: `${reminderPrefix(wait)}${one.aturan}:${one.ke}`,
        atMs: one.at,
        isi: {
          jenis: "pengingat",
          berkasId: turn.state.id,
          waitId: wait.id,
          jam,
          aturan: one.aturan,
          ke: one.ke,
          eskalasi: one.eskalasi,
          hanya: null,
        },
      };
    });
  const chosen = (wait.tundaList ?? []).filter(({ sampaiMs }) => sampaiMs > nowMs);
  return emit(turn, ...timers, ...chosen.map((tunda) => tundaTimer(wait, tunda)));
}

/** The figures of the office with this berkas' own on top: what a text about it must show. */
export function realisasiOf(state: BerkasState, context: EngineContext): RealisasiByKode {
  const merged: Record<string, RealisasiByKode[string]> = { ...context.realisasi };
  for (const [kode, recorded] of Object.entries(state.isianByKode)) {
    merged[kode] = { ...merged[kode], [state.periode]: terkiniOf(recorded) };
  }
  return merged;
}

/** The names of everybody who may answer, as a text shows them. */
export const holderNames = (wait: Wait, context: EngineContext): string =>
  holdersOf(wait, context.kantor)
    .map((pegawai) => sebutanPemegang(wait, pegawai))
    .join(" atau ") || "belum ada pemegang";

/** What the keys of all reminders of a wait begin with. */
export const reminderPrefix = (wait: Wait): string => `ingat:${wait.id}:`;
