// One office on two services at once, with the real adapters of both: the Kasi on WhatsApp, the Camat on
// Telegram, the Sekcam on both. One office lives through all of it, for browsers are slow to start.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTelegramChannel } from "../../src/channels/telegram/index.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { TelegramDouble, type Person as TelegramPerson } from "../doubles/telegram/index.ts";
import type { Entry } from "../doubles/whatsapp/index.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { WhatsAppOffice } from "./whatsapp-office.ts";

const kantorId = KantorId.parse("uji");
const telegram = new TelegramDouble({ rich: false });
let office: WhatsAppOffice;

beforeAll(async () => {
  await telegram.start();
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.url,
    log: new MemoryLog(),
    now: Date.now,
    timing: systemTiming,
    pace: { perSecond: 1_000, perChatMs: 0 },
  });
  const kantorFile = join(import.meta.dirname, "uji.yaml");
  office = await WhatsAppOffice.open(kantorFile, "2026-03-30T08:00:00+08:00", [channel]);
  await office.startLinked();
});

afterAll(async () => {
  await office?.close();
  await telegram.stop();
});

const idOf = new Map(
  ["sekcam", "camat", "kasubbag", "kasi-pemerintahan"].map((one, at) => [one, 101 + at]),
);

const onTelegram = (pegawaiId: string): TelegramPerson =>
  telegram.person(idOf.get(pegawaiId) ?? 0, pegawaiId);
const onWhatsapp = (pegawaiId: string) => office.person(pegawaiId);

/** Whatever somebody does on Telegram, and all it leads to. */
async function act(does: () => unknown): Promise<void> {
  does();
  await telegram.until(() => telegram.pendingUpdates === 0);
  await office.settle();
}

const writes = (pegawaiId: string, text: string): Promise<void> =>
  act(() => onTelegram(pegawaiId).says(text));
const taps = (pegawaiId: string, title: string): Promise<void> =>
  act(() => onTelegram(pegawaiId).taps(title));

const everything = (pegawaiId: string): readonly string[] => [
  ...onTelegram(pegawaiId).texts,
  ...onWhatsapp(pegawaiId).texts,
];
const count = (texts: readonly string[], part: string): number =>
  texts.filter((text) => text.includes(part)).length;

function prompted(part: string): Entry {
  const found = onWhatsapp("sekcam").inbox.findLast(({ text }) => text.includes(part));
  if (found === undefined) throw new Error(onWhatsapp("sekcam").transcript());
  return found;
}

/** Answers to the Sekcam's desk that counted so far. */
async function answersThatCount(): Promise<number> {
  const log = await office.store.readLog(kantorId, 0, 1_000);
  return log.filter(({ jenis, data }) => jenis === "dijawab" && data["langkah"] === "4").length;
}

describe("one office on WhatsApp and Telegram", { timeout: 60_000 }, () => {
  it("links each person where they are, and one person on both", async () => {
    await office.says("kasi-pelayanan", `/start ${office.invitation("kasi-pelayanan")}`);
    for (const pegawaiId of idOf.keys())
      await writes(pegawaiId, `/start ${office.invitation(pegawaiId)}`);
    await writes("sekcam", "/saya hubungkan");
    const [start = ""] = /\/start \S+$/.exec(onTelegram("sekcam").texts.at(-1) ?? "") ?? [];
    await office.says("sekcam", start);
    expect(onWhatsapp("sekcam").texts.at(-1)).toContain("Akun terhubung");
    await writes("sekcam", "/saya");
    await taps("sekcam", "Utamakan WhatsApp");
  });

  it("asks each where they are, in words that are right there", async () => {
    await office.moveTo("2026-04-01T07:40:00+08:00");
    expect(onWhatsapp("kasi-pelayanan").texts.at(-1)).toMatch(
      /Pilih Mulai isi; satu pesan untuk satu indikator\.\nBalas: \*1\* Mulai isi · \*2\* Isi lewat Excel$/,
    );
    expect(onTelegram("kasubbag").buttons).toEqual(["Mulai isi", "Isi lewat Excel"]);
    for (const text of ["1", "81,5", "10", "kirim"]) await office.says("kasi-pelayanan", text);
    await taps("kasi-pemerintahan", "Mulai isi");
    for (const text of ["36/40", "3"]) await writes("kasi-pemerintahan", text);
    await taps("kasi-pemerintahan", "Kirim");
    await taps("kasubbag", "Mulai isi");
    await writes("kasubbag", "15");
    await taps("kasubbag", "Kirim");
    await taps("kasubbag", "✅ Teruskan");
    expect(count(onTelegram("sekcam").texts, "siap dikoreksi")).toBe(0);
    expect(count(onWhatsapp("sekcam").texts, "siap dikoreksi")).toBe(1);
  });

  it("counts one of two answers given at one instant, tells the other, and edits both prompts", async () => {
    await writes("sekcam", "/tugas");
    await office.hears(() => {
      onTelegram("sekcam").taps("✅ Setuju");
      onWhatsapp("sekcam").says("setuju");
    });
    await telegram.until(() => telegram.pendingUpdates === 0);
    await office.settle();
    expect(await answersThatCount()).toBe(1);
    expect(count(everything("sekcam"), "Sudah tercatat pukul 07.40 oleh Sekcam")).toBe(1);
    expect(count(onTelegram("camat").texts, "mohon persetujuan")).toBe(1);
    const [shown] = onTelegram("sekcam").texts.filter((text) => text.includes("siap dikoreksi"));
    expect(shown).toMatch(/\n\n✅ Disetujui Sekcam, [^\n]*$/);
    expect(prompted("siap dikoreksi").text).toMatch(/\n\n✅ Disetujui Sekcam, [^\n]*$/);
  });

  it("follows a prompt that can no longer be edited with one line", async () => {
    await taps("camat", "↩️ Kembalikan");
    await writes("camat", "Mohon cek kembali waktu layanan.");
    await taps("kasubbag", "✅ Teruskan");
    office.whatsapp.seals();
    const before = onWhatsapp("sekcam").inbox.length;
    await writes("sekcam", "/tugas");
    await taps("sekcam", "↩️ Kembalikan");
    await writes("sekcam", "Mohon cek angka desa.");
    const after = onWhatsapp("sekcam").texts.slice(before);
    expect(after).toHaveLength(1);
    expect(after[0]).toMatch(/^↩️ Dikembalikan Sekcam, [^\n]*: Mohon cek angka desa\.$/);
  });

  it("counts one of a vote and a tap", async () => {
    await office.stop();
    await office.start({ polls: true });
    await office.isOnline();
    await taps("kasubbag", "✅ Teruskan");
    expect(onWhatsapp("sekcam").last?.poll).toContain("✅ Setuju");
    await writes("sekcam", "/tugas");
    const before = await answersThatCount();
    await office.hears(() => {
      onWhatsapp("sekcam").votes("✅ Setuju");
      onTelegram("sekcam").taps("✅ Setuju");
    });
    await telegram.until(() => telegram.pendingUpdates === 0);
    await office.settle();
    expect(await answersThatCount()).toBe(before + 1);
    expect(count(everything("sekcam"), "Sudah tercatat pukul 07.40 oleh Sekcam")).toBe(2);
    expect(prompted("Draf 3").text).toMatch(/\n\n✅ Disetujui Sekcam, [^\n]*$/);
    await taps("camat", "✅ Setuju");
    expect(count(everything("camat"), "Laporan Triwulan I 2026 selesai")).toBe(1);
    expect(office.whatsapp.missing).toEqual([]);
  });
});
