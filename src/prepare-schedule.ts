import { createNightly } from "./app/clock/nightly-backup.ts";
import type { Backups } from "./app/ports/backups.ts";
import type { Log } from "./app/ports/log.ts";
import type { Runtime } from "./app/runtime.ts";
import { type Schedule, type ScheduleEntry, startSchedule } from "./clock/schedule.ts";
import { systemClock } from "./clock/system-clock.ts";
import type { Config } from "./config.ts";

const zone = "Asia/Jakarta";

/** What is looked after beside the offices themselves. */
export interface SweepDeps {
  readonly backups: Backups;
  readonly config: Pick<Config, "backup">;
  readonly log: Log;
}

/**
 * A standing clock moves only when it is told to, and a rehearsal is not backed up; beside a running
 * one every minute is the net.
 */
export function startSweeps(runtime: Runtime | null, deps: SweepDeps): Schedule {
  runtime?.watch();
  const timetable = runtime === null ? [] : [sweep(runtime), ...nightly(runtime, deps)];
  return startSchedule(timetable, (name, err) =>
    deps.log.error({ err, name }, `a ${name} failed; the next one makes it good`),
  );
}

const sweep = (runtime: Runtime): ScheduleEntry => ({
  name: "sweep",
  cron: "* * * * *",
  zone,
  tick: () => runtime.tick(),
});

/** Looked at often and made once a day: a computer that was off at the hour is not without one. */
function nightly(
  runtime: Runtime,
  { backups, config: { backup }, log }: SweepDeps,
): readonly ScheduleEntry[] {
  if (backup.simpan === 0) return [];
  // By the machine's time, as whoever looks for last night's will.
  const failed = (atMs: number): Promise<void> => runtime.backupFailed(atMs);
  const tick = createNightly({ ...backup, backups, clock: systemClock, zona: zone, log, failed });
  return [{ name: "backup", cron: "*/10 * * * *", zone, tick }];
}
