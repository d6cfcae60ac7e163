import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Capabilities } from "../../src/app/ports/channel.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { MemoryChannel } from "../support/memory-channel.ts";
import { Office } from "./office.ts";
import { jawabanByTriwulan } from "./paringin-selatan.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const kantorId = KantorId.parse("uji");
const KASI = "kasi-pelayanan";
/** Pauses between two tries pass in tenths of seconds; the office's clock stands. */
const TEMPO = 20;

let office: Office;
/** A service without buttons that cannot change what it sent. */
let lain: MemoryChannel;

afterEach(() => office.close());

/** The Kasi is on the other service, the Sekcam on both, everybody else on Telegram. */
async function open(caps: Partial<Capabilities> = {}): Promise<void> {
  lain = new MemoryChannel({
    id: "lain",
    nama: "Lain",
    caps: { choices: "text", edit: false, ...caps },
    now: () => office.nowMs,
  });
  office = await Office.open({
    kantorFile,
    mulai: "2026-12-28T09:00:00+08:00",
    tanpaAkun: [KASI],
    saluranLain: [lain],
    tempo: TEMPO,
  });
  await types(KASI, `/start ${office.invitation(KASI)}`);
  await office.says("sekcam", "/saya hubungkan");
  const [start = ""] = /\/start \S+$/.exec(inTelegram("sekcam").at(-1) ?? "") ?? [];
  await types("sekcam", start);
}

/** Somebody types on the other service; a chat there goes by its person's id. */
async function types(pegawaiId: string, text: string): Promise<void> {
  await lain.says(pegawaiId, text);
  await office.settle();
}

const inLain = (pegawaiId: string): readonly string[] =>
  lain.inbox(pegawaiId).map(({ text }) => text);
const inTelegram = (pegawaiId: string): readonly string[] => office.person(pegawaiId).texts;
const count = (texts: readonly string[], part: string): number =>
  texts.filter((text) => text.includes(part)).length;

/** The Sekcam is written to on the other service from now on. */
async function preferLain(): Promise<void> {
  await office.says("sekcam", "/saya");
  await office.taps("sekcam", "Utamakan Lain");
}

/** The triwulan is collected; the compiler holds the draft. */
async function collect(): Promise<void> {
  await office.moveTo("2027-01-04T08:00:00+08:00");
  for (const { unit, isian } of jawabanByTriwulan[3] ?? []) {
    const does = (text: string) => (unit === KASI ? types(unit, text) : office.says(unit, text));
    await does("Mulai isi");
    for (const { ketik } of isian) await does(ketik);
    await does("Kirim");
  }
}

const forward = (): Promise<void> => office.taps("kasubbag", "✅ Teruskan");

const detours = async (): Promise<readonly (readonly unknown[])[]> =>
  (await office.store.readLog(kantorId, 0, 1_000))
    .filter(({ jenis }) => jenis === "alih-saluran")
    .map(({ data }) => [data["untuk"], data["dari"], data["ke"], data["alasan"]]);

const DRAF = "siap dikoreksi";

describe("one person on two channels", { timeout: 60_000 }, () => {
  it("is written to on the one they prefer, and answers on either", async () => {
    await open();
    await office.says("sekcam", "/saya");
    expect(inTelegram("sekcam").at(-1)).toContain(
      "Telegram: utama, percakapan ini\nLain: cadangan",
    );
    await office.taps("sekcam", "Utamakan Lain");
    await collect();
    await forward();
    expect(count(inLain("sekcam"), DRAF)).toBe(1);
    expect(count(inTelegram("sekcam"), DRAF)).toBe(0);
    await office.says("sekcam", "/tugas");
    await office.taps("sekcam", "✅ Setuju");
    expect(inLain("sekcam").at(-1)).toMatch(/^✅ Disetujui Sekcam, [^\n]*$/);
    expect(count(inTelegram("camat"), "mohon persetujuan")).toBe(1);
  });

  it("is told nothing more where the answer came from", async () => {
    await open();
    await preferLain();
    await collect();
    await forward();
    const before = inLain("sekcam").length;
    await types("sekcam", "setuju");
    expect(inLain("sekcam")).toHaveLength(before + 1);
    expect(count(inTelegram("camat"), "mohon persetujuan")).toBe(1);
  });

  it.each([
    ["setuju", "typed first"],
    ["1", "typed first"],
    ["setuju", "tapped first"],
    ["1", "tapped first"],
  ])("has one answer when %s is typed and tapped at one instant (%s)", async (text, order) => {
    await open();
    await preferLain();
    await collect();
    await forward();
    await office.says("sekcam", "/tugas");
    const tap = (): void => office.person("sekcam").taps("✅ Setuju");
    if (order === "tapped first") tap();
    const typed = lain.says("sekcam", text);
    if (order === "typed first") tap();
    await typed;
    await office.settle();
    const all = [...inLain("sekcam"), ...inTelegram("sekcam")];
    expect(count(all, "Sudah tercatat pukul 08.00")).toBe(1);
    expect(count(inTelegram("camat"), "mohon persetujuan")).toBe(1);
    const [berkas] = await allBerkas(office.store);
    const answers = await office.store.readLog(kantorId, 0, 1_000);
    expect(
      answers.filter(({ jenis, data }) => jenis === "dijawab" && data["langkah"] === "4"),
    ).toHaveLength(1);
    expect(berkas?.state.langkahNo).toBe("4a");
  });
});

