import type { IsianTercatat } from "../../../../engine/state.ts";

/**
 * Whether something recorded is an answer. A file sent ahead leaves a placeholder behind: `belum`,
 * without a note, but with evidence.
 */
export function isAnswered(recorded: IsianTercatat | undefined): recorded is IsianTercatat {
  if (recorded === undefined) return false;
  const { isian, keterangan, bukti } = recorded;
  return isian.jenis !== "belum" || keterangan !== null || bukti.length === 0;
}
