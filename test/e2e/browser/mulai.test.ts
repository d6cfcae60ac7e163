import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labelPeriode, periodeAt, tahunPeriode } from "../../../src/core/kinerja/periode.ts";
import { toLocal } from "../../../src/core/waktu/instant.ts";
import { convert } from "../../documents/soffice.ts";
import { TelegramDouble } from "../../doubles/telegram/index.ts";
import { sharedChromium } from "./desk.ts";
import { fillIn, JUMLAH_INDIKATOR, JUMLAH_PEGAWAI } from "./kantor-baru.ts";
import { Keystrokes } from "./klm.ts";
import { Program } from "./program.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MENIT = 60;
/** The triwulan that runs now, whatever day this test is run on. */
const periode = periodeAt(toLocal(Date.now(), "Asia/Makassar").tanggal);

/** Where the pictures of the README are put, when somebody wants them made anew. */
const pictureDir = process.env["GAMBAR"];

describe("from the first page to the first question on a phone", { timeout: 300_000 }, () => {
  const telegram = new TelegramDouble();
  const somebody = new Keystrokes();
  let program: Program;
  let page: Page;
  let address: string;
  const complaints: string[] = [];
  const kodeOf = new Map<string, string>();
  const kabar = () => page.locator("#kabar");
  const step = (nomor: number) => page.locator(`[data-langkah="${nomor}"]`);

  beforeAll(async () => {
    await telegram.start();
    program = new Program({ TELEGRAM_API_ROOT: telegram.url });
    address = await program.start();
    const browser = await sharedChromium();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("pageerror", (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await page?.context().close();
    await program.close();
    await telegram.stop();
  });

  const click = async (role: "button" | "link", name: string): Promise<void> => {
    somebody.clicksOn();
    await page.getByRole(role, { name, exact: true }).click();
  };
  const downloaded = async (act: () => Promise<void>): Promise<Buffer> => {
    const [download]: [Download, void] = await Promise.all([page.waitForEvent("download"), act()]);
    return readFile(await download.path());
  };
  const picture = async (name: string): Promise<void> => {
    if (pictureDir !== undefined)
      await page.screenshot({ path: `${pictureDir}/${name}.png`, animations: "disabled" });
  };
  /** What is sent to a bot or to BotFather. */
  const writes = (text: string): void => somebody.types(text);

  it("offers the demo office or one of one's own, and gets ready for the latter at once", async () => {
    somebody.types("npm start");
    somebody.types("127.0.0.1:3000/mulai");
    await page.goto(`${address}/mulai`);
    await page.locator('body[data-siap="peraga"]').waitFor();
    await picture("mulai");
    await click("button", "Siapkan kantor");
    await page.locator('body[data-siap="kantor"]').waitFor();
  });

  it("gives the workbook for the sheet that was chosen, takes it filled in, and names what is wrong first", async () => {
    somebody.clicksOn();
    await page.locator("#sop-paringin-selatan").check();
    const template = await downloaded(() => click("link", "Unduh templat"));
    // the file is opened from the browser's list of downloads
    somebody.clicksOn();
    const filled = await fillIn(template, tahunPeriode(periode), somebody);
    // saved by the program it was filled in with, in the form it came in
    somebody.presses(3);
    const saved = [...(await convert(filled, "xlsx", "Buku Kerja Kantor.xlsx")).values()][0];
    await page
      .locator("#buku")
      .setInputFiles({ name: "kosong.xlsx", mimeType: XLSX, buffer: template });
    await page.getByText("4 sel perlu diperbaiki").waitFor();
    await page.getByText("Kantor!B5").waitFor();
    somebody.clicksOn();
    somebody.clicksOn();
    somebody.presses(1);
    await page
      .locator("#buku")
      .setInputFiles({ name: "Kantor.xlsx", mimeType: XLSX, buffer: saved ?? Buffer.alloc(0) });
    await page.getByText("Kantor baru: Kecamatan Baru").waitFor();
    expect(await page.locator(".pratinjau tbody tr").count()).toBe(
      JUMLAH_PEGAWAI + JUMLAH_INDIKATOR,
    );
    await picture("mulai-pratinjau");
    await click("button", "Buat kantor ini");
    await kabar().getByText("Kecamatan Baru dimuat.").waitFor();
  });

  it("shows the triwulan to come as a calendar", async () => {
    await click("button", "Lihat jadwal");
    await page.locator(".bulan").first().waitFor();
    expect(await step(3).innerText()).toContain(labelPeriode(periode, "triwulan"));
    expect(await page.locator(".tugas").count()).toBeGreaterThan(5);
    expect(await page.locator(".hari.libur").count()).toBeGreaterThan(1);
    await picture("mulai-jadwal");
  });

  it("takes the token only where the messenger knows it, and shows it to nobody afterwards", async () => {
    const token = page.getByLabel("Token bot");
    await token.fill("123456:AAE-no-such-bot");
    await page.getByRole("button", { name: "Periksa dan hubungkan" }).click();
    await kabar().getByText("Telegram tidak mengenal token itu.").waitFor();
    // the conversation with BotFather, and the token from there to here
    for (const text of ["/newbot", "Kinerja Kecamatan Baru", "kinerja_kecamatan_baru_bot"]) {
      writes(text);
    }
    somebody.clicksOn();
    somebody.clicksOn();
    somebody.presses(3);
    await token.fill(telegram.token);
    await page.getByRole("button", { name: "Periksa dan hubungkan" }).click();
    await kabar().getByText("(@sopir_test_bot) terhubung.").waitFor();
    const kept = join(program.dir, "data", "sopir.env");
    expect(readFileSync(kept, "utf8")).toContain(`TELEGRAM_BOT_TOKEN=${telegram.token}`);
    if (process.platform !== "win32") expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(await page.content()).not.toContain(telegram.token);
    expect(program.output).not.toContain(telegram.token);
  });

  it("prints a card for everybody, with a code that works", async () => {
    const pdf = await downloaded(() => click("button", "Unduh kartu undangan (PDF)"));
    somebody.clicksOn();
    somebody.presses(3);
    const text = await pdfText(pdf);
    for (const [, jabatan = "", kode = ""] of text.matchAll(CARD)) kodeOf.set(jabatan, kode);
    expect([...kodeOf.keys()]).toHaveLength(JUMLAH_PEGAWAI);
    expect(text).toContain("Pindai gambar ini dengan kamera ponsel.");
  });

  it("is done within a quarter of an hour of a person's time when the first Kasi is asked", async () => {
    const sekcam = telegram.person(1, "Sekretaris Kecamatan");
    const kasi = telegram.person(2, "Kasi Pelayanan");
    for (const [person, jabatan] of [
      [sekcam, "Sekcam"],
      [kasi, "Kasi Pelayanan"],
    ] as const) {
      // the camera, the address it shows, and the button Telegram puts in the place of /start
      for (let taps = 0; taps < 3; taps += 1) somebody.clicksOn();
      person.says(`/start ${kodeOf.get(jabatan)}`);
      await telegram.until(() => person.texts.some((one) => one.includes("Akun terhubung")));
    }
    writes("/mulai");
    sekcam.says("/mulai");
    await telegram.until(() => sekcam.texts.some((one) => one.includes("Periode yang mana")));
    somebody.clicksOn();
    sekcam.says(labelPeriode(periode, "triwulan"));
    await telegram.until(() => kasi.buttons.includes("Mulai isi"));
    somebody.clicksOn();
    kasi.taps("Mulai isi");
    await telegram.until(() => kasi.texts.some((one) => one.includes("Indikator 1 dari 3")));
    process.stdout.write(`kantor dari templat sampai pertanyaan pertama: ${somebody.toString()}\n`);
    expect(somebody.seconds).toBeLessThanOrEqual(15 * MENIT);
    expect(somebody.keys).toBeLessThan(2_000);
    expect(telegram.complaints).toEqual([]);
  });

  it("closes itself: the office is at work now, and the page says how it goes on", async () => {
    const answer = await page.goto(`${address}/mulai`);
    expect(answer?.status()).toBe(410);
    expect(await page.locator("main").innerText()).toContain("Kantor sudah berjalan");
    expect((await page.request.get(`${address}/mulai/keadaan`)).status()).toBe(410);
    expect(complaints).toEqual([]);
  });
});

/** What stands on a card, as a reader of the text of the page meets it. */
const CARD = /Undangan bagi\s+(.+?)\s+Kecamatan Baru[\s\S]*?Kode\s+([A-Z0-9]{11})/g;

async function pdfText(pdf: Buffer): Promise<string> {
  const reading = promisify(execFile)("pdftotext", ["-raw", "-", "-"]);
  reading.child.stdin?.end(pdf);
  return (await reading).stdout.replaceAll(/\s+/g, " ");
}
