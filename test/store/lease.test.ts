import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FromPerson } from "../../src/app/ports/channel.ts";
import type { Ring } from "../../src/app/ports/peers.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { eventually } from "../support/processes.ts";
import { openTestStore, openTestStoreOn, type TestStore } from "../support/store.ts";
import { kantorOf, NOW } from "./contract/fixture.ts";

const [uji, lain] = [kantorOf("uji").id, kantorOf("lain").id];

const eventOf = (eventId: string): FromPerson => ({
  channelId: "telegram",
  eventId,
  atMs: NOW,
  from: { channelId: "telegram", chat: "7" },
  nama: null,
  type: "text",
  text: eventId,
});

const keysOf = (eventList: readonly FromPerson[]): readonly string[] =>
  eventList.map(({ eventId }) => eventId);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each(["sqlite", "postgresql"] as const)("updates passed on, on %s", (engine) => {
  let test: TestStore;
  beforeEach(async () => {
    test = engine === "sqlite" ? await openTestStore() : await openTestStoreOn(postgres);
  });
  afterEach(() => test.close());

  it("are kept once and in order for each office, until they are handled", async () => {
    const { store } = test;
    await store.passOn(uji, [eventOf("a"), eventOf("b")]);
    await store.passOn(lain, [eventOf("c")]);
    await store.passOn(uji, [eventOf("b"), eventOf("d")]);
    expect((await store.passedKantor()).toSorted()).toEqual([lain, uji]);
    expect(keysOf(await store.listPassed([uji]))).toEqual(["a", "b", "d"]);
    expect(await store.listPassed([lain])).toEqual([eventOf("c")]);
    await store.dropPassed(["a", "c"]);
    expect(keysOf(await store.listPassed([uji, lain]))).toEqual(["b", "d"]);
  });
});

describe("a lease on SQLite", () => {
  it("is there for whoever asks: the lock beside the file lets in one process only", async () => {
    const test = await openTestStore();
    const wishList = [{ name: "telegram", state: "online" as const }];
    const leases = await test.store.takeLeases({ holder: "satu", wishList, leaseMs: 60_000 });
    const lease = { holder: "satu", state: "online" };
    expect(leases).toEqual({
      leaseByName: new Map([["telegram", lease]]),
      livingList: ["satu"],
      forMs: Number.POSITIVE_INFINITY,
    });
    await test.close();
  });
});

const take = (
  store: Store,
  holder: string,
  { state = "online", leaseMs = 60_000 }: Partial<Take> = {},
) => store.takeLeases({ holder, wishList: [{ name: "telegram", state }], leaseMs });

interface Take {
  readonly state: "online" | "degraded";
  readonly leaseMs: number;
}

describe("a lease on PostgreSQL", () => {
  let test: TestStore;
  let other: Store;
  beforeEach(async () => {
    test = await openTestStoreOn(postgres);
    other = await test.another();
  });
  afterEach(() => test.close());

  it("has one holder, who says how the channel is, and all see who lives", async () => {
    await take(test.store, "satu", { state: "degraded" });
    const seen = await take(other, "dua");
    expect(seen.leaseByName.get("telegram")).toEqual({ holder: "satu", state: "degraded" });
    expect(seen.livingList.toSorted()).toEqual(["dua", "satu"]);
    const renewed = await take(test.store, "satu");
    expect(renewed.leaseByName.get("telegram")).toEqual({ holder: "satu", state: "online" });
    expect(renewed.forMs).toBe(60_000);
  });

  it("goes to one of those who ask at once", async () => {
    const names = Array.from({ length: 8 }, (_, n) => `p${n}`);
    await Promise.all(names.map((name, n) => take(n % 2 === 0 ? test.store : other, name)));
    const seen = await Promise.all(names.map((name) => take(test.store, name)));
    expect(new Set(seen.map(({ leaseByName }) => leaseByName.get("telegram")?.holder)).size).toBe(
      1,
    );
    expect(seen[0]?.livingList.toSorted()).toEqual(names);
  });

  it("is anybody's once it has run out, or was let go", async () => {
    await take(test.store, "satu", { leaseMs: 100 });
    const taken = async () => take(other, "dua");
    await eventually(async () => (await taken()).leaseByName.get("telegram")?.holder === "dua");
    expect((await taken()).livingList).toEqual(["dua"]);
    const back = await take(test.store, "satu");
    expect(back.leaseByName.get("telegram")?.holder).toBe("dua");
    await other.dropLeases({ holder: "dua", nameList: ["dua", "telegram"] });
    const alone = await take(test.store, "satu");
    expect(alone.leaseByName.get("telegram")?.holder).toBe("satu");
    expect(alone.livingList).toEqual(["satu"]);
  });

  it("is not needed to be heard: what is rung reaches every process that listens", async () => {
    const heard: Ring[] = [];
    test.store.listen((word) => heard.push(word));
    // Whoever begins to listen is told to look at everything.
    await eventually(() => heard.length === 3);
    other.ring("updates");
    await eventually(() => heard.length === 4);
    expect(heard.at(-1)).toBe("updates");
  });
});
