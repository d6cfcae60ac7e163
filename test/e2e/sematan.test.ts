import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Office } from "./office.ts";
import { approveTriwulan, fillTriwulan, fillUnit } from "./paringin-selatan.ts";

const TRIWULAN = "2026-04-01T07:40:00+08:00";
const SILENT = "message could not be pinned";

let office: Office;
afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  await office.close();
});

const open = async (): Promise<void> => {
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-03-30T09:00:00+08:00",
    sematan: true,
  });
  await office.moveTo(TRIWULAN);
  await minuteLater();
};

let minute = 0;
/** What is pinned follows within half a minute. */
const minuteLater = async (): Promise<void> => {
  minute += 1;
  await office.moveTo(new Date(Date.parse(TRIWULAN) + minute * 60_000).toISOString());
};
afterEach(() => {
  minute = 0;
});

const pinned = (pegawaiId: string): string => office.person(pegawaiId).pinned.join("\n---\n");
const isBoard = ({ text = "" }: { readonly text?: string }): boolean =>
  /^(📌|✅ Tidak ada lagi)/.test(text);
const boards = (pegawaiId: string) => office.person(pegawaiId).inbox.filter(isBoard);
const callsOf = (method: string, pegawaiId: string) =>
  office.telegram
    .callsOf(method)
    .filter(({ params }) => Number(params["chat_id"]) === office.person(pegawaiId).id);

/** How often the board of the Camat was edited. */
const edits = (): number => callsOf("editMessageText", "camat").length;

describe("what is pinned in a chat", () => {
  it("tells whoever holds work, and the head, what waits for them and where it stands", async () => {
    await open();
    expect(pinned("kasi-pelayanan")).toBe(
      [
        "📌 1 tugas menunggu Bapak/Ibu",
        "1. Realisasi Triwulan I 2026 — batas Rab 1 Apr, 07.45 WITA",
        "",
        "📋 Triwulan I 2026 — langkah 1 dari 8: Mengumpulkan data laporan kinerja triwulan",
        "Pada: Kasi Pelayanan, Kasi Pemerintahan, Kasubbag Perencanaan · batas Rab 1 Apr, 07.45 WITA",
        "",
        "Pesan ini diperbarui sendiri, tanpa bunyi.",
      ].join("\n"),
    );
    expect(pinned("camat")).toMatch(/^📌 Tidak ada yang menunggu Bapak\/Ibu\n\n📋 Triwulan I/);
    expect(pinned("sekcam")).toBe("");
    for (const { params } of [
      ...callsOf("sendMessage", "kasi-pelayanan").filter(({ params: { text } }) =>
        String(text).startsWith("📌"),
      ),
      ...callsOf("pinChatMessage", "kasi-pelayanan"),
    ])
      expect(params["disable_notification"]).toBe(true);
  });

  it("is one message, edited in place until nothing runs, and closed then", async () => {
    await open();
    await fillUnit(office, "kasi-pelayanan", ["81,5", "10"]);
    expect(edits()).toBe(0);
    await minuteLater();
    expect(pinned("kasi-pelayanan")).toMatch(/^📌 Tidak ada yang menunggu/);
    expect(pinned("camat")).toContain("Pada: Kasi Pemerintahan, Kasubbag Perencanaan");
    // two who are done within the same half minute are one edit
    const before = edits();
    await fillUnit(office, "kasi-pemerintahan", ["36/40", "3"]);
    await fillUnit(office, "kasubbag", ["15"]);
    await office.restart();
    await minuteLater();
    expect(edits()).toBe(before + 1);
    expect(pinned("kasubbag")).toMatch(/^📌 1 tugas menunggu Bapak\/Ibu\n1\. /);

    await approveTriwulan(office);
    await minuteLater();
    for (const id of ["camat", "sekcam", "kasubbag", "kasi-pelayanan", "kasi-pemerintahan"]) {
      expect(pinned(id)).toBe("");
      expect(boards(id).every(({ text }) => text?.startsWith("✅") === true)).toBe(true);
      expect(boards(id).length).toBeLessThanOrEqual(1);
    }
    expect(boards("kasi-pelayanan")).toHaveLength(1);
  });

  it("is not edited while it says the same", async () => {
    await open();
    const before = office.telegram.calls.length;
    await office.says("kasi-pelayanan", "/isi");
    await office.says("kasi-pelayanan", "81,5");
    await minuteLater();
    const since = office.telegram.calls.slice(before);
    expect(since.filter(({ params }) => String(params["text"]).startsWith("📌"))).toEqual([]);
    expect(since.filter(({ method }) => method === "pinChatMessage")).toEqual([]);
  });

  it("is made anew, once, where it was deleted, and edited there from then on", async () => {
    await open();
    const [board] = boards("camat");
    if (board === undefined) throw new Error("nothing is pinned");
    office.person("camat").deletes(board);
    await fillUnit(office, "kasi-pelayanan", ["81,5", "10"]);
    await minuteLater();
    expect(boards("camat")).toHaveLength(1);
    expect(office.person("camat").pinned).toHaveLength(1);
    await fillUnit(office, "kasi-pemerintahan", ["36/40", "3"]);
    await minuteLater();
    expect(boards("camat")).toHaveLength(1);
    expect(pinned("camat")).toContain("Pada: Kasubbag Perencanaan");
  });

  it("is made anew once where the line breaks between message and pin", async () => {
    await open();
    const [board] = boards("camat");
    if (board === undefined) throw new Error("nothing is pinned");
    office.person("camat").deletes(board);
    office.telegram.faults.cutNext("pinChatMessage");
    await fillUnit(office, "kasi-pelayanan", ["81,5", "10"]);
    await minuteLater();
    await office.settle();
    expect(boards("camat")).toHaveLength(1);
    expect(office.person("camat").pinned).toHaveLength(1);
  });

  it("stays an ordinary message where pinning is refused, and is edited all the same", async () => {
    office = await Office.open({
      kantorFile: join(import.meta.dirname, "uji.yaml"),
      mulai: "2026-03-30T09:00:00+08:00",
      sematan: true,
    });
    office.telegram.faults.failAlways("pinChatMessage", 400, "Bad Request: not enough rights");
    await office.moveTo(TRIWULAN);
    await minuteLater();
    expect(boards("camat")).toHaveLength(1);
    expect(office.logLines.some((line) => line.includes(SILENT))).toBe(true);
    await fillTriwulan(office, 1);
    await minuteLater();
    expect(office.person("camat").pinned).toEqual([]);
    expect(boards("camat").map(({ text }) => /langkah [2-8] dari 8/.test(text ?? ""))).toEqual([
      true,
    ]);
  });

  it("is let go of with the account", async () => {
    await open();
    await office.says("kasi-pelayanan", "/saya");
    await office.taps("kasi-pelayanan", "Putuskan akun");
    await office.taps("kasi-pelayanan", /putuskan/i);
    expect(pinned("kasi-pelayanan")).toBe("");
    expect(boards("kasi-pelayanan").map(({ text }) => text?.slice(0, 1))).toEqual(["✅"]);
  });

  it("begins anew for somebody who comes back", async () => {
    await open();
    const kasi = office.person("kasi-pelayanan");
    kasi.blocks();
    await office.settle();
    await minuteLater();
    kasi.unblocks();
    await office.settle();
    await office.says("kasi-pelayanan", "/tugas");
    await minuteLater();
    expect(kasi.pinned).toHaveLength(1);
    expect(pinned("kasi-pelayanan")).toMatch(/^📌 1 tugas/);
  });
});