describe("a message that does not arrive", () => {
  it("goes to the other account at once while the channel is down", async () => {
    await open();
    await preferLain();
    await collect();
    lain.state = "login-required";
    await forward();
    expect(count(inTelegram("sekcam"), DRAF)).toBe(1);
    expect(await detours()).toEqual([["sekcam", "lain", "telegram", "saluran mati"]]);
    lain.state = "online";
    await office.moveTo("2027-01-04T09:00:00+08:00");
    expect(count(inLain("sekcam"), DRAF)).toBe(0);
  });

  it("is taken back after ten minutes and sent to the other account instead", async () => {
    await open();
    await preferLain();
    await collect();
    const heal = lain.failAlways({
      kind: "failed",
      code: "unreachable",
      detail: "planned",
      retryAfterMs: 1_000,
    });
    await forward();
    await office.moveTo("2027-01-04T08:09:00+08:00");
    expect(count(inTelegram("sekcam"), DRAF)).toBe(0);
    await office.moveTo("2027-01-04T08:10:00+08:00");
    expect(count(inTelegram("sekcam"), DRAF)).toBe(1);
    expect(await detours()).toEqual([["sekcam", "lain", "telegram", "belum terkirim"]]);
    heal();
    await office.restart();
    await office.settle();
    expect(count(inLain("sekcam"), DRAF)).toBe(0);
    await office.taps("sekcam", "✅ Setuju");
    expect(count(inTelegram("camat"), "mohon persetujuan")).toBe(1);
  });

  it("is sent to the other account too when nobody has read it for four working hours", async () => {
    await open({ receipts: true });
    await preferLain();
    await collect();
    await forward();
    await office.moveTo("2027-01-04T11:59:00+08:00");
    expect(count(inTelegram("sekcam"), DRAF)).toBe(0);
    await office.moveTo("2027-01-04T12:00:00+08:00");
    expect(count(inTelegram("sekcam"), DRAF)).toBe(1);
    expect(await detours()).toEqual([["sekcam", "lain", "telegram", "belum dibaca"]]);
    await office.taps("sekcam", "✅ Setuju");
    expect(inLain("sekcam").at(-1)).toMatch(/^✅ Disetujui Sekcam, [^\n]*$/);
  });

  it("is marked on the board once it was read", async () => {
    await open({ receipts: true });
    await preferLain();
    await collect();
    await forward();
    await office.says("camat", "/status");
    expect(inTelegram("camat").at(-1)).toContain("Pemegang: Sekcam, sejak");
    await readAll("sekcam");
    await office.says("camat", "status");
    expect(inTelegram("camat").at(-1)).toContain("Pemegang: Sekcam (sudah dibaca), sejak");
  });

  it.each([
    ["was read", () => readAll("sekcam")],
    ["was answered", () => types("sekcam", "setuju")],
  ])("is left alone once it %s", async (_, does) => {
    await open({ receipts: true });
    await preferLain();
    await collect();
    await forward();
    await does();
    await office.moveTo("2027-01-05T10:00:00+08:00");
    expect(count(inTelegram("sekcam"), DRAF)).toBe(0);
    expect(await detours()).toEqual([]);
  });
});

describe("a broadcast over two channels", () => {
  it("leaves out whom only a channel for few reaches, and says so before and after", async () => {
    await open({ bulk: null });
    await preferLain();
    await office.says("sekcam", "/siaran Rapat Kamis pukul 09.00");
    await office.taps("sekcam", /^Semua/);
    expect(inTelegram("sekcam").at(-1)).toContain(
      "Tidak dikirim: Kasi Pelayanan (saluran pribadi).",
    );
    await office.taps("sekcam", "Kirim");
    await office.moveTo("2026-12-28T09:01:00+08:00");
    expect(count(inLain(KASI), "Pengumuman")).toBe(0);
    expect(count(inTelegram("camat"), "Pengumuman")).toBe(1);
    expect(count(inTelegram("sekcam"), "Tidak dikirim: Kasi Pelayanan (saluran pribadi).")).toBe(2);
  });

  it("counts by channel, and is reported where nothing can be edited too", async () => {
    await open();
    await types("sekcam", "/siaran Rapat Kamis pukul 09.00");
    await types("sekcam", "1");
    expect(inLain("sekcam").at(-1)).toContain("orang (4 Telegram, 1 Lain)");
    await types("sekcam", "kirim");
    await office.moveTo("2026-12-28T09:01:00+08:00");
    expect(count(inLain(KASI), "Pengumuman")).toBe(1);
    expect(count(inLain("sekcam"), "Siaran selesai")).toBe(1);
  });

  it("is reported once more when people have had the time to read, where a service tells", async () => {
    await open({ receipts: true });
    await office.says("sekcam", "/siaran Rapat Kamis pukul 09.00");
    await office.taps("sekcam", /^Semua/);
    await office.taps("sekcam", "Kirim");
    await office.moveTo("2026-12-28T09:01:00+08:00");
    expect(inTelegram("sekcam").at(-1)).toContain("Terkirim 5 dari 5, gagal 0.");
    await readAll(KASI);
    const before = inTelegram("sekcam").length;
    await office.moveTo("2026-12-28T09:30:00+08:00");
    expect(inTelegram("sekcam")).toHaveLength(before);
    expect(inTelegram("sekcam").at(-1)).toContain(
      "Terkirim 5 dari 5, sampai 1, dibaca 1, gagal 0.",
    );
  });
});

/** The service reports everything in a chat as seen. */
async function readAll(chat: string): Promise<void> {
  for (const { externalId } of lain.inbox(chat)) {
    const eventId = `dibaca:${externalId}`;
    const common = { channelId: "lain", eventId, atMs: office.nowMs };
    await lain.receive({ ...common, type: "receipt", externalId, chat, state: "read" });
  }
}
