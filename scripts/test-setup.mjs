import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { prepare } from "./prepare.mjs";

/** The memory of a Linux machine, as a file system. */
const MEMORY = "/dev/shm";
/** More than all tests leave there before their folder goes. */
const ROOM_BYTES = 4 * 2 ** 30;

/**
 * Before any test: what processes of their own run is built from the code that is tested, and temporary files
 * have a folder. After all of them: the servers that files share (test/support/postgres.ts) end, whatever
 * became of who started them, and the folder goes.
 */
export async function setup() {
  await prepare();
  const folder = mkdtempSync(join(quickest(), "sopir-test-"));
  // As root some processes run under a user of their own.
  chmodSync(folder, 0o1777);
  const servers = join(folder, "servers");
  mkdirSync(servers);
  process.env.TMPDIR = folder;
  process.env.SOPIR_TEST_SERVERS = servers;
  return async () => {
    for (const name of readdirSync(servers))
      await end(join(servers, name, "data", "postmaster.pid"));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Memory where it can be had, since on a disk every commit of every test waits for a flush. */
function quickest() {
  return hasRoom(MEMORY) && runsPrograms(MEMORY) ? MEMORY : tmpdir();
}

function hasRoom(folder) {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM_BYTES;
}

/** False where files may be written and not be run, as containers like it. */
function runsPrograms(folder) {
  const own = mkdtempSync(join(folder, "sopir-try-"));
  try {
    const program = join(own, "program");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    return spawnSync(program).status === 0;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
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
