// A triwulan of sheet 003 over WhatsApp, with everything that happens to a linked number: restart, crash,
// logout. One office lives through all of it, in order, for browsers are slow to start.
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KantorId } from "../../src/core/kantor/schema.ts";
import type { Entry } from "../doubles/whatsapp/index.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { WhatsAppOffice } from "./whatsapp-office.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const unitList = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag"];

let office: WhatsAppOffice;

beforeAll(async () => {
  const kantorFile = join(import.meta.dirname, "uji.yaml");
  office = await WhatsAppOffice.open(kantorFile, "2026-03-30T08:00:00+08:00");
});

afterAll(() => office?.close());

const newest = (pegawaiId: string): string => office.person(pegawaiId).last?.text ?? "";

describe("an office on WhatsApp", { timeout: 60_000 }, () => {
  it("links the number by a QR code", async () => {
    await office.start();
    await office.waitsForLogin();
    expect(office.channel.status()).toMatchObject({ state: "login-required" });
    expect(office.channel.login().qr).toMatch(/^2@/);
    office.whatsapp.scanQr();
    await office.isOnline();
    expect(office.channel.login()).toEqual({ qr: null, code: null });
  });

  it("links people by their invitation, whether WhatsApp names them by number or not", async () => {
    for (const pegawaiId of [...unitList, "sekcam", "camat"]) {
      await office.says(pegawaiId, `/start ${office.invitation(pegawaiId)}`);
      expect(newest(pegawaiId)).toContain("Akun terhubung");
    }
  });

  it("tells strangers nothing", async () => {
    await office.says("orang-lain", "/rekap");
    expect(office.person("orang-lain").inbox.flatMap(({ file }) => file ?? [])).toEqual([]);
    expect(newest("orang-lain")).not.toContain("Kecamatan Uji");
  });

  it("takes realisasi by number and text, with a photo and a workbook as evidence", async () => {
    await office.moveTo("2026-04-01T07:40:00+08:00");
    await office.chooses("kasi-pelayanan", "Mulai isi");
    await office.says("kasi-pelayanan", "81,5");
    office.person("kasi-pelayanan").photo(Buffer.from([255, 216, 255]), "bukti survei");
    await office.settle();
    expect(newest("kasi-pelayanan")).toMatch(/Bukti tersimpan .*foto/);
    await office.says("kasi-pelayanan", "10");
    const workbook = Buffer.from([80, 75, 3, 4]);
    office.person("kasi-pelayanan").uploads("bukti TW I.xlsx", workbook, XLSX);
    await office.settle();
    expect(newest("kasi-pelayanan")).toContain("bukti TW I.xlsx");
    await office.says("kasi-pelayanan", "kirim");

    await fill("kasi-pemerintahan", "36/40", "3");
    await fill("kasubbag", "15");
    expect(office.person("kasubbag").last?.file?.name).toMatch(/\.pdf$/);
  });

  it("edits what was answered, so that no old choice is left", () => {
    const [asked] = office.person("kasubbag").inbox.filter(({ edited }) => edited);
    expect(asked?.text).toContain("✅ Terkirim");
    expect(asked?.text).not.toContain("*1* Mulai isi");
  });

  it("shows on the board what was read", async () => {
    await office.says("kasubbag", "setuju");
    const asked = newestEntry("sekcam", "siap dikoreksi");
    await office.says("camat", "status");
    expect(newest("camat")).toContain("Pemegang: Sekcam, sejak");
    office.person("sekcam").acks(asked, 2);
    office.person("sekcam").acks(asked, 3);
    const waitId = await openWait();
    const kantorId = KantorId.parse("uji");
    const read = () => office.store.readPrompts(kantorId, [waitId]);
    await expect.poll(async () => (await read()).size).toBe(1);
    await office.says("camat", "status");
    expect(newest("camat")).toContain("Pemegang: Sekcam (sudah dibaca), sejak");
  });

  it("takes an approval as a word, and back with a reason, in answer to an earlier message", async () => {
    await office.says("sekcam", "SETUJU");
    const asked = newestEntry("camat", "mohon persetujuan");
    await office.says("camat", "status");
    office.person("camat").quotes(asked, "2");
    await office.settle();
    expect(newest("camat")).toContain("Apa yang perlu diperbaiki?");
    office.person("camat").quotes(asked, "Mohon cek kembali waktu layanan.");
    await office.settle();
    expect(newest("kasubbag")).toContain("Mohon cek kembali waktu layanan.");
  });

  it("loses nothing over a restart, and asks for no new login", async () => {
    await office.stop();
    expect(office.whatsapp.online).toBe(false);
    office.person("kasubbag").says("1");
    await office.start({ polls: true });
    await office.isOnline();
    await office.settle();
    expect(newestEntry("sekcam", "Pilih satu").poll).toEqual([
      "✅ Setuju",
      "↩️ Kembalikan",
      "Lihat semua angka",
      "Lihat bukti",
    ]);
  });

  it("takes a vote for a choice, changed or taken back, and the word as well", async () => {
    await office.votes("sekcam", "Lihat semua angka");
    expect(office.person("sekcam").transcript()).toContain("Semua angka Triwulan I 2026");
    await office.votes("sekcam", "↩️ Kembalikan");
    expect(office.person("sekcam").transcript()).toContain("Apa yang perlu diperbaiki?");
    const before = office.person("sekcam").inbox.length;
    await office.votes("sekcam");
    expect(office.person("sekcam").inbox).toHaveLength(before);
    await office.says("sekcam", "batal");
    await office.says("sekcam", "kembalikan");
    expect(newest("sekcam")).toContain("Apa yang perlu diperbaiki?");
    await office.says("sekcam", "batal");
  });

  it("recovers from the browser's end, loses neither a message nor a vote, and removes the poll", async () => {
    const poll = newestEntry("sekcam", "Pilih satu");
    office.killBrowser();
    await office.whatsapp.until(() => !office.whatsapp.online);
    await office.hears(() => office.person("sekcam").votes("✅ Setuju"));
    expect(newestEntry("camat", "Pilih satu").poll).toContain("✅ Setuju");
    expect(office.person("sekcam").transcript()).toContain("✅ Disetujui Sekcam");
    expect(poll.revoked).toBe(true);
    // A vote that was on its way.
    await office.hears(() => office.person("sekcam").votesOn(poll, "↩️ Kembalikan"));
    expect(newest("sekcam")).toMatch(/^Sudah tercatat pukul .* oleh Sekcam/);
  });

  it("knows a vote in a poll the page has forgotten, once and for all", async () => {
    const poll = newestEntry("camat", "Pilih satu");
    office.whatsapp.forgets(poll);
    await office.hears(() => office.person("camat").votesOn(poll, "✅ Setuju"));
    expect(office.person("camat").transcript()).toContain("✅ Disetujui Camat");
    expect(office.person("camat").texts.join()).toContain("Laporan Triwulan I 2026 selesai");
    await office.hears(() => office.person("camat").votesOn(poll, "↩️ Kembalikan"));
    expect(newest("camat")).toMatch(/^Sudah tercatat pukul .* oleh Camat/);
    await office.hears(() => office.person("camat").votesOn(poll));
    expect(newest("camat")).toMatch(/^Sudah tercatat pukul .* oleh Camat/);
    const [berkas] = await allBerkas(office.store);
    expect(berkas?.state.status).toBe("selesai");
  });

  it("sends the rekap as a document that opens", async () => {
    await office.says("sekcam", "/rekap TW I");
    const file = office.person("sekcam").inbox.findLast((one) => one.file !== null)?.file;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(file?.data ?? []).buffer);
    expect(book.worksheets.map(({ name }) => name)).toContain("Rekap TW I");
  });

  it("asks for a new QR code when the phone unlinks it, and goes on once scanned", async () => {
    office.whatsapp.phoneLogout();
    await office.waitsForLogin();
    expect(office.channel.status().state).toBe("login-required");
    office.whatsapp.scanQr();
    await office.isOnline();
    await office.says("camat", "/tugas");
    expect(newest("camat")).toMatch(/tugas/i);
  });

  it("links the number by a pairing code as well, to the people it knew", async () => {
    office.whatsapp.phoneLogout();
    await office.waitsForLogin();
    await office.stop();
    await office.start({ pairingNumber: "6285200000001" });
    const code = await office.whatsapp.until(() => office.channel.login().code, 20_000);
    office.whatsapp.entersCode(code);
    await office.isOnline();
    const before = office.person("sekcam").inbox.length;
    await office.says("sekcam", "/tugas");
    expect(office.person("sekcam").inbox.length).toBe(before + 1);
  });

  it("asked the page for nothing the double does not know", () => {
    expect(office.whatsapp.missing).toEqual([]);
  });
});

/** The newest message of that text, or poll of that question, as it is now. */
function newestEntry(pegawaiId: string, part: string): Entry {
  const person = office.person(pegawaiId);
  const found = person.inbox.findLast(({ text }) => text.includes(part));
  if (found === undefined) throw new Error(`no ${part}\n${person.transcript()}`);
  return found;
}

/** The wait of the desk the berkas lies on. */
async function openWait(): Promise<string> {
  const [berkas] = await allBerkas(office.store);
  const wait = berkas?.state.waitList.findLast(
    ({ macam, jawaban }) => macam === "meja" && jawaban === null,
  );
  return wait?.id ?? "";
}

async function fill(unit: string, ...angkaList: readonly string[]): Promise<void> {
  await office.says(unit, "mulai isi");
  for (const angka of angkaList) await office.says(unit, angka);
  await office.chooses(unit, "Kirim");
}
