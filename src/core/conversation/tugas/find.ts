import { findWait } from "../../engine/holders.ts";
import type { Wait, WaitId } from "../../engine/state.ts";
import type { BerkasTerbuka, World } from "../world.ts";

/** A wait with the berkas it belongs to. */
export interface Task {
  readonly berkas: BerkasTerbuka;
  readonly wait: Wait;
}

/** The wait with this id in whatever berkas the world knows; its id begins with that of the berkas. */
export function findTask(world: Pick<World, "berkasById">, waitId: WaitId): Task | null {
  const berkas = world.berkasById.get(waitId.slice(0, Math.max(0, waitId.lastIndexOf("."))));
  const wait = berkas === undefined ? undefined : findWait(berkas.state, waitId);
  return berkas === undefined || wait === undefined ? null : { berkas, wait };
}
