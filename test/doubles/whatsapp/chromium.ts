import { existsSync } from "node:fs";

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
