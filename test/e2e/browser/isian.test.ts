import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allBerkas } from "../../support/all-berkas.ts";
import { Office } from "../office.ts";
import { sharedChromium } from "./desk.ts";

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await sharedChromium();
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

const IKM = "Indeks Kepuasan Masyarakat";
const WAKTU = "Waktu layanan rata-rata";
const INOVASI = "Inovasi layanan";
const ADUAN = "Pengaduan yang selesai ditangani";

const NOTE = "Loket kedua ditutup dua pekan";

/** Enough of a picture to be kept as one. */
const FILE = {
  mimeType: "image/jpeg",
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000, 7)]),
};

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
    await ready();
    await page.evaluate("navigator.serviceWorker.ready.then(() => null)");
  });
  afterAll(() => context?.close());

  const ready = (): Promise<void> => page.locator("body[data-siap]").waitFor();
  const row = (nama: string): Locator => page.getByRole("row", { name: nama });
  const figure = (nama: string): Locator => row(nama).locator("input").first();
  const press = (nama: string): Promise<void> =>
    page.getByRole("button", { name: nama, exact: true }).click();
  const news = (): Locator => page.locator("#kabar");

  it("are asked for in one table, which fits the screen", async () => {
    await page.getByRole("heading", { name: "Realisasi Triwulan IV 2026" }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(4);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(await figure(IKM).getAttribute("inputmode")).toBe("decimal");
  });

  it("are held against the rules of the chat at their cell", async () => {
    await figure(IKM).fill("862,5");
    await row(IKM).getByRole("button", { name: "86,25", exact: true }).waitFor();
    await figure(WAKTU).fill("cepat");
    const refused = row(WAKTU).getByText("tidak terbaca sebagai angka");
    await refused.waitFor();
    const described = (await figure(WAKTU).getAttribute("aria-describedby")) ?? "";
    expect(described.split(" ")).toContain(await refused.getAttribute("id"));
    expect(await figure(WAKTU).getAttribute("aria-invalid")).toBe("true");
    expect(await figures()).toEqual({});
  });

  it("are taken as they are meant, and ask for what explains and what proves them", async () => {
    await row(IKM).getByRole("button", { name: "86,25", exact: true }).click();
    await row(IKM).getByText("✓ 86,25 nilai (101,47 %)").waitFor();
    await figure(WAKTU).fill("20");
    await press("Kirim");
    await news().getByText("3 baris perlu dilengkapi").waitFor();
    await row(WAKTU).getByText("Capaiannya perlu dijelaskan").waitFor();
    await row(WAKTU).getByLabel("Penghambat (wajib)").fill(NOTE);
    await figure(INOVASI).fill("4");
    await row(INOVASI)
      .getByLabel("Bukti dukung wajib")
      .setInputFiles({ ...FILE, name: "inovasi.jpg" });
    await row(INOVASI).getByText("inovasi.jpg — belum terkirim").waitFor();
    await news().getByText("1 baris perlu dilengkapi").waitFor();
    expect(complaints).toEqual([]);
  });

  it("are saved in part, and the chat goes on with the rest", async () => {
    await row(WAKTU).getByText("✓ 20 menit").waitFor();
    await press("Simpan");
    await news().getByText("Tersimpan. Lanjutkan kapan saja").waitFor();
    await row(INOVASI).getByText("✓ inovasi.jpg").waitFor();
    await office.settle();
    expect(await figures()).toEqual({
      "1.1": [86.25, null, []],
      "1.2": [20, NOTE, []],
      "1.3": [4, null, ["inovasi.jpg"]],
    });
    expect(kasi().texts.at(-1)).toContain("✅ Tercatat dari tabel: 3 isian");
    expect(kasi().texts.at(-1)).toContain("Tindak lanjut");
  });

  it("stay on the phone through a reload without a connection, and wait to be sent", async () => {
    await context.setOffline(true);
    await news().getByText("Tidak tersambung").waitFor();
    await figure(IKM).fill("87");
    await row(IKM)
      .getByLabel("Bukti dukung (foto")
      .setInputFiles({ ...FILE, name: "survei.jpg" });
    await row(IKM).getByText("survei.jpg — belum terkirim").waitFor();
    await figure(ADUAN).fill("27");
    await row(ADUAN).getByLabel("Penyebut").fill("30");
    await page.reload();
    await ready();
    await page.getByRole("heading", { name: "Realisasi Triwulan IV 2026" }).waitFor();
    expect(await figure(IKM).inputValue()).toBe("87");
    expect(await row(WAKTU).getByLabel("Penghambat (wajib)").inputValue()).toBe(NOTE);
    expect(await row(ADUAN).getByLabel("Penyebut").inputValue()).toBe("30");
    await row(IKM).getByText("survei.jpg — belum terkirim").waitFor();
    await press("Kirim");
    await news().getByText("Menunggu sambungan").waitFor();
    expect(await figures()).toMatchObject({ "1.1": [86.25, null, []] });
  });

  it("write over nothing that was answered in the chat meanwhile", async () => {
    await office.says("kasi-pelayanan", "/isi 1.1");
    await office.says("kasi-pelayanan", "84");
    await context.setOffline(false);
    await row(IKM).getByText("Sudah diisi di tempat lain: 84 nilai").waitFor();
    await news().getByText("1 baris perlu dilengkapi").waitFor();
    expect(await figures()).toMatchObject({ "1.1": [84, null, ["survei.jpg"]] });
    await row(IKM).getByRole("button", { name: "Pakai isian ini" }).click();
    await row(IKM).getByText("✓ 87 nilai").waitFor();
  });

  it("are summed up, sent, and told of in the chat once", async () => {
    const before = kasi().texts.length;
    await press("Kirim");
    const list = page.locator(".ringkasan li");
    await list.first().waitFor();
    expect(await list.allInnerTexts()).toEqual([
      `${IKM}: 87 nilai (102,35 %) — 1 berkas bukti`,
      `${WAKTU}: 20 menit (0 %) — ${NOTE}`,
      `${INOVASI}: 4 inovasi (100 %) — 1 berkas bukti`,
      `${ADUAN}: 27/30 = 90 persen (100 %)`,
    ]);
    await press("Kirim sekarang");
    await news().getByText("Realisasi terkirim").waitFor();
    await office.settle();
    expect(kasi().texts.slice(before)).toEqual([
      expect.stringContaining("✅ Realisasi Triwulan IV 2026 terkirim — 4 indikator"),
    ]);
    expect(await figures()).toEqual({
      "1.1": [87, null, ["survei.jpg"]],
      "1.2": [20, NOTE, []],
      "1.3": [4, null, ["inovasi.jpg"]],
      "1.4": [90, null, []],
    });
    // Only the lost connection was complained of, by the browser itself.
    expect(complaints.filter((text) => !text.includes("net::ERR_"))).toEqual([]);
  });

  it("are asked for no more once they are sent, and the proof of who opened the page is kept nowhere", async () => {
    await page.reload();
    await page.getByText("Tidak ada realisasi yang menunggu diisi").waitFor();
    const initData = office.telegram.initData(kasi());
    for (const part of initData.split("&")) {
      const [name, value = ""] = part.split("=");
      if (name === "hash") expect(office.keeps(value)).toBe(false);
    }
  });
});

describe("a page that somebody else opens", { timeout: 120_000 }, () => {
  it.each<[string, string, string]>([
    ["without Telegram", "", "Halaman ini dibuka dari percakapan sopir di Telegram"],
    [
      "with a signature of their own",
      `#tgWebAppData=${encodeURIComponent("user=%7B%22id%22%3A101%7D&auth_date=1&hash=00")}`,
      "Telegram tidak dapat memastikan",
    ],
  ])("%s says so and shows nothing", async (_, hash, said) => {
    const page = await browser.newPage();
    await page.goto(`${office.pageAddress}${hash}`);
    await page.locator("#kabar").getByText(said).waitFor();
    expect(await page.locator("table").count()).toBe(0);
    await page.close();
  });
});
