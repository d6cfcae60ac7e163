import type { Instant } from "../waktu/instant.ts";
import { owedWaits } from "./holders.ts";
import type { BerkasState, Wait } from "./state.ts";

/** When an answer is owed: the calendar deadline decides; without one the mutu baku does. */
export const dueOf = ({
  tenggatMs,
  batasMs,
}: Pick<Wait, "tenggatMs" | "batasMs">): Instant | null => batasMs ?? tenggatMs;

/** Whether an answer given at this instant came too late, or is still owed then. */
export const isLate = (wait: Wait, atMs: Instant): boolean => atMs > (dueOf(wait) ?? atMs);

/** What of a running berkas holds it up and is owed for too long, the longest first. */
export const lateWaits = (state: BerkasState, nowMs: Instant): readonly Wait[] =>
  state.status !== "berjalan"
    ? []
    : owedWaits(state)
        .filter((wait) => isLate(wait, nowMs))
        .toSorted((a, b) => (dueOf(a) ?? 0) - (dueOf(b) ?? 0));
