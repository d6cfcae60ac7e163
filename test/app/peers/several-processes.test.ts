import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundEvent } from "../../../src/app/ports/channel.ts";
import { emptyDraft } from "../../../src/app/turn/effects/draft.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { connect, type Database } from "../../../src/store/client.ts";
import { KANTOR, NOW, openDesk, openOffice } from "../../support/desk.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import { eventually, holderOf, type Process, startProcess } from "../../support/processes.ts";
import { openTestStoreOn, type TestStore } from "../../support/store.ts";

let postgres: TestPostgres;
let test: TestStore;
let database: Database;
let started: Process[];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  test = await openTestStoreOn(postgres);
  database = connect(test.url);
  started = [];
  await openOffice(openDesk(test.store));
  // What was said while the office was set up is not looked at.
  await database.client.outbox.deleteMany();
});
afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()));
  await Promise.all(started.map((one) => one.close()));
  await database.client.$disconnect();
  await test.close();
});

async function start(id: string, perSecond = 10_000): Promise<Process> {
  const process = await startProcess(test.url, id, { pace: { perSecond, perChatMs: 0 } });
  started.push(process);
  return process;
}

/** Two processes that know of each other; the first runs the channel. */
async function startBoth(
  [one, other]: readonly [string, string],
  perSecond?: number,
): Promise<readonly [Process, Process]> {
  const both = [await start(one, perSecond), await start(other, perSecond)] as const;
  await looksAround(both[0]);
  return both;
}

/** It has looked who else is there since it was called. */
async function looksAround({ id }: Process): Promise<void> {
  const leaseEnd = async (): Promise<bigint> =>
    (await database.client.lease.findUniqueOrThrow({ where: { name: id } })).untilMs;
  // The second look begins when what the first one saw is known.
  for (let looks = 0; looks < 2; looks += 1) {
    const before = await leaseEnd();
    test.store.ring("peers");
    await eventually(async () => (await leaseEnd()) > before);
  }
}

/** The power is cut. Its leases run out now and not in some seconds: it renews nothing. */
async function dies(process: Process): Promise<void> {
  // A lease it was about to renew is renewed.
  await process.kill();
  await database.client.lease.updateMany({
    where: { holder: process.id },
    data: { untilMs: 0n },
  });
}

const holderId = holderOf(["satu", "dua"], KANTOR);
const otherId = holderId === "satu" ? "dua" : "satu";

const textsTo = (chat: string): readonly string[] =>
  started.flatMap(({ channel }) => channel.inbox(chat).map(({ text }) => text));

const isNothingPassed = async (): Promise<boolean> =>
  (await test.store.passedKantor()).length === 0;

