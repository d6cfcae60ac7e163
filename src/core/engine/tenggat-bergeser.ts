import type { Instant } from "../waktu/instant.ts";
import { openWaits } from "./holders.ts";
import type { BerkasState, Wait } from "./state.ts";

/** A deadline that is another one than before: that of the period where there is one. */
export interface TenggatBergeser {
  readonly langkahNo: Wait["langkahNo"];
  readonly lamaMs: Instant | null;
  readonly baruMs: Instant | null;
}

/** The deadlines of a berkas that somebody still waits for and that have moved. */
export const tenggatBergeser = (
  before: BerkasState,
  after: BerkasState,
): readonly TenggatBergeser[] =>
  openWaits(after).flatMap((wait) => {
    const old = before.waitList.find(({ id }) => id === wait.id);
    if (old === undefined) return [];
    const [lamaMs, baruMs] = [lastOf(old), lastOf(wait)];
    return lamaMs === baruMs ? [] : [{ langkahNo: wait.langkahNo, lamaMs, baruMs }];
  });

const lastOf = ({ tenggatMs, batasMs }: Wait): Instant | null => batasMs ?? tenggatMs;
