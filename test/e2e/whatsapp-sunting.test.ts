// Edits, deletions, files sent in one go and a group on WhatsApp, in a real browser.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../doubles/whatsapp/index.ts";
import { WhatsAppOffice } from "./whatsapp-office.ts";

const kasi = "kasi-pelayanan";
const photo = Buffer.from([255, 216, 255]);
const GROUP = "120363000000000001@g.us";

let office: WhatsAppOffice;
let figure: Entry;

const last = (): string => office.person(kasi).last?.text ?? "";

/** How many messages of the bot an act brings, once it is stored. */
async function answersTo(act: () => Promise<void>): Promise<number> {
  const before = office.person(kasi).inbox.length;
  await act();
  return office.person(kasi).inbox.length - before;
}

beforeAll(async () => {
  const kantorFile = join(import.meta.dirname, "uji.yaml");
  office = await WhatsAppOffice.open(kantorFile, "2026-03-30T08:00:00+08:00");
  await office.startLinked();
  for (const id of [kasi, "camat"]) await office.says(id, `/start ${office.invitation(id)}`);
  await office.moveTo("2026-04-01T07:40:00+08:00");
  await office.chooses(kasi, "Mulai isi");
  figure = office.person(kasi).says("84");
  await office.settle();
}, 120_000);

afterAll(() => office?.close());

describe("what a person changes or sends in one go on WhatsApp", { timeout: 60_000 }, () => {
  it("is corrected by the first edit, which says that no later one is heard", async () => {
    const count = await answersTo(() =>
      office.hears(() => office.person(kasi).edits(figure, "83")),
    );
    expect(count).toBe(1);
    expect(last()).toContain("Diubah: 84 → 83");
    expect(last()).toContain(
      "Perubahan berikutnya atas pesan itu mohon dikirim sebagai pesan baru.",
    );
  });

  it("stays as it is where the message is deleted for everybody, and is told so", async () => {
    const count = await answersTo(() => office.hears(() => office.person(kasi).revokes(figure)));
    expect(count).toBe(1);
    expect(last()).toContain("Pesan itu dihapus, tetapi jawabannya tetap tercatat.");
    expect(last()).toContain("/isi 1.1");
  });

  it("is answered once for an album, with the count", async () => {
    const count = await answersTo(() =>
      office.sendsInOneGo(4, () => office.person(kasi).album([photo, photo, photo])),
    );
    expect(count).toBe(1);
    expect(last()).toMatch(/^📎 3 bukti tersimpan untuk/);
  });

  it("is told in a group, once, that nothing is answered there", async () => {
    await office.hears(() => office.person(kasi).sends({ text: "/rekap", group: GROUP }));
    await office.hears(() => office.person(kasi).sends({ text: "halo", group: GROUP }));
    const said = office.whatsapp.ledger.chat(GROUP).filter(({ fromBot }) => fromBot);
    expect(said.map(({ text }) => text)).toEqual([
      "Di grup tidak ada yang dicatat atau dijawab. Mohon kirim pesan langsung kepada nomor atau bot ini.",
    ]);
  });

  it("asked the page for nothing the double does not know", () => {
    expect(office.whatsapp.missing).toEqual([]);
  });
});
