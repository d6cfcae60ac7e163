import type { Pegawai, Pemantau } from "../kantor/schema.ts";
import { nextMorning, type OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { accept } from "./accept.ts";
import { type Decision, type EngineContext, refuse } from "./decision.ts";
import type { EngineEffect } from "./effect.ts";
import { isHolder } from "./holders.ts";
import { lateWaits } from "./late.ts";
import { coordinators } from "./pengawas.ts";
import type { BerkasState } from "./state.ts";
import { emit, note, patch, type Turn } from "./turn.ts";

/**
 * Whoever watches over the office asks after a berkas that is late: its coordinator gets one message, once
 * a working day at most. An office that names another one, or none, is not asked.
 */
export function askAfter(turn: Turn, dari: Pemantau): Decision {
  const { state, context } = turn;
  const { kantor, calendar, nowMs } = context;
  if (kantor.pemantau !== dari.kantorId) return refuse("tidak-berwenang", { untuk: kantor.nama });
  if (state.status !== "berjalan") return refuse("berkas-selesai");
  const terlambat = lateWaits(state, nowMs);
  if (terlambat.length === 0) return refuse("tidak-terlambat");
  if (againMs(state, calendar) > nowMs) return refuse("hari-ini-diingatkan");
  const reached = askedAfter(turn, context).filter(({ id }) => context.terhubung.has(id));
  if (reached.length === 0) return refuse("koordinator-tanpa-akun");
  const told = emit(
    patch(turn, { diingatkanMs: nowMs }),
    ...reached.map((pegawai): EngineEffect => {
      const milik = terlambat.find((wait) => isHolder(wait, pegawai)) ?? null;
      const kabar = { jenis: "diingatkan", dari, terlambat, milik } as const;
      return { kind: "kabar", kepada: pegawai.id, prioritas: "pengingat", kabar };
    }),
  );
  return accept(
    note(told, "diingatkan-kabupaten", "sistem", {
      dari: `${dari.jabatan}, ${dari.nama}`,
      untuk: reached.map(({ id }) => id),
    }),
  );
}

/** From when a berkas may be asked after: on the working day after the last time. */
export const againMs = (
  { diingatkanMs }: Pick<BerkasState, "diingatkanMs">,
  calendar: OfficeCalendar,
): Instant => (diingatkanMs === undefined ? 0 : nextMorning(calendar, diingatkanMs));

/** Who is asked after a late berkas: whoever coordinates what has waited longest. */
export function askedAfter(
  { state, sop }: Pick<Turn, "state" | "sop">,
  { kantor, nowMs }: Pick<EngineContext, "kantor" | "nowMs">,
): readonly Pegawai[] {
  const [wait] = lateWaits(state, nowMs);
  return wait === undefined ? [] : coordinators({ state, sop, wait }, kantor);
}
