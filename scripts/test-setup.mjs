import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { prepare } from "./prepare.mjs";

/**
 * Before any test: what processes of their own run is built from the code that is tested. After all of them:
 * the servers that files share (test/support/postgres.ts) end, whatever became of who started them.
 */
export async function setup() {
  await prepare();
  const folder = mkdtempSync(join(tmpdir(), "sopir-servers-"));
  // As root the servers run under a user of their own.
  chmodSync(folder, 0o755);
  process.env.SOPIR_TEST_SERVERS = folder;
  return async () => {
    for (const name of readdirSync(folder)) await end(join(folder, name, "data", "postmaster.pid"));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Ends a server at once: nobody needs what it holds. */
async function end(pidFile) {
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) : 0;
  if (!(pid > 0)) return;
  for (let tries = 0; tries < 100 && told(pid, "SIGQUIT"); tries += 1) await setTimeout(50);
}

/** Tells a process; false where there is none. */
function told(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
