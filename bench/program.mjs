import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Child } from "./child.mjs";

/** Those of the script `start` in package.json. */
const START_FLAGS = ["--liftoff-only", "--max-semi-space-size=4"];

/**
 * The whole program as an operator starts it, until `/readyz` says yes. With `clockMs` its clock shows
 * that instant now, and runs on.
 */
export async function startProgram({ url, dir, databaseUrl, clockMs = null, variables = {} }) {
  const port = await freePort();
  const moved = clockMs === null ? [] : ["--import", new URL("shift-clock.mjs", import.meta.url)];
  const child = new Child(
    "../scripts/start.mjs",
    {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dir,
      TELEGRAM_BOT_TOKEN: "1:bench",
      TELEGRAM_API_ROOT: url,
      PORT: String(port),
      LOG_LEVEL: "error",
      ...(clockMs !== null && { CLOCK_SHIFT_MS: String(clockMs - Date.now()) }),
      ...variables,
    },
    [...START_FLAGS, ...moved],
  );
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.hasEnded) throw new Error("the program ended before it was ready");
    await sleep(10);
  }
  return { child, port };
}

/** A port nobody listens on. */
export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
