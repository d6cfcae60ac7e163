import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Timing } from "../../../src/app/ports/timing.ts";
import { openPeragaChannel, type PeragaChannel } from "../../../src/channels/peraga/index.ts";
import { systemRandom } from "../../../src/random/random.ts";
import { createFileStore } from "../../../src/store/files.ts";
import { MemoryLog } from "../../support/memory-log.ts";

/** Pauses take no time. */
const timing: Timing = { now: () => 0, sleep: async () => setImmediate() };

export const NOW_MS = Date.parse("2027-01-04T07:15:00+08:00");

/** A folder for chats, and the channel opened on it as often as one likes. */
export function openFolder() {
  const dir = mkdtempSync(join(tmpdir(), "sopir-peraga-"));
  return {
    dir,
    journal: join(dir, "percakapan.jsonl"),
    open: (): Promise<PeragaChannel> =>
      openPeragaChannel({
        dir,
        files: createFileStore(dir),
        random: systemRandom,
        now: () => NOW_MS,
        timing,
        log: new MemoryLog(),
      }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

export async function until(predicate: () => boolean): Promise<void> {
  while (!predicate()) await setImmediate();
}
