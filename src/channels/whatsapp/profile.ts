import { createHash } from "node:crypto";
import { readFileSync, readlinkSync, unlinkSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Log } from "../../app/ports/log.ts";

/** The browser's profile on disk: two browsers on one destroy it, and with it the session. */
export interface Profile {
  /** Holds the profile for this process; answers how to let it go, or null if another holds it. */
  lock(): Promise<(() => void) | null>;
  /** Takes away what a browser left behind that was not closed, and that browser itself. */
  free(): Promise<void>;
  /** Forgets the session. Only while no browser runs. */
  remove(): Promise<void>;
}

/** `dir` is the folder of the channel, `name` the profile's folder in it. */
export function createProfile(dir: string, name: string, log: Log): Profile {
  const path = resolve(dir, name);
  return {
    async lock() {
      await mkdir(dir, { recursive: true });
      const socket = socketPath(resolve(dir, "lock"));
      return (await listen(socket)) ?? ((await isAnswered(socket)) ? null : listenAnew(socket));
    },
    async free() {
      killOrphan(path, log);
      for (const file of ["SingletonLock", "SingletonSocket", "SingletonCookie"])
        await rm(join(path, file), { force: true });
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** The system limits the paths of sockets to some hundred bytes. */
const SOCKET_PATH_MAX_BYTE = 100;

/** A socket, for the system drops it with the process, however that ends; no stale lock remains. */
function socketPath(path: string): string {
  if (Buffer.byteLength(path) <= SOCKET_PATH_MAX_BYTE) return path;
  const digest = createHash("sha256").update(path).digest("hex").slice(0, 16);
  return join(tmpdir(), `sopir-whatsapp-${digest}.lock`);
}

/** Null when the socket's file is there already. */
function listen(path: string): Promise<(() => void) | null> {
  return new Promise((resolveWith, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => {
      if ("code" in error && error.code === "EADDRINUSE") resolveWith(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolveWith(() => void server.close());
    });
  });
}

function listenAnew(path: string): Promise<(() => void) | null> {
  unlinkSync(path);
  return listen(path);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolveWith) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolveWith(true);
    });
    socket.once("error", () => resolveWith(false));
  });
}

/** A browser outlives a process that was killed; it still holds the profile we have the lock of. */
function killOrphan(path: string, log: Log): void {
  const [host, pid] = holderOf(path);
  if (host !== hostname() || pid === null || !commandOf(pid).includes(path)) return;
  log.warn({ pid }, "a browser of an earlier run is ended");
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Chromium names host and process in a link that leads nowhere. */
function holderOf(path: string): readonly [host: string | null, pid: number | null] {
  try {
    const [, host = null, pid] =
      /^(.+)-(\d+)$/.exec(readlinkSync(join(path, "SingletonLock"))) ?? [];
    return [host, pid === undefined ? null : Number(pid)];
  } catch {
    return [null, null];
  }
}

/** Empty where there is no such process, or no /proc to ask. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
