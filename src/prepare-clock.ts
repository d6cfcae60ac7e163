import type { KeptClock, RehearsalClock } from "./app/ports/clock.ts";
import type { Store } from "./app/ports/store.ts";
import { keepClock } from "./clock/kept-clock.ts";
import { createRehearsalClock } from "./clock/rehearsal-clock.ts";
import type { Config } from "./config.ts";
import { rehearsalStart } from "./prepare-peraga.ts";

/** The clock of a rehearsal, which stands until it is moved; null where time goes by itself. */
export function standingClock(config: Config): RehearsalClock | null {
  const startMs = rehearsalStart(config.clock, Date.now());
  return startMs === null ? null : createRehearsalClock(startMs);
}

/** A standing clock goes on where the database has it. */
export const keptClock = async (
  standing: RehearsalClock | null,
  store: Store,
): Promise<KeptClock | null> => (standing === null ? null : keepClock(standing, store));
