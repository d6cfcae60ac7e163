import type { Pada } from "../waktu/pada.ts";
import type { Accepted } from "./decision.ts";
import { countEntries } from "./effect.ts";
import type { Turn } from "./turn.ts";

/**
 * Ends a turn. The papers it hands out show the office as the turn leaves it, so they are
 * dated by its last entry in the log, and which one that is has come out only now.
 */
export function accept({ state, context, effects }: Turn): Accepted {
  const padaSeq = context.logSeq + countEntries(effects);
  const isOfTurn = (one: Pada): boolean =>
    one.padaSeq !== undefined && one.padaSeq > context.logSeq;
  const naskahList = state.naskahList.map((one) => (isOfTurn(one) ? { ...one, padaSeq } : one));
  return {
    kind: "accepted",
    state: { ...state, naskahList },
    effects: effects.map((effect) =>
      effect.kind === "naskah" ? { ...effect, naskah: { ...effect.naskah, padaSeq } } : effect,
    ),
  };
}
