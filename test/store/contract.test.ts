import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import type { Store } from "../../src/app/ports/store.ts";
import { Prisma } from "../../src/generated/sqlite/client.ts";
import { connect } from "../../src/store/client.ts";
import { openStore } from "../../src/store/open.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { emptyPostgresql, emptySqlite } from "../support/store.ts";
import { accountSuite } from "./contract/account.suite.ts";
import type { Bench, MakeBench } from "./contract/bench.ts";
import { commitSuite } from "./contract/commit.suite.ts";
import { destroySuite } from "./contract/destroy.suite.ts";
import { NOW } from "./contract/fixture.ts";
import { foldSuite } from "./contract/fold.suite.ts";
import { kabupatenSuite } from "./contract/kabupaten.suite.ts";
import { logSuite } from "./contract/log.suite.ts";
import { naskahSuite } from "./contract/naskah.suite.ts";
import { nomorSuite } from "./contract/nomor.suite.ts";
import { officeSuite } from "./contract/office.suite.ts";
import { outboxSuite } from "./contract/outbox.suite.ts";
import { setAsideSuite } from "./contract/set-aside.suite.ts";
import { timerSuite } from "./contract/timer.suite.ts";
import { windowSuite } from "./contract/window.suite.ts";

const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const suites: readonly ((makeBench: MakeBench) => void)[] = [
  commitSuite,
  outboxSuite,
  timerSuite,
  officeSuite,
  naskahSuite,
  nomorSuite,
  accountSuite,
  logSuite,
  kabupatenSuite,
  destroySuite,
  setAsideSuite,
  foldSuite,
  windowSuite,
];

describe("the store on SQLite", () => {
  let folder: string;
  let count = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-contract-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const makeBench: MakeBench = async () => {
    count += 1;
    return benchOf(await emptySqlite(join(folder, `t${count}.db`)), folder);
  };
  for (const suite of suites) suite(makeBench);
});

describe("the store on PostgreSQL", () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  const makeBench: MakeBench = async () => benchOf(await emptyPostgresql(postgres), tmpdir());
  for (const suite of suites) suite(makeBench);
});

async function benchOf(url: string, dataDir: string): Promise<Bench> {
  let nowMs = NOW;
  const open = (): Promise<Store> => openStore({ url, dataDir, now: () => nowMs, log });
  const store = await open();
  const { client, exclusively, engine } = connect(url);
  return {
    url,
    store,
    open,
    setNow: (atMs) => {
      nowMs = atMs;
    },
    sql: async (statement) => {
      await exclusively(() => client.$executeRawUnsafe(statement));
    },
    plan: async (statement) => {
      const how = engine === "sqlite" ? Prisma.sql`EXPLAIN QUERY PLAN` : Prisma.sql`EXPLAIN`;
      const rows = await exclusively(() => client.$queryRaw<object[]>`${how} ${statement}`);
      return rows.map((row) => Object.values(row).join(" ")).join("\n");
    },
    close: async () => {
      await exclusively(() => client.$disconnect());
      await store.close();
    },
  };
}

function ignore(): void {}
