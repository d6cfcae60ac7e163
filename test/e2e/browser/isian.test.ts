import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allBerkas } from "../../support/all-berkas.ts";
import { Office } from "../office.ts";
import { launchChromium } from "./desk.ts";

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await launchChromium();
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "../uji.yaml"),
    mulai: "2026-12-28T09:00:00+08:00",
    halaman: true,
    ubah: (yaml) => yaml + LEBIH,
  });
  await office.moveTo("2027-01-04T07:40:00+08:00");
});
afterAll(async () => {
  expect(office?.telegram.complaints).toEqual([]);
  expect(await office?.logIsWhole()).toBe(true);
  await browser?.close();
  await office?.close();
});

/** Two more for the unit, so that there is a table worth the name: one counted, one to be proved. */
const LEBIH = `
  - {
      kode: "1.3",
      tahun: 2026,
      sasaran: Pelayanan,
      nama: Inovasi layanan,
      satuan: inovasi,
      arah: naik,
      agregasi: kumulatif,
      penanggungJawab: kasi-pelayanan,
      targetTahunan: 4,
      targetTriwulan: [1, 2, 3, 4],
      wajibBukti: true,
    }
  - {
      kode: "1.4",
      tahun: 2026,
      sasaran: Pelayanan,
      nama: Pengaduan yang selesai ditangani,
      satuan: persen,
      arah: naik,
      agregasi: rasio,
      penanggungJawab: kasi-pelayanan,
      targetTahunan: 90,
      targetTriwulan: [90, 90, 90, 90],
    }
`;

const kasi = () => office.person("kasi-pelayanan");

/** The address the button leads to, at the place where this office serves it. */
function address({ dark = false } = {}): string {
  const opened = office.telegram.opensPage(kasi(), "Isi di tabel", { dark });
  return opened.replace("https://sopir.contoh.go.id/isian", office.pageAddress);
}

async function figures(): Promise<Readonly<Record<string, unknown>>> {
  const berkas = (await allBerkas(office.store)).find(({ state }) => state.periode === "2026-TW4");
  return Object.fromEntries(
    Object.entries(berkas?.state.isianByKode ?? {}).map(([kode, one]) => [
      kode,
      [
        one.isian.jenis === "angka" ? one.isian.nilai : one.isian.jenis,
        one.keterangan,
        one.bukti.map(({ nama }) => nama),
      ],
    ]),
  );
}

describe("figures filled in on a phone", { timeout: 300_000 }, () => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address());
    await page.locator("body[data-siap]").waitFor();
  });
  afterAll(() => context?.close());

  const row = (nama: string) => page.getByRole("row", { name: nama });
  const realisasi = (nama: string) => row(nama).getByRole("textbox").first();

  it("shows what is asked", async () => {
    await expect.poll(() => page.locator("h1").innerText()).toBe("Realisasi Triwulan IV 2026");
    expect(await page.locator("tbody tr").count()).toBe(4);
    await page.screenshot({ path: "/tmp/h/mini-1.png", fullPage: true });
  });

  it("is checked at the cell, as an answer in the chat is", async () => {
    await realisasi("Indeks Kepuasan").fill("862,5");
    await row("Indeks Kepuasan").getByRole("button", { name: "86,25" }).waitFor();
    await realisasi("Waktu layanan").fill("cepat");
    await row("Waktu layanan").getByText("belum terbaca").waitFor();
    await page.screenshot({ path: "/tmp/h/mini-2.png", fullPage: true });
    await row("Indeks Kepuasan").getByRole("button", { name: "86,25" }).click();
    await row("Indeks Kepuasan").getByText("✓ 86,25 nilai").waitFor();
    await realisasi("Waktu layanan").fill("20");
    await row("Waktu layanan").getByLabel("Penghambat (wajib)").fill("Loket kedua ditutup");
    expect(complaints).toEqual([]);
  });
});
