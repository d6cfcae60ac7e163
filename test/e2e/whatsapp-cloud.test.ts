// A triwulan of sheet 003 over the Cloud API, with what its window does to it: days that pass, a process that
// ends between a template and the tap on it, and somebody who comes over from WhatsApp Web.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allBerkas } from "../support/all-berkas.ts";
import { MemoryChannel } from "../support/memory-channel.ts";
import { WhatsappCloudOffice } from "./whatsapp-cloud-office.ts";

const unitList = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag"];

let office: WhatsappCloudOffice;
const web = new MemoryChannel({ id: "whatsapp", nama: "WhatsApp", caps: { edit: false } });

beforeAll(async () => {
  const kantorFile = join(import.meta.dirname, "uji.yaml");
  office = await WhatsappCloudOffice.open(kantorFile, "2026-03-30T08:00:00+08:00", [web]);
  await office.start();
});

afterAll(() => office?.close());

const newest = (pegawaiId: string): string => office.person(pegawaiId).last?.text ?? "";
const templates = (pegawaiId: string): readonly string[] =>
  office
    .person(pegawaiId)
    .inbox.filter(({ sent }) => sent.type === "template")
    .map(({ text }) => text);

describe("an office on the Cloud API", { timeout: 60_000 }, () => {
  it("links people by their invitation, and one of them through WhatsApp Web", async () => {
    for (const pegawaiId of [...unitList, "sekcam"]) {
      await office.says(pegawaiId, `/start ${office.invitation(pegawaiId)}`);
      expect(newest(pegawaiId)).toContain("Akun terhubung");
    }
    await web.says(`${office.person("camat").id}@c.us`, `/start ${office.invitation("camat")}`);
    await office.settle();
    expect(web.seen.at(-1)?.text).toContain("Akun terhubung");
  });

  it("opens the chats of those who were silent for two days, once, and asks nothing yet", async () => {
    await office.moveTo("2026-04-01T07:40:00+08:00");
    for (const pegawaiId of unitList) {
      expect(templates(pegawaiId)).toHaveLength(1);
      expect(newest(pegawaiId)).toMatch(
        /^Ada 1 tugas SOP menunggu: Realisasi Triwulan I 2026.*\. Ketuk tombol di bawah/,
      );
      expect(office.person(pegawaiId).last?.buttons).toEqual(["Buka"]);
    }
  });

  it("asks whoever taps, and takes their figures, a photo and a file", async () => {
    await office.taps("kasi-pelayanan", "Buka");
    expect(newest("kasi-pelayanan")).toContain("2 indikator menunggu");
    await office.taps("kasi-pelayanan", "Mulai isi");
    await office.says("kasi-pelayanan", "81,5");
    office.person("kasi-pelayanan").photo(new Uint8Array([255, 216, 255]), "bukti survei");
    await office.settle();
    expect(newest("kasi-pelayanan")).toMatch(/Bukti tersimpan .*foto/);
    await office.says("kasi-pelayanan", "10");
    await office.taps("kasi-pelayanan", "Kirim");
    expect(office.person("kasi-pelayanan").texts.join("\n")).toContain("terkirim");
  });

  it("rings nobody up twice over the end of a process, and loses nothing of what waits", async () => {
    await office.stop();
    office.person("kasi-pemerintahan").taps("Buka");
    await office.start();
    await office.settle();
    expect(templates("kasi-pemerintahan")).toHaveLength(1);
    expect(newest("kasi-pemerintahan")).toContain("2 indikator menunggu");
    await office.taps("kasi-pemerintahan", "Mulai isi");
    await office.says("kasi-pemerintahan", "36/40");
    await office.says("kasi-pemerintahan", "3");
    await office.taps("kasi-pemerintahan", "Kirim");
  });

  it("takes a word in place of the tap, and answers it behind what waited", async () => {
    await office.says("kasubbag", "mulai isi");
    const { texts } = office.person("kasubbag");
    const asked = texts.findIndex((text) => text.includes("1 indikator menunggu"));
    expect(asked).toBeGreaterThan(0);
    expect(texts.slice(asked + 1).join("\n")).toContain("Indikator 1 dari 1");
    await office.says("kasubbag", "15");
    await office.taps("kasubbag", "Kirim");
    expect(office.person("kasubbag").inbox.some(({ file }) => file !== null)).toBe(true);
  });

  it("brings the desk of the next to them after another silence, with the file", async () => {
    await office.says("kasubbag", "setuju");
    expect(templates("sekcam")).toHaveLength(1);
    expect(newest("sekcam")).toMatch(/^Ada \d+ (tugas|kabar) SOP/);
    await office.moveTo("2026-04-03T10:00:00+08:00");
    // One for the question, one for the reminder of the next day: the two days have no more.
    expect(templates("sekcam").length).toBeLessThanOrEqual(2);
    await office.taps("sekcam", "Buka");
    const { inbox } = office.person("sekcam");
    const at = inbox.findIndex(
      ({ text }) => text.includes("siap dikoreksi\n") || text.includes("siap dikoreksi*"),
    );
    expect(inbox[at]?.buttons).toEqual([
      "✅ Setuju",
      "↩️ Kembalikan",
      "Lihat semua angka",
      "Lihat bukti",
    ]);
    // A list carries no file: the draft stands above it.
    expect(inbox[at - 1]?.file?.name).toMatch(/\.pdf$|\.xlsx$/);
    await office.taps("sekcam", "✅ Setuju");
  });

  it("knows again whoever comes over from WhatsApp Web, without an invitation", async () => {
    expect(web.seen.at(-1)?.text).toContain("mohon persetujuan");
    await office.says("camat", "/tugas");
    expect(newest("camat")).toContain("Laporan");
    await office.says("camat", "setuju");
    const [berkas] = await allBerkas(office.store);
    expect(berkas?.state.status).toBe("selesai");
  });

  it("tells strangers nothing", async () => {
    await office.says("orang-lain", "/rekap");
    expect(newest("orang-lain")).not.toContain("Kecamatan Uji");
  });

  it("has counted what was charged", async () => {
    const pemakaian = [
      ...(await office.store.pemakaian("2026-03")),
      ...(await office.store.pemakaian("2026-04")),
    ];
    const sum = (jenis: string): number =>
      pemakaian
        .filter((one) => one.jenis === jenis)
        .reduce((total, { jumlah }) => total + jumlah, 0);
    const sentAsTemplate = office.graph.billed.filter((type) => type === "template");
    expect(sum("templat")).toBe(sentAsTemplate.length);
    expect(sum("layanan")).toBe(office.graph.billed.length - sentAsTemplate.length);
  });

  it("was taken at its word by the service, and logged no secret", () => {
    expect(office.graph.complaints).toEqual([]);
    expect(office.graph.deliveries.filter((status) => status !== 200 && status !== 0)).toEqual([]);
    const log = office.logged.join("");
    for (const kept of [office.graph.token, office.graph.appSecret, office.graph.verifyToken])
      expect(log).not.toContain(kept);
  });
});
