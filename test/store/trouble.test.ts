import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database } from "../../src/store/client.ts";
import { awayOr } from "../../src/store/trouble.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

const adviceOf = (cause: unknown): string | null => {
  const named = awayOr(cause);
  return named instanceof Error && "advice" in named ? String(named.advice) : null;
};

/** The shapes in which a failure comes: below Prisma's own error, as the driver's, as the system's. */
const below = (originalCode: string) => ({
  code: "P2010",
  meta: { driverAdapterError: { cause: { originalCode, kind: "postgres" } } },
});
const driver = (originalCode: string) => ({ cause: { originalCode, kind: "sqlite" } });
const kind = (name: string) => ({
  code: "P2010",
  meta: { driverAdapterError: { cause: { kind: name } } },
});

describe("a failure of the machine", () => {
  it.each([
    [below("SQLITE_FULL"), "no room"],
    [driver("SQLITE_FULL"), "no room"],
    [{ code: "SQLITE_FULL" }, "no room"],
    [driver("SQLITE_IOERR_SHMSIZE"), "no room"],
    [below("53100"), "no room"],
    [{ code: "ENOSPC" }, "no room"],
    [{ code: "EDQUOT" }, "no room"],
    [{ code: "EROFS" }, "not written"],
    [driver("SQLITE_READONLY"), "not written"],
    [driver("SQLITE_READONLY_DBMOVED"), "not written"],
    [below("25006"), "not written"],
    [driver("SQLITE_IOERR_WRITE"), "fails"],
    [driver("SQLITE_CANTOPEN"), "fails"],
    [below("58030"), "fails"],
    [driver("SQLITE_CORRUPT"), "damaged"],
    [driver("SQLITE_BUSY"), "Another process"],
    [{ code: "P2028" }, "Another process"],
    [below("53300"), "does not answer"],
    [below("57P01"), "does not answer"],
    [{ code: "28P01" }, "does not answer"],
    [{ code: "ENOTFOUND" }, "does not answer"],
    [below("08006"), "does not answer"],
    [kind("DatabaseNotReachable"), "does not answer"],
    [kind("ConnectionClosed"), "does not answer"],
    [{ errorCode: "P1001" }, "does not answer"],
  ])("%j says what to do", (cause, advice) => {
    expect(adviceOf(cause)).toContain(advice);
  });

  it.each([
    new Error("anything"),
    null,
    "ENOSPC",
    below("23505"),
    below("42P01"),
    driver("SQLITE_CONSTRAINT_NOTNULL"),
    driver("SQLITE_ERROR"),
    { code: "P2002" },
    { code: "ENOENT" },
  ])("is not what %j is", (cause) => {
    expect(awayOr(cause)).toBe(cause);
  });
});

const raise = (code: string): string =>
  `DO $$ BEGIN RAISE EXCEPTION 'planned' USING ERRCODE = '${code}'; END $$`;

describe("PostgreSQL in trouble", () => {
  let bench: TestStore;
  let database: Database;
  beforeAll(async () => {
    bench = await openTestStore("postgresql");
    database = connect(bench.url);
  });
  afterAll(async () => {
    await database?.client.$disconnect();
    await bench?.close();
  });
  it.each([
    ["53100", "no room"],
    ["25006", "not written"],
    ["58030", "fails"],
    ["57P03", "does not answer"],
    ["P0001", null],
  ])("%s is told by its class, by Prisma's client and by the driver", async (code, advice) => {
    const { client, driver } = database;
    const statement = { sql: "", text: raise(code), values: [] };
    const causes = [
      await client.$executeRawUnsafe(raise(code)).catch((cause: unknown) => cause),
      await driver.transaction((tx) => tx.execute(statement)).catch((cause: unknown) => cause),
    ];
    for (const cause of causes) {
      if (advice === null) expect(adviceOf(cause)).toBeNull();
      else expect(adviceOf(cause)).toContain(advice);
    }
  });
});
