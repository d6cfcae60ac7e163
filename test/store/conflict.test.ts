import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, connect, type Tx } from "../../src/store/client.ts";
import { Conflict, unlessConflict } from "../../src/store/conflict.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

const row = (key: string) => ({ key, channelId: "uji", atMs: 1n });
const addRaw = (tx: Tx, key: string) =>
  tx.$executeRaw`INSERT INTO inbox (key, channel_id, at_ms) VALUES (${key}, 'uji', 1)`;
const touch = (tx: Tx, key: string) =>
  tx.inbox.updateMany({ where: { key }, data: { channelId: "lain" } });
const touchRaw = (tx: Tx, key: string) =>
  tx.$executeRaw`UPDATE inbox SET channel_id = 'lain' WHERE key = ${key}`;

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
  let client: Client;
  let other: Client;
  beforeAll(async () => {
    bench = await openTestStore(engine);
    client = connect(bench.url).client;
    other = connect(bench.url).client;
    await client.inbox.createMany({ data: [row("a"), row("b")] });
  });
  afterAll(async () => {
    await Promise.all([client?.$disconnect(), other?.$disconnect()]);
    await bench?.close();
  });
  const outcome = (work: (tx: Tx) => Promise<unknown>): Promise<boolean> =>
    unlessConflict(client.$transaction(work));

  it.each([
    ["a key that is taken", (tx: Tx) => tx.inbox.createMany({ data: [row("a")] })],
    ["the same in a raw statement", (tx: Tx) => addRaw(tx, "a")],
    ["a key given twice", (tx: Tx) => tx.inbox.createMany({ data: [row("c"), row("c")] })],
    [
      "a version that is not there any more",
      async () => {
        throw new Conflict("berkas");
      },
    ],
  ])("%s is a conflict", async (_, work) => {
    expect(await outcome(work)).toBe(false);
    expect(await client.inbox.count({ where: { key: "c" } })).toBe(0);
  });

  it("a statement that is simply wrong is a fault", async () => {
    await expect(outcome((tx) => tx.$executeRaw`INSERT INTO tidak_ada VALUES (1)`)).rejects.toThrow(
      "tidak_ada",
    );
    await expect(outcome(() => Promise.reject(new Error("rusak")))).rejects.toThrow("rusak");
  });

  if (engine === "sqlite") {
    it.each([
      ["a statement", (tx: Tx) => tx.inbox.createMany({ data: [row("d")] })],
      ["a raw statement", (tx: Tx) => addRaw(tx, "e")],
    ])(
      "%s over what another process wrote since the first read is a conflict",
      async (name, work) => {
        const written = outcome(async (tx) => {
          await tx.inbox.count();
          await other.inbox.create({ data: row(`sela ${name}`) });
          await work(tx);
        });
        expect(await written).toBe(false);
      },
    );
    return;
  }

  it.each([
    ["statements", touch],
    ["raw statements", touchRaw],
  ])("%s that wait for each other end in one conflict", async (_, work) => {
    const [mine, theirs] = [new Gate(), new Gate()];
    const results = await Promise.all([
      outcome(async (tx) => {
        await work(tx, "a");
        mine.open();
        await theirs.opened;
        await work(tx, "b");
      }),
      outcome(async (tx) => {
        await work(tx, "b");
        theirs.open();
        await mine.opened;
        await work(tx, "a");
      }),
    ]);
    expect(results.filter((written) => written)).toHaveLength(1);
  });

  it.each([
    ["a statement", touch],
    ["a raw statement", touchRaw],
  ])("%s that cannot be serialised is a conflict", async (_, work) => {
    const written = outcome(async (tx) => {
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
      await tx.inbox.count();
      await touch(other, "a");
      await work(tx, "a");
    });
    expect(await written).toBe(false);
  });
});
