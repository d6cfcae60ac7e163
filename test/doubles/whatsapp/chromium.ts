import { existsSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** The browser of this machine; a test without one fails with what to do. */
export function chromium(): string {
  const path = PATHS.find((one) => existsSync(one));
  if (path === undefined) {
    throw new Error("no Chromium on this machine; get it with: apt-get install -y chromium");
  }
  return path;
}

const PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Removes a browser's folder; its last processes may still write for a moment after it was closed. */
export async function removeProfile(dir: string): Promise<void> {
  const untilMs = Date.now() + 10_000;
  for (;;) {
    try {
      rmSync(dir, { recursive: true, force: true });
      return;
    } catch (error) {
      if (Date.now() > untilMs) throw error;
      await setTimeout(50);
    }
  }
}
