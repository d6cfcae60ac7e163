import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import { isOpen, type OfficeCalendar } from "../waktu/calendar.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Instant } from "../waktu/instant.ts";
import { tundaBawaan, tundaTerlama } from "../waktu/tunda.ts";
import { accept } from "./accept.ts";
import { type Decision, type Refusal, refuse } from "./decision.ts";
import type { BerkasEvent } from "./event.ts";
import { findWait, isHolder, pegawaiOf } from "./holders.ts";
import { dueOf } from "./late.ts";
import type { Wait } from "./state.ts";
import { emit, holderNames, note, patch, type Turn, tundaTimer } from "./turn.ts";

/**
 * Somebody puts their own reminders of a wait off, a few times and not far past its deadline. Deadlines,
 * the reminders of others and word to superiors stay as they are.
 */
export function putOff(
  turn: Turn,
  { waitId, oleh, sampaiMs }: Extract<BerkasEvent, { kind: "tunda" }>,
): Decision {
  const { state, context } = turn;
  const wait = findWait(state, waitId);
  if (wait === undefined || wait.jawaban !== null) return refuse("sudah-beralih");
  if (state.status !== "berjalan") return refuse("berkas-selesai");
  const pegawai = pegawaiOf(context.kantor, oleh);
  if (pegawai === undefined || !isHolder(wait, pegawai)) {
    return refuse("bukan-pelaksana", { giliran: holderNames(wait, context) });
  }
  const refusal = refusalOfTunda(context, wait, { oleh, sampaiMs });
  if (refusal !== null) return refusal;
  const tunda = { oleh, atMs: context.nowMs, sampaiMs };
  const moved: Wait = { ...wait, tundaList: [...(wait.tundaList ?? []), tunda] };
  const waitList = state.waitList.map((one) => (one.id === wait.id ? moved : one));
  const noted = note(patch(turn, { waitList }), "pengingat-ditunda", oleh, {
    wait: wait.id,
    sampai: formatWaktu(sampaiMs, context.kantor.zonaWaktu, { tahun: true }),
  });
  return accept(emit(noted, tundaTimer(moved, tunda)));
}

interface Kapan {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly nowMs: Instant;
}

/** Why the reminders of a wait may not rest until then; null when they may. */
export function refusalOfTunda(
  { kantor, calendar, nowMs }: Kapan,
  wait: Wait,
  { oleh, sampaiMs }: { readonly oleh: PegawaiId; readonly sampaiMs: Instant },
): Refusal | null {
  const aturan = kantor.tunda ?? tundaBawaan;
  if (timesPutOff(wait, oleh) >= aturan.paling) {
    return refuse("tunda-habis", { paling: String(aturan.paling) });
  }
  if (sampaiMs <= nowMs || !isOpen(calendar, sampaiMs)) return refuse("tunda-di-luar-jam");
  const lastMs = tundaTerlama(aturan, dueOf(wait), calendar);
  return lastMs === null || sampaiMs <= lastMs
    ? null
    : refuse("tunda-lewat-batas", { sampai: formatWaktu(lastMs, kantor.zonaWaktu) });
}

const timesPutOff = ({ tundaList = [] }: Wait, oleh: PegawaiId): number =>
  tundaList.filter((one) => one.oleh === oleh).length;

/** Until when somebody wants to be left alone about a wait; in the past, or 0, when they do not. */
export const tundaSampai = ({ tundaList = [] }: Wait, pegawaiId: PegawaiId): Instant =>
  tundaList.findLast(({ oleh }) => oleh === pegawaiId)?.sampaiMs ?? 0;
