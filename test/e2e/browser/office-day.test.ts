import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, sharedChromium } from "./desk.ts";
import { Program } from "./program.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await sharedChromium();
});

/** Text that does harm wherever it is taken for markup. */
const hostile = `<img src=x onerror="alert(1)"><script>alert(2)</script> "'&amp;\u202E`;

describe("a day in the simulated office", { timeout: 300_000 }, () => {
  const program = new Program();
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(browser, await program.start());
    await desk.push("+15 menit");
    await desk.offered("Staf Perencanaan", "Tutup pengumpulan");
  });
  afterAll(async () => {
    await desk?.close();
    await program.close();
  });

  const current = () => desk.page.locator(".berkas tr.kini").first();

  it("shows the same after a reload: chats, phones on the desk, board and log", async () => {
    await desk.answers("Kasi Pelayanan", "Mulai isi");
    await desk.says("Kasi Pelayanan", "83,5");
    await desk.reads("Kasi Pelayanan", "capaian 98,24");
    const looks = async () => ({
      chat: await (await desk.phone("Kasi Pelayanan")).locator(".gelembung").allInnerTexts(),
      desk: await desk.page.locator("#ponsel h3").allInnerTexts(),
      board: await desk.page.locator("#papan").innerText(),
      log: await desk.page.locator("#catatan").innerText(),
    });
    const before = await looks();
    await desk.page.reload();
    await desk.ready();
    expect(await looks()).toEqual(before);
  });

  it("leaves a message where it is when the next one comes, so that a tap on it is not lost", async () => {
    const phone = await desk.phone("Kasi Pelayanan");
    const older = await phone.locator(".gelembung").first().elementHandle();
    await desk.says("Kasi Pelayanan", "/bantuan");
    await desk.reads("Kasi Pelayanan", "/tugas");
    // The question that was left loses its buttons.
    await phone.getByRole("button", { name: "Perbaiki angka" }).waitFor({ state: "detached" });
    expect(await older?.isVisible()).toBe(true);
  });

  it("goes on by itself after the program was killed and started again", async () => {
    const phone = await desk.phone("Kasi Pelayanan");
    const before = await phone.locator(".gelembung").allInnerTexts();
    const clock = await desk.page.locator("#jam time").innerText();
    await desk.push("+15 menit");
    await program.stop("SIGKILL");
    await desk.page.locator("#kabar", { hasText: "Terputus" }).waitFor();
    await program.start();
    await desk.page.locator("#kabar").waitFor({ state: "hidden" });
    expect(await phone.locator(".gelembung").allInnerTexts()).toEqual(before);
    expect(await desk.page.locator("#jam time").innerText()).not.toBe(clock);
    await desk.says("Kasi Pelayanan", "/status");
    await desk.reads("Kasi Pelayanan", "langkah 1 dari");
    // The browser itself notes the lost connection.
    expect(desk.complaints.filter((text) => !text.includes("net::ERR_"))).toEqual([]);
    desk.complaints.length = 0;
  });

  it("reminds those who have not sent, and marks them late, when the clock passes the deadline", async () => {
    for (let pushes = 0; pushes < 4; pushes += 1) await desk.push("Ke tenggat berikutnya");
    await desk.push("Hari kerja berikutnya");
    await desk.reads("Kasi PMD", /⏰/);
    await desk.page.locator(".berkas tr.kini.terlambat .pemegang.terlambat").first().waitFor();
  });

  it("takes a report back with a reason, and both see why", async () => {
    await desk.answers("Staf Perencanaan", "Tutup pengumpulan");
    await desk.says("Staf Perencanaan", "Menunggu data desa terlalu lama");
    await desk.offered("Kasubbag Perencanaan dan Keuangan", /Teruskan/);
    await desk.taps("Kasubbag Perencanaan dan Keuangan", /Teruskan/);
    await desk.offered("Sekretaris Kecamatan", /Setuju/);
    await desk.taps("Sekretaris Kecamatan", /Setuju/);
    await desk.offered("Camat", /Kembalikan/);
    await desk.answers("Camat", /Kembalikan/);
    await desk.says("Camat", `Jelaskan pelayanan ${hostile}`);
    await desk.reads("Camat", "Dikembalikan Camat");
    await desk.reads(
      "Kasubbag Perencanaan dan Keuangan",
      /dikembalikan Camat.*Jelaskan pelayanan/s,
    );
    await expect.poll(() => current().innerText()).toContain("putaran ke-2");
    expect(await current().innerText()).toContain("menyusun laporan");
  });

  it("still answers whoever unlinked, as it answers a stranger", async () => {
    await desk.says("Inspektorat", "/saya");
    await desk.offered("Inspektorat", /Putuskan/);
    await desk.answers("Inspektorat", /Putuskan/);
    await desk.answers("Inspektorat", /^Ya/);
    await desk.says("Inspektorat", "halo");
    await desk.reads("Inspektorat", "belum terhubung");
  });

  it("shows what people type as text and never as markup", async () => {
    await desk.says("Kasi Trantib", hostile);
    const bubble = await desk.reads("Kasi Trantib", "onerror");
    expect(await bubble.locator(".teks").textContent()).toBe(hostile);
    const phone = await desk.phone("Kasi Trantib");
    await phone.getByRole("button", { name: "Kirim berkas" }).click();
    await phone.locator('input[type="file"]').setInputFiles({
      name: '<b onclick="alert(3)">bukti</b>.png',
      mimeType: "image/png",
      buffer: Buffer.from("bukan gambar"),
    });
    await desk.reads("Kasi Trantib", "<b onclick=");
    expect(await desk.page.locator("#utama img, #utama script, #utama b[onclick]").count()).toBe(0);
    expect(desk.complaints).toEqual([]);
  });
});

