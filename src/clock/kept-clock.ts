import type { KeptClock, RehearsalClock } from "../app/ports/clock.ts";
import type { Store } from "../app/ports/store.ts";

/**
 * A rehearsal clock that the database keeps: it goes on after a restart where it stood, and whoever
 * works beside the running program goes by it too. Without a kept one it starts where it stands now,
 * but not before the newest entry of any office.
 */
export async function keepClock(
  clock: RehearsalClock,
  store: Pick<Store, "readClock" | "saveClock" | "aheadOf">,
): Promise<KeptClock> {
  const keptMs = await store.readClock();
  const ahead = keptMs === null ? await store.aheadOf(clock.now()) : [];
  clock.set(keptMs ?? Math.max(clock.now(), ...ahead.map(({ atMs }) => atMs)));
  await store.saveClock(clock.now());
  return {
    now: () => clock.now(),
    async set(at) {
      await store.saveClock(at);
      clock.set(at);
    },
  };
}
