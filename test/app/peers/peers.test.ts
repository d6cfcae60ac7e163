import { describe, expect, it } from "vitest";
import { Peers } from "../../../src/app/peers/peers.ts";
import type { Lease, Leases } from "../../../src/app/ports/peers.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { systemRandom } from "../../../src/random/random.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryChannel } from "../../support/memory-channel.ts";
import { MemoryLog } from "../../support/memory-log.ts";

const LEASE_MS = 12_000;

/** A process called `id`, in a database that answers whatever `answer` says. */
function processIn(id: string, answer: () => Promise<Leases>) {
  const timing = createFakeTiming();
  const log = new MemoryLog();
  const store = { takeLeases: answer, dropLeases: async () => {}, ring: () => undefined };
  const random = { ...systemRandom, id: () => id };
  const peers = new Peers({ store, channels: [new MemoryChannel()], random, timing, log });
  return { peers, timing, log };
}

const living = (...livingList: string[]): Leases => ({
  leaseByName: new Map<string, Lease>([["memory", { holder: "a", state: "online" }]]),
  livingList,
  forMs: LEASE_MS,
});

const offices = Array.from({ length: 300 }, (_, n) => KantorId.parse(`kantor-${n}`));

/** The offices each of these processes works on, when they live together. */
async function sharesOf(idList: readonly string[]): Promise<readonly (readonly KantorId[])[]> {
  const all = idList.map((id) => processIn(id, async () => living(...idList)).peers);
  await Promise.all(all.map((peers) => peers.look()));
  return all.map((peers) => offices.filter((kantorId) => peers.isMine(kantorId)));
}

describe("processes that share their offices", () => {
  it("have each office once and about as many each", async () => {
    const shares = await sharesOf(["a", "b", "c"]);
    expect(shares.flat().toSorted()).toEqual(offices.toSorted());
    for (const { length } of shares) expect(length).toBeGreaterThan(60);
  });

  it("change hands only over what came with one or went with it", async () => {
    const [a, b] = await sharesOf(["a", "b"]);
    const [left, right] = await sharesOf(["a", "b", "c"]);
    expect(left?.filter((kantorId) => !a?.includes(kantorId))).toEqual([]);
    expect(right?.filter((kantorId) => !b?.includes(kantorId))).toEqual([]);
  });
});

describe("a process that has a channel", () => {
  it("has it no longer than the lease, without an answer of the database", async () => {
    let answer = Promise.resolve(living("a", "b"));
    const { peers, timing } = processIn("a", () => answer);
    let looks = 0;
    await peers.start(() => void (looks += 1));
    await timing.advance(LEASE_MS - 1);
    expect(peers.holds("memory")).toBe(true);
    answer = new Promise(() => undefined);
    const before = looks;
    await timing.advance(2 * LEASE_MS);
    expect(peers.holds("memory")).toBe(false);
    expect(looks).toBeGreaterThan(before);
  });

  it("keeps it through looks that fail, until the lease is over", async () => {
    let away = false;
    const { peers, timing, log } = processIn("a", async () => {
      if (away) throw new Error("planned fault");
      return living("a");
    });
    await peers.start(() => undefined);
    away = true;
    await timing.advance(LEASE_MS - 1);
    expect(peers.holds("memory")).toBe(true);
    await timing.advance(1);
    expect(peers.holds("memory")).toBe(false);
    away = false;
    await timing.advance(3_000);
    expect(peers.holds("memory")).toBe(true);
    expect(log.messages("warn")).toContain("the leases could not be renewed; trying again");
  });
});