describe("several processes on one database", () => {
  it("decide on an office in one of them, whichever is written to", async () => {
    const [holder, other] = await startBoth([holderId, otherId]);
    for (const { channel } of [holder, other, holder, other]) await channel.says("camat", "/tugas");
    await eventually(() => textsTo("camat").length === 4);
    expect([holder.decided.length, other.decided.length]).toEqual([4, 0]);
    await eventually(isNothingPassed);
  });

  it("keep the order of a chat whose messages come now to one and now to another", async () => {
    const other = await start(otherId);
    const holder = await startProcess(test.url, holderId, { deaf: true });
    started.push(holder);
    await looksAround(other);
    const values = [81, 82, 83, 84, 85];
    for (const value of values) {
      await other.channel.says("kasi-pelayanan", "/isi 1.1");
      await holder.channel.says("kasi-pelayanan", `${value}`);
    }
    await eventually(isNothingPassed);
    expect(await figures("1.1")).toEqual(values);
  });

  it("take a file where it came in, for only there it can be fetched", async () => {
    const [, other] = await startBoth([holderId, otherId]);
    const data = new TextEncoder().encode("bukan apa-apa");
    await other.channel.uploads("camat", { nama: "a.txt", mime: "text/plain", data });
    expect(other.decided).toHaveLength(1);
  });

  it.each([
    { what: "works on the office and runs the channel", first: holderId, second: otherId },
    { what: "works on the office", first: otherId, second: holderId },
  ])("take over from one that $what when it is killed", async ({ first, second }) => {
    const both = await startBoth([first, second]);
    const [dead, survivor] = both[0].id === holderId ? both : [both[1], both[0]];
    await survivor.channel.says("kasi-pelayanan", "/isi 1.1");
    await eventually(() => textsTo("kasi-pelayanan").length === 1);
    await dead.kill();
    // Stored for the dead one, which is not known to be dead yet, and so confirmed to the service.
    await survivor.channel.says("kasi-pelayanan", "86,5");
    expect(survivor.decided).toEqual([]);
    expect(await isNothingPassed()).toBe(false);
    // Under way in the dead one, never confirmed: the service brings it to the survivor.
    const unconfirmed = tugasOf("camat");
    void dead.channel.receive(unconfirmed);
    await dies(dead);
    await survivor.channel.receive(unconfirmed);
    await eventually(() => survivor.channel.isRunning);
    await eventually(isNothingPassed);
    await eventually(() => survivor.channel.inbox("camat").length === 1);
    await eventually(() => survivor.channel.inbox("kasi-pelayanan").length > 0);
    expect(await figures("1.1")).toEqual([86.5]);
    expect((await test.store.verifyLog(KANTOR)).brokenSeq).toBeNull();
  });

  it("run a channel in one of them, and hand it over at its end", async () => {
    const [first, second] = await startBoth(["satu", "dua"]);
    expect([first, second].map(({ channel }) => channel.isRunning)).toEqual([true, false]);
    expect(second.channel.status().state).toBe("online");
    await first.stop();
    await eventually(() => second.channel.isRunning);
    await second.channel.says("camat", "/tugas");
    await eventually(() => second.channel.inbox("camat").length === 1);
  });

  it("send through one of them, so that one pace is kept, and go on where a killed one was", async () => {
    const [first, second] = await startBoth(["satu", "dua"], 4);
    const outbox = Array.from({ length: 60 }, (_, n) => messageTo(`orang-${n}`));
    await test.store.commit({ ...emptyDraft(NOW, null), outbox });
    test.store.ring("outbox");
    await eventually(() => first.channel.seen.length >= 20);
    expect(second.channel.seen).toEqual([]);
    await dies(first);
    const sent = await database.client.outbox.findMany({ where: { status: "terkirim" } });
    await eventually(() => new Set(outbox.flatMap(({ id }) => textsTo(id))).size === 60);
    for (const { chat } of sent) expect(second.channel.inbox(chat)).toEqual([]);
    for (const { id } of outbox) expect(second.channel.inbox(id).length).toBeLessThanOrEqual(1);
  });

  it("lose and double nothing while some come and others go", async () => {
    const both = await startBoth(["satu", "dua"]);
    const values = [81, 82, 83, 84, 85];
    let at: Process = both[1];
    for (const [round, value] of values.entries()) {
      const before = textsTo("kasi-pelayanan").length;
      await at.channel.says("kasi-pelayanan", "/isi 1.1");
      await at.channel.says("kasi-pelayanan", `${value}`);
      if (round === 0) at = await start("tiga");
      if (round === 1) await dies(both[0]);
      if (round === 2) await both[1].stop();
      if (round === 3) at = await start("empat");
      await eventually(() => textsTo("kasi-pelayanan").length >= before + 2);
    }
    await eventually(isNothingPassed);
    expect(await figures("1.1")).toEqual(values);
    expect((await test.store.verifyLog(KANTOR)).brokenSeq).toBeNull();
  });
});

function tugasOf(chat: string): InboundEvent {
  const from = { channelId: "memory", chat };
  const event = { channelId: "memory", eventId: `memory:${chat}`, atMs: NOW, from, nama: null };
  return { ...event, type: "command", name: "tugas", args: "" };
}

const messageTo = (chat: string) => ({
  id: chat,
  dedupeKey: chat,
  kantorId: KANTOR,
  pegawaiId: null,
  address: { channelId: "memory", chat },
  prioritas: 1 as const,
  promptId: null,
  siaranId: null,
  isi: { teks: plain(chat) },
});

async function figures(kode: string): Promise<readonly unknown[]> {
  const rekap = await test.store.loadRekap(KANTOR, 2026, null);
  return (rekap?.realisasi ?? [])
    .filter((row) => row.kode === kode)
    .map(({ isian }) => (isian.jenis === "angka" ? isian.nilai : isian.jenis));
}
