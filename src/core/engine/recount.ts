import type { PegawaiId } from "../kantor/schema.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Instant } from "../waktu/instant.ts";
import { type Jeda, menitKerjaAntara } from "../waktu/tenggat.ts";
import { accept } from "./accept.ts";
import type { Decision } from "./decision.ts";
import { holdersOf, langkahOf, openWaits } from "./holders.ts";
import type { Kunjungan, Wait } from "./state.ts";
import {
  clocksOf,
  deadlines,
  emit,
  note,
  patch,
  reminderPrefix,
  setReminders,
  type Turn,
  tell,
} from "./turn.ts";

/**
 * Counts every open deadline again with today's office calendar. The old one is kept beside the new,
 * its owners are told, and the reminders move with it.
 */
export function recount(turn: Turn): Turn {
  return openWaits(turn.state)
    .filter((wait) => wait.tenggatMs !== null || wait.batasMs !== null)
    .reduce((next, wait) => recountWait(next, wait, null), recountVisit(turn));
}

/**
 * The program was down in working hours: what has a mutu baku gets that time back. It is written down
 * and said with the next reminder; nobody is written to for it.
 */
export function takeOutage(turn: Turn, jeda: Jeda): Decision {
  const { state, context } = turn;
  const { jedaList = [] } = state;
  const known = jedaList.some(
    ({ mulaiMs, usaiMs }) => jeda.mulaiMs < usaiMs && mulaiMs < jeda.usaiMs,
  );
  if (state.status !== "berjalan" || known) return accept(turn);
  const waktu = (atMs: Instant): string =>
    formatWaktu(atMs, context.kantor.zonaWaktu, { tahun: true });
  const noted = note(patch(turn, { jedaList: [...jedaList, jeda] }), "gangguan", "sistem", {
    mulai: waktu(jeda.mulaiMs),
    sampai: waktu(jeda.usaiMs),
    menitKerja: Math.round(menitKerjaAntara(jeda.mulaiMs, jeda.usaiMs, context.calendar)),
  });
  return accept(
    openWaits(state)
      .filter((wait) => wait.tenggatMs !== null)
      .reduce((next, wait) => recountWait(next, wait, jeda), recountVisit(noted)),
  );
}

/** The visit is measured against the same deadline as the waits it laid on the desks. */
function recountVisit(turn: Turn): Turn {
  const langkah = langkahOf(turn.sop, turn.state.langkahNo);
  return patch(turn, {
    kunjunganList: turn.state.kunjunganList.map((one) =>
      one.keluarMs === null
        ? { ...one, tenggatMs: deadlines(turn, langkah, countedFrom(turn, one)).tenggatMs }
        : one,
    ),
  });
}

/** A part of a form may have begun to count later than the berkas came: at the hour of a meeting. */
const countedFrom = ({ state }: Turn, { langkahNo, masukMs, tenggatMs }: Kunjungan): Instant =>
  openWaits(state).find(
    (wait) =>
      wait.langkahNo === langkahNo && wait.tahap !== undefined && wait.tenggatMs === tenggatMs,
  )?.diterimaMs ?? masukMs;

/**
 * After a pause, reminders that fell into it come now, the log says why a deadline moved, and nobody is
 * told but by them.
 */
function recountWait(turn: Turn, wait: Wait, jeda: Jeda | null): Turn {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  const counted = clocksOf(turn, langkah, wait);
  const kalenderVersi = turn.context.calendar.versi;
  if (counted.tenggatMs === wait.tenggatMs && counted.batasMs === wait.batasMs) return turn;
  const moved: Wait = {
    ...wait,
    ...counted,
    kalenderVersi,
    tenggatLama: [
      ...wait.tenggatLama,
      {
        tenggatMs: wait.tenggatMs,
        ...(wait.batasMs !== null && { batasMs: wait.batasMs }),
        kalenderVersi: wait.kalenderVersi,
      },
    ],
  };
  const waitList = turn.state.waitList.map((one) => (one.id === wait.id ? moved : one));
  const cleared = emit(patch(turn, { waitList }), {
    kind: "batal-timer",
    awalan: reminderPrefix(wait),
  });
  const noted = note(
    setReminders(cleared, langkah, moved, jeda?.mulaiMs),
    "tenggat-dihitung-ulang",
    "sistem",
    {
      wait: wait.id,
      lama: wait.tenggatMs,
      baru: moved.tenggatMs,
      ...(moved.batasMs !== wait.batasMs && { batasLama: wait.batasMs, batasBaru: moved.batasMs }),
      ...(jeda === null ? { kalender: kalenderVersi } : { sebab: "gangguan" }),
    },
  );
  if (jeda !== null) return noted;
  const owners: readonly PegawaiId[] = holdersOf(moved, turn.context.kantor).map(({ id }) => id);
  return owners.reduce(
    (next, id) => tell(next, id, { jenis: "tenggat-berubah", wait: moved }),
    noted,
  );
}
