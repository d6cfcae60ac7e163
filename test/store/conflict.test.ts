import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "../../src/generated/sqlite/client.ts";
import { connect, type Database } from "../../src/store/client.ts";
import { Conflict, unlessConflict } from "../../src/store/conflict.ts";
import type { Tx } from "../../src/store/driver/driver.ts";
import { inboxTable } from "../../src/store/inbox.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

const row = (key: string) => ({ key, channelId: "uji", atMs: 1 });
const touch = (tx: Tx, key: string): Promise<number> =>
  tx.execute(Prisma.sql`UPDATE inbox SET channel_id = 'lain' WHERE key = ${key}`);

/** For transactions that wait for each other. */
class Gate {
  open: () => void = ignore;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

function ignore(): void {}

describe.each(["sqlite", "postgresql"] as const)("on %s", (engine) => {
  let bench: TestStore;
  let database: Database;
  beforeAll(async () => {
    bench = await openTestStore(engine);
    database = connect(bench.url);
    await database.driver.transaction((tx) => inboxTable.add(tx, [row("a"), row("b")]));
  });
  afterAll(async () => {
    await database?.client.$disconnect();
    await database?.driver.close();
    await bench?.close();
  });
  const outcome = (work: (tx: Tx) => Promise<unknown>): Promise<boolean> =>
    unlessConflict(database.driver.transaction(work));
  const isThere = async (key: string): Promise<boolean> =>
    (await database.client.inbox.count({ where: { key } })) > 0;

  it.each([
    ["a key that is taken", (tx: Tx) => inboxTable.add(tx, [row("a")])],
    ["a key given twice", (tx: Tx) => inboxTable.add(tx, [row("c"), row("c")])],
    [
      "a version that is not there any more",
      async () => {
        throw new Conflict("berkas");
      },
    ],
  ])("%s is a conflict", async (_, work) => {
    expect(await outcome(work)).toBe(false);
    expect(await isThere("c")).toBe(false);
  });

  it("a statement that is simply wrong is a fault", async () => {
    const wrong = Prisma.sql`INSERT INTO tidak_ada VALUES (1)`;
    await expect(outcome((tx) => tx.execute(wrong))).rejects.toThrow("tidak_ada");
    await expect(outcome(() => Promise.reject(new Error("rusak")))).rejects.toThrow("rusak");
  });

  it("one that fails undoes nothing of those beside it", async () => {
    const results = await Promise.all([
      outcome((tx) => inboxTable.add(tx, [row("d")])),
      outcome((tx) => inboxTable.add(tx, [row("e"), row("a")])),
      outcome((tx) => inboxTable.add(tx, [row("f")])),
    ]);
    expect(results).toEqual([true, false, true]);
    expect(await Promise.all(["d", "e", "f"].map(isThere))).toEqual([true, false, true]);
  });

  if (engine === "sqlite") {
    it("those asked for together wait for the disk once", async () => {
      let commits = 0;
      const seen = new Set<string>();
      await Promise.all(
        ["g", "h"].map((key) =>
          database.driver
            .transaction((tx) => inboxTable.add(tx, [row(key)]))
            .then(async () => {
              // What the first can see once it is told is what both have written.
              if (commits === 0)
                for (const one of ["g", "h"]) if (await isThere(one)) seen.add(one);
              commits += 1;
            }),
        ),
      );
      expect([...seen]).toEqual(["g", "h"]);
    });
    return;
  }

  it("statements that wait for each other end in one conflict", async () => {
    const [mine, theirs] = [new Gate(), new Gate()];
    const results = await Promise.all([
      outcome(async (tx) => {
        await touch(tx, "a");
        mine.open();
        await theirs.opened;
        await touch(tx, "b");
      }),
      outcome(async (tx) => {
        await touch(tx, "b");
        theirs.open();
        await mine.opened;
        await touch(tx, "a");
      }),
    ]);
    expect(results.filter((written) => written)).toHaveLength(1);
  });

  it("a statement that cannot be serialised is a conflict", async () => {
    const written = outcome(async (tx) => {
      await tx.execute(Prisma.sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
      await tx.query(Prisma.sql`SELECT key FROM inbox`);
      await database.client.inbox.updateMany({ where: { key: "a" }, data: { channelId: "lain" } });
      await touch(tx, "a");
    });
    expect(await written).toBe(false);
  });
});
