// Edits, files sent in one go, and a group, over the Bot API double with everything behind it.
import { join } from "node:path";
import type { TelegramMessage } from "@gramio/types/objects";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const kasi = "kasi-pelayanan";
const photo = new Uint8Array([255, 216, 255]);

let office: Office;
const last = (): string => office.person(kasi).texts.at(-1) ?? "";

async function said(text: string): Promise<TelegramMessage> {
  let message: TelegramMessage | undefined;
  await office.act(() => {
    message = office.person(kasi).says(text);
  });
  if (message === undefined) throw new Error("nothing was said");
  return message;
}

/** How many messages of the bot an act brings. */
async function answersTo(act: () => unknown): Promise<number> {
  const before = office.person(kasi).inbox.length;
  await office.act(act);
  return office.person(kasi).inbox.length - before;
}

describe("what a person changes or sends in one go", () => {
  let figure: TelegramMessage;

  beforeAll(async () => {
    // Every update twice, and everything started anew before each act: nothing lives in memory alone.
    office = await Office.open({
      kantorFile,
      mulai: "2026-03-30T09:00:00+08:00",
      deliverTwice: true,
      restartEachAct: true,
    });
    await office.moveTo("2026-04-01T07:40:00+08:00");
    await office.taps(kasi, "Mulai isi");
    figure = await said("84");
  }, 120_000);
  afterAll(() => office.close());

  it("is corrected by an edit, and the answer says from what to what", async () => {
    expect(await answersTo(() => office.person(kasi).edits(figure, "83"))).toBe(1);
    expect(last()).toContain("Diubah: 84 → 83");
    expect(last()).toContain("✍️");
    // Each edit is one of its own, back to what it was too.
    expect(await answersTo(() => office.person(kasi).edits(figure, "84"))).toBe(1);
    expect(last()).toContain("Diubah: 83 → 84");
  }, 60_000);

  it("stays without an answer where only its looks change", async () => {
    expect(await answersTo(() => office.person(kasi).edits(figure, "*84*"))).toBe(0);
  }, 60_000);

  it("is answered once for an album, with the count", async () => {
    expect(await answersTo(() => office.person(kasi).album([photo, photo, photo]))).toBe(1);
    expect(last()).toContain("bukti tersimpan untuk");
    expect(last()).toMatch(/^📎 3 bukti/);
  }, 60_000);

  it("is told that edits are not read where the message asked for something", async () => {
    const command = await said("/tugas");
    expect(await answersTo(() => office.person(kasi).edits(command, "/status"))).toBe(1);
    expect(last()).toContain("Suntingan atas pesan itu tidak dibaca.");
  }, 60_000);

  it("is answered once for figures sent line by line", async () => {
    const count = await answersTo(() => {
      for (const line of ["1=85", "2=10"]) office.person(kasi).says(line);
    });
    expect(count).toBe(1);
    expect(last()).toContain("Tersimpan 2 angka");
  }, 60_000);

  it("is told how to correct what was sent", async () => {
    await said("kirim");
    await office.act(() => office.person(kasi).edits(figure, "80"));
    expect(last()).toMatch(/sudah terkirim.*ketik tarik kembali/);
  }, 60_000);

  it("is told in a group, once, that nothing is answered there", async () => {
    const group = office.telegram.group(-1_001, "Grup Kecamatan", office.person(kasi));
    await office.act(() => group.says("/rekap"));
    await office.act(() => {
      const message = group.says("halo");
      group.edits(message, "halo semua");
    });
    expect(group.texts).toEqual([
      "Di grup tidak ada yang dicatat atau dijawab. Mohon kirim pesan langsung kepada nomor atau bot ini.",
    ]);
  }, 60_000);

  it("has left no complaint at the service", () => {
    expect(office.telegram.complaints).toEqual([]);
  });
});
