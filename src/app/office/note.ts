import type { KantorId } from "../../core/kantor/schema.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import type { Deps } from "../deps.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { worldOf } from "../turn/load-world.ts";
import { readOffice } from "../turn/offices.ts";
import { TurnWriter } from "../turn/turn-writer.ts";

/** What writing down an operator's doing needs of the world. */
export type NoteDeps = Pick<Deps, "store" | "random" | "clock" | "log" | "kamus">;

/** Writes down what an operator did for an office, with everything that goes with it, in one commit. */
export const noteForOperator = (
  deps: NoteDeps,
  kantorId: KantorId,
  effects: readonly Effect[],
): Promise<void> =>
  commitUntilDone(deps, async () => {
    const office = await readOffice(deps.store, kantorId, deps.clock.now());
    const writer = new TurnWriter(worldOf(deps, office));
    const { random } = deps;
    const sebab = `operator:${kantorId}:${writer.world.logSeq}`;
    writer.add(
      { session: null, berkasList: [], effects },
      { sebab, asal: null, pelaku: null, random },
    );
    return writer.request();
  });
