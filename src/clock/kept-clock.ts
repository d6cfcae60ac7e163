import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RehearsalClock } from "../app/ports/clock.ts";

/**
 * A rehearsal clock that goes on after a restart where it stood, so that the log of an office never
 * runs backwards: the folder's file, if there is one, wins over where the clock stands now.
 */
export function keepClock(clock: RehearsalClock, dir: string): RehearsalClock {
  const path = join(dir, "jam");
  const keptMs = readKept(path);
  if (keptMs !== null) clock.set(keptMs);
  return {
    now: () => clock.now(),
    set(at) {
      clock.set(at);
      mkdirSync(dir, { recursive: true });
      writeFileSync(`${path}.baru`, `${at}\n`);
      renameSync(`${path}.baru`, path);
    },
  };
}

function readKept(path: string): number | null {
  try {
    const text = readFileSync(path, "utf8").trim();
    return /^\d{1,16}$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}
