import { can } from "../authorize.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { nextMorning, type OfficeCalendar } from "../waktu/calendar.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Instant } from "../waktu/instant.ts";
import { accept } from "./accept.ts";
import { type Decision, refuse } from "./decision.ts";
import type { EngineEffect } from "./effect.ts";
import type { BerkasEvent } from "./event.ts";
import { findWait, isHolder, openWaits, pegawaiOf } from "./holders.ts";
import type { Colek, Wait } from "./state.ts";
import { emit, note, patch, type Turn } from "./turn.ts";

/**
 * A colleague asks after what people owe: each once a working day about one task, whoever asks. It is
 * written down with the task, so that nobody is asked by several. Who was asked today is passed over;
 * refused where nobody is left.
 */
export function colek(
  turn: Turn,
  { oleh, sasaranList }: Extract<BerkasEvent, { kind: "colek" }>,
): Decision {
  const { state, context } = turn;
  if (!mayColek(turn, oleh)) {
    return refuse("tidak-berwenang", { untuk: "koordinator, penyusun, sekretaris, dan pimpinan" });
  }
  if (state.status !== "berjalan") return refuse("berkas-selesai");
  const open = sasaranList.flatMap(({ waitId, kepada }) => {
    const wait = findWait(state, waitId);
    return wait === undefined || wait.jawaban !== null ? [] : [{ wait, kepada }];
  });
  if (open.length === 0) return refuse("sudah-beralih");
  const fair = open.filter(
    ({ wait, kepada }) => lagiMs(wait, kepada, context.calendar) <= context.nowMs,
  );
  if (fair.length === 0) return refuseAgain(turn, open);
  const waitList = state.waitList.map((wait) =>
    fair
      .filter((one) => one.wait.id === wait.id)
      .reduce((next, { kepada }) => asked(next, { kepada, oleh, atMs: context.nowMs }), wait),
  );
  const noted = note(patch(turn, { waitList }), "colek", oleh, {
    wait: [...new Set(fair.map(({ wait }) => wait.id))],
    kepada: [...new Set(fair.map(({ kepada }) => kepada))],
  });
  return accept(
    emit(
      noted,
      ...fair.map(
        ({ wait, kepada }): EngineEffect => ({
          kind: "ingatan",
          waitId: wait.id,
          pegawaiId: kepada,
          jenis: "colek",
        }),
      ),
    ),
  );
}

/** Whether this person may ask after others: by their role, or because they coordinate a collection. */
function mayColek({ state, context }: Turn, oleh: PegawaiId): boolean {
  const pegawai = pegawaiOf(context.kantor, oleh);
  return (
    pegawai !== undefined &&
    (can(pegawai, "colek") ||
      openWaits(state).some((wait) => wait.macam === "koordinator" && isHolder(wait, pegawai)))
  );
}

const asked = (wait: Wait, colek: Colek): Wait => ({
  ...wait,
  colekList: [...(wait.colekList ?? []).filter(({ kepada }) => kepada !== colek.kepada), colek],
});

/** When somebody was last asked after a wait by a colleague; null where nobody did. */
export const colekMs = ({ colekList = [] }: Wait, kepada: PegawaiId): Instant | null =>
  colekList.find((one) => one.kepada === kepada)?.atMs ?? null;

/** From when they may be asked again: on the working day after; in the past, or 0, when they may now. */
export function lagiMs(wait: Wait, kepada: PegawaiId, calendar: OfficeCalendar): Instant {
  const atMs = colekMs(wait, kepada);
  return atMs === null ? 0 : nextMorning(calendar, atMs);
}

function refuseAgain({ context }: Turn, open: readonly Sasaran[]): Decision {
  const { calendar, kantor } = context;
  const waktu = (atMs: Instant): string => formatWaktu(atMs, kantor.zonaWaktu);
  return refuse("baru-diingatkan", {
    waktu: waktu(Math.max(...open.map(({ wait, kepada }) => colekMs(wait, kepada) ?? 0))),
    lagi: waktu(Math.min(...open.map(({ wait, kepada }) => lagiMs(wait, kepada, calendar)))),
  });
}

interface Sasaran {
  readonly wait: Wait;
  readonly kepada: PegawaiId;
}
