import type { Sampaikan } from "../formulir/schema.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { timOf } from "./holders.ts";
import type { Turn } from "./turn.ts";

/** To whom a paper of a form goes: everybody in the office, the team, or whoever holds a role. */
export function penerimaOf(
  { sop, state, context }: Turn,
  { kepada }: Sampaikan,
): readonly PegawaiId[] {
  if (kepada === "tim") return timOf(sop, state);
  return context.kantor.pegawaiList
    .filter(({ peran }) =>
      kepada === "semua"
        ? peran.some((one) => one !== "inspektorat" && one !== "admin")
        : peran.some((one) => kepada.includes(one)),
    )
    .map(({ id }) => id);
}