describe("an office with hostile names", { timeout: 300_000 }, () => {
  const program = new Program();
  let address: string;
  let desk: Desk;
  beforeAll(async () => {
    const file = join(import.meta.dirname, "../../../flows/kantor/peraga.yaml");
    const office = readFileSync(file, "utf8")
      .replaceAll(/nama: Kasi Pelayanan,/g, `nama: '<img src=x onerror=alert(4)>',`)
      .replace("nama: Kecamatan Peraga", `nama: "</script><svg onload=alert(5)>"`);
    writeFileSync(join(program.dir, "peraga.yaml"), office);
    await program.cli("kantor", "load", "peraga.yaml");
    address = await program.start();
    desk = await Desk.open(browser, address);
  });
  afterAll(async () => {
    await desk?.close();
    await program.close();
  });

  it("is shown letter by letter", async () => {
    await desk.push("+15 menit");
    await desk.offered("<img src=x onerror=alert(4)>", "Mulai isi");
    expect(await desk.page.locator("#kantor").textContent()).toContain("<svg onload=alert(5)>");
    expect(
      await desk.page.locator("#utama img, #utama svg:not(.lambang > svg), header svg").count(),
    ).toBe(0);
    expect(desk.complaints).toEqual([]);
  });

  it("fits a small screen: 390 by 844, one phone, everything within reach of a thumb", async () => {
    const desk = await Desk.open(browser, address, { width: 390, height: 844 });
    const { page } = desk;
    await desk.offered("Kasi Pemerintahan", "Mulai isi");
    expect(await page.locator("#ponsel .ponsel").count()).toBe(1);
    const button = await page.getByRole("button", { name: "Mulai isi" }).boundingBox();
    expect(button?.height).toBeGreaterThanOrEqual(44);
    const phone = await (await desk.phone("Kasi Pemerintahan")).boundingBox();
    expect((phone?.x ?? -1) >= 0 && (phone?.x ?? 0) + (phone?.width ?? 0) <= 390).toBe(true);
    for (const tab of ["Panduan", "Papan", "Catatan", "Ponsel"]) {
      await page.locator(".tab").getByRole("button", { name: tab }).click();
      expect(Number(await desk.measure("lebar")), tab).toBeLessThanOrEqual(390);
    }
    await page.locator(".tab").getByRole("button", { name: "Papan" }).click();
    await page.locator(".pemegang", { hasText: "PMD" }).click();
    await page.getByRole("article", { name: "Ponsel Kasi PMD" }).waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  it("is answered without a mouse, by the keys alone", async () => {
    const desk = await Desk.open(browser, address);
    const { page } = desk;
    const phone = await desk.phone("Kasi Trantib");
    await phone.getByRole("button", { name: "Mulai isi" }).focus();
    await page.keyboard.press("Enter");
    await desk.offered("Kasi Trantib", "Lewati dulu");
    await phone.getByRole("textbox").focus();
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await desk.offered("Kasi Trantib", "Kirim");
    await phone.getByRole("button", { name: "Daftar perintah" }).focus();
    await page.keyboard.press("Enter");
    expect(await desk.measure("fokus")).toContain("/start");
    await page.keyboard.press("Escape");
    expect(await desk.measure("fokus")).toBe("Daftar perintah");
    await phone.getByRole("button", { name: "Kirim", exact: true }).focus();
    await page.keyboard.press("Space");
    await desk.reads("Kasi Trantib", "terkirim");
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});
