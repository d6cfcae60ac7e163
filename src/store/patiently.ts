import { setTimeout as sleep } from "node:timers/promises";

/** What Windows answers while a scanner or an indexer holds a file for a moment. */
const HELD = new Set(["EPERM", "EACCES", "EBUSY"]);
const PAUSE_MS = [20, 50, 100, 200, 400, 800];

/**
 * Does something to a file, again and again for a second and a half while something else holds it. The same
 * codes mean a lasting refusal elsewhere, so only Windows is waited for.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  { platform = process.platform, pause = sleep }: Patience = {},
): Promise<T> {
  for (const pauseMs of platform === "win32" ? PAUSE_MS : []) {
    try {
      return await work();
    } catch (cause) {
      if (!isHeld(cause)) throw cause;
      await pause(pauseMs);
    }
  }
  return work();
}

interface Patience {
  readonly platform?: NodeJS.Platform;
  readonly pause?: (ms: number) => Promise<unknown>;
}

const isHeld = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && HELD.has(String(cause.code));
