import { type ScheduledTask, schedule, validate } from "node-cron";

/** One line of the timetable: at `cron` of `zone` (IANA name) `tick` is called, never twice at once. */
export interface ScheduleEntry {
  readonly name: string;
  readonly cron: string;
  readonly zone: string;
  readonly tick: () => Promise<void>;
}

export interface Schedule {
  /** Starts no more ticks; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/**
 * Starts the timetable. A tick says only "look what is due": one that comes late, was missed or
 * failed is made good by the next, so an entry still running is left alone and a fault is told to
 * `onFault` and forgotten.
 */
export function startSchedule(
  timetable: readonly ScheduleEntry[],
  onFault: (name: string, error: unknown) => void,
): Schedule {
  const wrong = timetable.find(({ cron }) => !validate(cron));
  if (wrong) throw new Error(`Schedule entry "${wrong.name}" has no valid cron: ${wrong.cron}`);
  const running = new Map<string, Promise<void>>();
  const taskList = timetable.map((entry) => startEntry(entry, running, onFault));
  return {
    stop: async () => {
      for (const task of taskList) await task.destroy();
      await Promise.all(running.values());
    },
  };
}

function startEntry(
  { name, cron, zone, tick }: ScheduleEntry,
  running: Map<string, Promise<void>>,
  onFault: (name: string, error: unknown) => void,
): ScheduledTask {
  const run = async (): Promise<void> => {
    try {
      await tick();
    } catch (error) {
      onFault(name, error);
    } finally {
      running.delete(name);
    }
  };
  const fire = (): void => {
    if (!running.has(name)) running.set(name, run());
  };
  return schedule(cron, fire, { timezone: zone, name, suppressMissedWarning: true });
}
