// A Kasi blocks the bot on Telegram while a triwulan opens, and comes back.
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { MemoryChannel } from "../support/memory-channel.ts";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const KASI = "kasi-pelayanan";
const TUGAS = "Realisasi Triwulan IV 2026";
const KEMBALI = "Bapak/Ibu terjangkau lagi";

let office: Office;
afterEach(() => office?.close());

const texts = (pegawaiId: string): readonly string[] => office.person(pegawaiId).texts;
const count = (pegawaiId: string, part: string): number =>
  texts(pegawaiId).filter((text) => text.includes(part)).length;
const kasi = () => office.person(KASI);

/** Sends to the Kasi that Telegram refused. */
const refused = (): number =>
  office.telegram.calls.filter(
    ({ method, params }) => method === "sendMessage" && Number(params["chat_id"]) === kasi().id,
  ).length - texts(KASI).length;

const logged = async (): Promise<readonly string[]> =>
  (await office.store.readLog(KantorId.parse("uji"), 0, 1_000))
    .map(({ jenis }) => jenis)
    .filter((jenis) => jenis.endsWith("terjangkau"));

/** The triwulan opens for a Kasi who has blocked the bot. */
async function blocked({ told }: { readonly told: boolean }): Promise<void> {
  office = await Office.open({ kantorFile, mulai: "2026-12-28T09:00:00+08:00" });
  await office.act(() => kasi().blocks({ told }));
  await office.moveTo("2027-01-04T08:00:00+08:00");
}

describe("a Kasi who blocks the bot", { timeout: 120_000 }, () => {
  it.each([
    ["an update", true, 0],
    ["the refusal of the first message", false, 1],
  ])("is noticed by %s; coordinator and admin are told once, by task", async (_, told, sends) => {
    await blocked({ told });
    const before = texts(KASI).length;
    for (const pegawaiId of ["sekcam", "staf"]) {
      expect(count(pegawaiId, "Kasi Pelayanan tidak terjangkau")).toBe(1);
      expect(texts(pegawaiId).find((text) => text.includes("tidak terjangkau"))).toMatch(
        /Yang menunggu jawabannya:\n1\. Realisasi Triwulan IV 2026, kurang 2 indikator/,
      );
    }
    expect(count("camat", "tidak terjangkau")).toBe(0);
    await office.restart();
    await office.moveTo("2027-01-08T15:00:00+08:00");
    for (const pegawaiId of ["sekcam", "staf"])
      expect(count(pegawaiId, "Kasi Pelayanan tidak terjangkau")).toBe(1);
    // No reminder goes there: one message a working day finds out whether they are back.
    const [perUpdate, perRefusal] = [7, 3];
    expect(refused()).toBe(sends + (told ? perUpdate : perRefusal));
    expect(texts(KASI)).toHaveLength(before);
    await office.says("camat", "/status");
    expect(texts("camat").at(-1)).toContain("Kasi Pelayanan (0 dari 2, ⚠️ tidak terjangkau)");
    await office.says("sekcam", "/pegawai");
    expect(texts("sekcam").at(-1)).toContain("Kasi Pelayanan — ⚠️ tidak terjangkau sejak");
  });

  it.each<[string, (person: ReturnType<typeof kasi>) => void]>([
    ["starts it anew", (person) => person.says("/start")],
    ["writes something", (person) => person.says("Assalamualaikum")],
  ])("and then %s is told everything open in one message and goes on", async (_, does) => {
    await blocked({ told: true });
    await office.moveTo("2027-01-07T10:00:00+08:00");
    await office.restart();
    await office.act(() => {
      kasi().unblocks();
      does(kasi());
    });
    await office.moveTo("2027-01-07T10:30:00+08:00");
    expect(count(KASI, TUGAS)).toBe(1);
    expect(count(KASI, KEMBALI)).toBe(1);
    await goesOn();
  });

  it("is told so a moment after the update when they write nothing", async () => {
    await blocked({ told: true });
    await office.act(() => kasi().unblocks());
    expect(count(KASI, TUGAS)).toBe(0);
    await office.restart();
    await office.moveTo("2027-01-04T08:01:00+08:00");
    expect(count(KASI, TUGAS)).toBe(1);
    await goesOn();
  });

  it("is found the next working morning when the service never said that they are back", async () => {
    await blocked({ told: false });
    await office.act(() => kasi().unblocks({ told: false }));
    await office.restart();
    await office.moveTo("2027-01-06T07:29:00+08:00");
    expect(count(KASI, TUGAS)).toBe(0);
    await office.moveTo("2027-01-06T07:30:00+08:00");
    expect(count(KASI, TUGAS)).toBe(1);
    await goesOn();
  });
});

/** The Kasi answers what was said again; the office sees them as before. */
async function goesOn(): Promise<void> {
  expect(await logged()).toEqual(["tak-terjangkau", "terjangkau"]);
  await office.says("camat", "/status");
  expect(texts("camat").at(-1)).not.toContain("tidak terjangkau");
  await office.taps(KASI, "Kerjakan sekarang");
  for (const text of ["87,3", "10"]) await office.says(KASI, text);
  await office.taps(KASI, "Kirim");
  await office.says("camat", "/status");
  expect(texts("camat").at(-1)).toContain("Sudah: Kasi Pelayanan");
  expect(office.telegram.complaints).toEqual([]);
}

describe("a Kasi who blocks one of two channels", { timeout: 120_000 }, () => {
  it("is told everything open on the other at once, and nobody is alarmed", async () => {
    const lain = new MemoryChannel({
      id: "lain",
      nama: "Lain",
      caps: { choices: "text", edit: false },
      now: () => office.nowMs,
    });
    office = await Office.open({
      kantorFile,
      mulai: "2026-12-28T09:00:00+08:00",
      saluranLain: [lain],
    });
    await lain.says("kasi", `/start ${await office.invite(KASI)}`);
    await office.settle();
    kasi().blocks({ told: false });
    await office.moveTo("2027-01-04T08:00:00+08:00");
    const inLain = (): readonly string[] => lain.inbox("kasi").map(({ text }) => text);
    const first = inLain().filter((text) => text.includes(TUGAS));
    expect(first).toHaveLength(1);
    expect(first[0]).toMatch(/^⚠️ Telegram Bapak\/Ibu tidak terjangkau\n/);
    expect(count("sekcam", "tidak terjangkau")).toBe(0);
    await lain.says("kasi", "1");
    await office.settle();
    expect(inLain().at(-1)).toContain("Indikator 1 dari 2");
    await office.moveTo("2027-01-04T10:00:00+08:00");
    expect(inLain().filter((text) => text.startsWith("⚠️ Telegram"))).toHaveLength(1);
  });
});
