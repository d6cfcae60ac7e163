import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CommitRequest } from "../../src/app/ports/commit.ts";
import { connect } from "../../src/store/client.ts";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");

let office: Office;

/** The office has just asked its units for TW IV. */
beforeEach(async () => {
  office = await Office.open({ kantorFile, mulai: "2026-12-28T09:00:00+08:00" });
  await office.moveTo("2027-01-04T07:40:00+08:00");
});
afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  await office.close();
});

const last = (id: string): string => office.person(id).texts.at(-1) ?? "";
const heard = (id: string, text: string): number =>
  office.person(id).texts.filter((one) => one.includes(text)).length;
const heldIds = async () => (await office.store.listHeld()).map(({ event }) => event.eventId);
const logged = (text: string): number =>
  office.logLines.filter((line) => JSON.parse(line).msg === text).length;

/** Changes the database behind the program's back, which sees from the version that somebody did. */
async function sql(statement: string): Promise<void> {
  const { client, exclusively } = connect(`file:${join(office.dir, "sopir.db")}`);
  await exclusively(() => client.$executeRawUnsafe(statement));
  await exclusively(() => client.$executeRawUnsafe("UPDATE kantor SET versi = versi + 1"));
  await exclusively(() => client.$disconnect());
}

/** Lets every commit of the running program pass this first. */
function intercept(before: (request: CommitRequest) => "conflict" | null): void {
  const whole = office.store.commit.bind(office.store);
  office.store.commit = async (request) => before(request) ?? whole(request);
}

describe("a session that cannot be read", () => {
  beforeEach(async () => {
    await office.taps("kasi-pelayanan", "Mulai isi");
    await office.taps("kasi-pemerintahan", "Mulai isi");
    await sql(`UPDATE session SET dokumen = '{"baru":1}' WHERE pegawai_id = 'kasi-pemerintahan'`);
  });

  it("is nobody else's trouble", async () => {
    await office.says("kasi-pelayanan", "86,5");
    expect(last("kasi-pelayanan")).toContain("Indikator 2 dari 2");
    expect(await heldIds()).toEqual([]);
  });

  it("costs its person the conversation, which is said, and nothing they had given", async () => {
    await office.says("kasi-pemerintahan", "97");
    expect(heard("kasi-pemerintahan", "tidak dapat dilanjutkan")).toBe(1);
    expect(heard("kasi-pemerintahan", "ada gangguan")).toBe(0);
    await office.says("kasi-pemerintahan", "/isi");
    expect(last("kasi-pemerintahan")).toContain("Indikator 1 dari");
    expect(heard("kasi-pemerintahan", "tidak dapat dilanjutkan")).toBe(1);
  });
});

describe("a berkas that cannot be read", () => {
  const broken = "UPDATE berkas SET state = '{' || state";
  const mended = "UPDATE berkas SET state = substr(state, 2)";

  beforeEach(async () => {
    await office.taps("kasi-pelayanan", "Mulai isi");
    await sql(broken);
  });

  it("is no matter of whoever blocks the bot, who is not written to for it", async () => {
    const before = office.telegram.callsOf("sendMessage").length;
    await office.act(() => office.person("kasi-pelayanan").blocks({ told: true }));
    expect(await heldIds()).toEqual([]);
    const chat = String(office.person("kasi-pelayanan").id);
    const sent = office.telegram.callsOf("sendMessage").slice(before);
    expect(sent.filter(({ params }) => String(params["chat_id"]) === chat)).toEqual([]);
  });

  it("keeps what people answer to it until it can be read, and tells them so", async () => {
    await office.says("kasi-pelayanan", "86,5");
    expect(last("kasi-pelayanan")).toContain("ada gangguan");
    expect(office.telegram.pendingUpdates).toBe(0);
    expect(await heldIds()).toHaveLength(1);
    expect((await office.store.health()).setAside.map(({ table }) => table)).toEqual([
      "berkas",
      "held_update",
    ]);
    await sql(mended);
    await office.restart();
    await office.settle();
    expect(last("kasi-pelayanan")).toContain("Indikator 2 dari 2");
    expect(await heldIds()).toEqual([]);
  });

  it("takes no answer twice from whoever has gone on by themselves", async () => {
    await office.says("kasi-pelayanan", "86,5");
    await sql(mended);
    await office.moveTo("2027-01-04T07:41:00+08:00");
    await office.says("kasi-pelayanan", "86,7");
    expect(last("kasi-pelayanan")).toContain("Indikator 2 dari 2");
    await office.restart();
    await office.settle();
    expect(last("kasi-pelayanan")).toContain("Indikator 2 dari 2");
    expect(await heldIds()).toEqual([]);
    expect(logged("an update set aside was overtaken by later ones")).toBe(1);
  });

  it("is not left out in silence, and its reminders wait for it", async () => {
    await office.says("sekcam", "/tugas");
    expect(last("sekcam")).toContain("tidak terbaca");
    await office.moveTo("2027-01-06T12:00:00+08:00");
    expect(heard("kasi-pelayanan", "Pengingat")).toBe(0);
    await sql(mended);
    await office.moveTo("2027-01-06T15:00:00+08:00");
    const reminded = office.person("kasi-pelayanan").texts.slice(-1).join();
    expect(reminded).toMatch(/mengingatkan|Pengingat|ditunggu|tenggat/i);
  });
});

describe("a timer that can never be written", () => {
  it("is put off alone; the others of its office fire at their time", async () => {
    let stuck: string | null = null;
    intercept(({ timers }) => {
      const done = timers.flatMap((one) => (one.kind === "done" ? [one.id] : []));
      stuck ??= done[0] ?? null;
      if (stuck !== null && done.includes(stuck)) throw new Error("planned fault");
      return null;
    });
    await office.moveTo("2027-01-06T12:00:00+08:00");
    expect(stuck).not.toBeNull();
    expect(await office.store.inspect(office.nowMs)).toContainEqual({ table: "timer", key: stuck });
    expect(logged("a row was set aside")).toBeGreaterThan(0);
    const reminded = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag", "staf"].filter(
      (id) => office.person(id).texts.length > 2,
    );
    expect(reminded.length).toBeGreaterThan(0);
  });
});

describe("a decision that has to be taken again", () => {
  it("is counted and logged once", async () => {
    let conflicts = 0;
    intercept(({ inbox }) => {
      if (inbox.length === 0 || conflicts === 2) return null;
      conflicts += 1;
      return "conflict";
    });
    const before = logged("refused");
    await office.says("staf", "sesuatu yang tidak dimengerti");
    expect([conflicts, logged("refused") - before]).toEqual([2, 1]);
  });
});

describe("a machine that is at fault", () => {
  it("confirms nothing and says nothing untrue; all of it is decided afterwards", async () => {
    let away = 0;
    intercept(({ inbox }) => {
      if (inbox.length === 0 || away === 2) return null;
      away += 1;
      throw Object.assign(new Error("no room"), { name: "StoreAway", advice: "Free some." });
    });
    await office.taps("kasi-pelayanan", "Mulai isi");
    expect(away).toBe(2);
    expect(last("kasi-pelayanan")).toContain("Indikator 1 dari 2");
    expect(heard("kasi-pelayanan", "ada gangguan")).toBe(0);
    expect(await heldIds()).toEqual([]);
  });
});
