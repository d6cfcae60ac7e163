import { readFile } from "node:fs/promises";
import exceljs from "exceljs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, sharedChromium } from "./desk.ts";
import { Program } from "./program.ts";

const unitList = [
  "Kasi Pelayanan",
  "Kasi Pemerintahan",
  "Kasi PMD",
  "Kasi Trantib",
  "Kasubbag Umum dan Kepegawaian",
  "Kasubbag Perencanaan dan Keuangan",
];

/** Where the pictures of the README are put, when somebody wants them made anew. */
const pictureDir = process.env["GAMBAR"];

describe("a first run without any variable", { timeout: 300_000 }, () => {
  const program = new Program();
  let address: string;
  let browser: Browser;
  let desk: Desk;

  const picture = async (name: string): Promise<void> => {
    if (pictureDir !== undefined)
      await desk.page.screenshot({ path: `${pictureDir}/${name}.png`, animations: "disabled" });
  };
  const openPoints = () => desk.page.locator("#panduan li:not(.sudah)").count();
  const row = (no: string) => desk.page.locator(".berkas tbody tr", { hasText: no }).first();

  beforeAll(async () => {
    address = await program.start();
    browser = await sharedChromium();
    desk = await Desk.open(browser, address);
  });
  afterAll(async () => {
    await desk?.close();
    await program.close();
  });

  it("says on the terminal where to look and what to try", () => {
    expect(program.output).toMatch(/demo office is at work on http:\/\/127\.0\.0\.1:\d+\/peraga\n/);
    expect(program.output).toMatch(/1\. Press "\+15 menit".+\n {2}2\. .+Camat's approval\.\n/);
  });

  it("opens the collection with the first push of the clock, and all units are asked", async () => {
    await desk.push("+15 menit");
    await desk.offered("Kasi Pelayanan", "Mulai isi");
    const asked = desk.page.locator(".berkas tr.kini .pemegang");
    await expect.poll(() => asked.count()).toBe(unitList.length);
    await expect.poll(openPoints).toBeGreaterThan(0);
    expect(await desk.page.locator("#orang .lencana").count()).toBeGreaterThan(3);
  });

  it("brings the phone that is pressed, whatever arrives between press and release", async () => {
    const elsewhere = await Desk.open(browser, address);
    await desk.page.getByRole("button", { name: "1 ponsel" }).click();
    await desk.phone("Kasi PMD");
    await desk.page.locator("#orang button", { hasText: "Camat" }).first().hover();
    await desk.page.mouse.down();
    // The first changes the list of people here; the second is seen on the desk, behind the first.
    await elsewhere.asks("Kasi Pelayanan", "/bantuan");
    await elsewhere.asks("Kasi PMD", "/bantuan");
    const onDesk = desk.page.getByRole("article", { name: "Ponsel Kasi PMD", exact: true });
    await onDesk.locator(".gelembung.saya + .gelembung.kantor").waitFor();
    await desk.page.mouse.up();
    await desk.page.getByRole("article", { name: "Ponsel Camat", exact: true }).waitFor();
    await elsewhere.close();
  });

  it("goes from the figures to the Camat's approval by clicking only", async () => {
    for (const [at, unit] of unitList.entries()) {
      await desk.fillByTaps(unit);
      if (at === 0) {
        await desk.phone("Camat");
        await picture("peraga-pengisian");
      }
    }
    await desk.offered("Kasubbag Perencanaan dan Keuangan", /Teruskan/);
    await desk.taps("Kasubbag Perencanaan dan Keuangan", /Teruskan/);
    await desk.offered("Sekretaris Kecamatan", /Setuju/);
    await desk.taps("Sekretaris Kecamatan", /Setuju/);
    await desk.offered("Camat", /Setuju/);
    await picture("peraga-persetujuan");
    await desk.taps("Camat", /Setuju/);
    await desk.page.locator(".berkas.selesai", { hasText: "Triwulan IV 2026" }).waitFor();
    await desk.page.locator("#panduan li.berikut", { hasText: "/rekap" }).waitFor();
    expect(await openPoints()).toBe(1);
    expect(await desk.page.locator("#catatan li", { hasText: "selesai" }).count()).toBeGreaterThan(
      0,
    );
    expect(await row("Menyetujui").getAttribute("class")).toBe("lewat");
  });

  it("has the evidence with the figure it was sent for", async () => {
    const phone = await desk.phone("Kasi Pelayanan");
    const sent = phone.locator(".gelembung.saya .lampiran", { hasText: "bukti-dukung.png" });
    const [download] = await Promise.all([desk.page.waitForEvent("download"), sent.click()]);
    const picture = await readFile(await download.path());
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
  });

  it("hands out the rekap as a workbook that opens", async () => {
    await desk.says("Sekretaris Kecamatan", "/rekap");
    const bubble = await desk.reads("Sekretaris Kecamatan", ".xlsx");
    const link = bubble.locator(".lampiran");
    const [download] = await Promise.all([desk.page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^Rekap .*\.xlsx$/);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(await download.path());
    const cells: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((line) => line.eachCell((cell) => cells.push(JSON.stringify(cell.value)))),
    );
    expect(cells).toContain('"Indeks Kepuasan Masyarakat"');
    expect(cells).toContain("83.2");
  });

  it("never made the page complain", () => {
    expect(desk.complaints).toEqual([]);
  });
});
