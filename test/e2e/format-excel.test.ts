import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convert } from "../documents/soffice.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { filledIn } from "../support/format.ts";
import { withEntries } from "../support/zip.ts";
import { observe } from "./akibat.ts";
import { Office } from "./office.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SOFFICE_MS = 120_000;
const IKM = "Indeks Kepuasan Masyarakat";
const WAKTU = "Waktu layanan rata-rata";
const RASIO = "Koordinasi yang ditindaklanjuti";
const BINA = "Pembinaan desa";

let office: Office;
const person = (id: string): Person => office.person(id);
const last = (id: string): string => person(id).texts.at(-1) ?? "";

/** Taps for the sheet and opens the file that came. */
async function sheetOf(id: string): Promise<Buffer> {
  await office.taps(id, "Isi lewat Excel");
  const message = person(id).last;
  if (message === undefined) throw new Error("no message came");
  return person(id).opens(message);
}

const sendsBack = (id: string, data: Uint8Array): Promise<void> =>
  office.act(() => person(id).uploads("Format Isian.xlsx", data, XLSX));

const written = (nama: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../documents/penulis", nama));

async function figures(): Promise<Readonly<Record<string, unknown>>> {
  const berkasList = await allBerkas(office.store);
  const isianByKode = berkasList.find(({ state }) => state.periode === "2026-TW4")?.state
    .isianByKode;
  return Object.fromEntries(
    Object.entries(isianByKode ?? {}).map(([kode, { isian, keterangan }]) => [
      kode,
      isian.jenis === "angka" ? [isian.nilai, keterangan] : [isian.jenis, keterangan],
    ]),
  );
}

async function openOffice(): Promise<void> {
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-12-28T09:00:00+08:00",
    restartEachAct: true,
  });
  await office.moveTo("2027-01-04T07:40:00+08:00");
}

async function closeOffice(): Promise<void> {
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
}

describe("figures by Excel, with everything started anew before each act", () => {
  beforeAll(openOffice);
  afterAll(closeOffice);

  let pelayanan: Buffer;

  it("go out as the unit's own sheet", async () => {
    pelayanan = await sheetOf("kasi-pelayanan");
    expect(last("kasi-pelayanan")).toContain(
      "Isi sel kuning, simpan, lalu kirim berkasnya kembali",
    );
    expect(person("kasi-pelayanan").last?.document?.file_name).toBe(
      "Format Isian TW IV 2026 - Kasi Pelayanan.xlsx",
    );
  });

  it("come back, stand in the berkas and are sent with one tap", async () => {
    await sendsBack(
      "kasi-pelayanan",
      await filledIn(pelayanan, (sheet, row) => {
        sheet.getCell(`F${row(IKM)}`).value = "86,25";
        sheet.getCell(`F${row(WAKTU)}`).value = 7.5;
        sheet.getCell(`G${row(WAKTU)}`).value = "Loket kedua dibuka";
      }),
    );
    expect(last("kasi-pelayanan")).toMatch(
      /^✅ Terbaca dari Excel: 2 isian\nF\d+ Indeks Kepuasan Masyarakat: 86,25 \(101,47 %\)\nF\d+ Waktu layanan rata-rata: 7,5 \(125 %\) — Loket kedua dibuka\n\n📋 Ringkasan — 2 indikator/,
    );
    expect(await figures()).toEqual({
      "1.1": [86.25, null],
      "1.2": [7.5, "Loket kedua dibuka"],
    });
    await office.taps("kasi-pelayanan", "Kirim");
    expect(last("kasi-pelayanan")).toContain("✅ Realisasi Triwulan IV 2026 terkirim");
  });

  it("are not taken twice", async () => {
    const kasi = person("kasi-pelayanan");
    const { berubah, ditolak } = await observe(office, kasi, () =>
      kasi.uploads("Format Isian.xlsx", pelayanan, XLSX),
    );
    expect([berubah, ditolak]).toEqual([false, ["format-terjawab"]]);
    expect(last("kasi-pelayanan")).toContain("sudah tercatat pada");
  });

  it("are those of the unit whose sheet it is", async () => {
    const kasi = person("kasi-pemerintahan");
    const { berubah, ditolak } = await observe(office, kasi, () =>
      kasi.uploads("Format Isian.xlsx", pelayanan, XLSX),
    );
    expect([berubah, ditolak]).toEqual([false, ["format-unit-lain"]]);
  });

  it("are asked back where they are not clear, and a note waits for its figure", async () => {
    const data = await filledIn(await sheetOf("kasi-pemerintahan"), (sheet, row) => {
      sheet.getCell(`F${row(RASIO)}`).value = 38;
      sheet.getCell(`G${row(RASIO)}`).value = 40;
      sheet.getCell(`F${row(BINA)}`).value = "1.500";
      sheet.getCell(`H${row(BINA)}`).value = "Dua kegiatan tertunda";
    });
    await sendsBack("kasi-pemerintahan", data);
    expect(last("kasi-pemerintahan")).toContain("Pembinaan desa: 1.500 dapat dibaca dua cara.");
    expect(last("kasi-pemerintahan")).toContain("✍️ Indikator 2 dari 2 — Pembinaan desa");
    await office.says("kasi-pemerintahan", "2");
    expect(await figures()).toMatchObject({
      "2.1": [95, null],
      "2.2": [2, "Dua kegiatan tertunda"],
    });
    await office.taps("kasi-pemerintahan", "Lewati");
    await office.taps("kasi-pemerintahan", "Lewati");
    expect(last("kasi-pemerintahan")).toContain("📋 Ringkasan — 2 indikator");
  });

  it("are asked back from a file of another kind, with what to do", async () => {
    const kasubbag = person("kasubbag");
    const { berubah, ditolak } = await observe(office, kasubbag, () =>
      kasubbag.uploads("realisasi.csv", Buffer.from("Realisasi anggaran;95"), "text/csv"),
    );
    expect([berubah, ditolak]).toEqual([false, ["bukan-xlsx"]]);
    expect(last("kasubbag")).toContain("Mohon simpan sebagai .xlsx");
  });

  it("are refused in a workbook with a program, and nothing of it is read", async () => {
    const kasubbag = person("kasubbag");
    const data = await filledIn(await sheetOf("kasubbag"), (sheet, row) => {
      sheet.getCell(`F${row("Realisasi anggaran")}`).value = "95";
    });
    const withMacro = await withEntries(data, { "xl/vbaProject.bin": "Sub Auto_Open()" });
    const { berubah, ditolak } = await observe(office, kasubbag, () =>
      kasubbag.uploads("Format Isian.xlsx", withMacro, XLSX),
    );
    expect([berubah, ditolak]).toEqual([false, ["berkas-makro"]]);
    await sendsBack("kasubbag", data);
    expect(await figures()).toMatchObject({ "3.1": [95, null] });
  });
});

describe("figures in tables that other programs wrote, with everything started anew before each act", () => {
  beforeAll(openOffice);
  afterAll(closeOffice);

  it("are a proposal: a date by accident is said to be one, and left it changes nothing", async () => {
    await sendsBack("kasi-pelayanan", await written("tabel-xlsx-populate.xlsx"));
    expect(last("kasi-pelayanan")).toBe(
      `⚠️ Tabel Excel ini bukan format dari sopir, jadi belum dicatat.
Yang cocok untuk Triwulan IV 2026, dari kolom F (Realisasi TW IV):
Akan dicatat: 1 isian
F4 ${WAKTU}: 7,5 (125 %) — Loket kedua dibuka
Akan ditanyakan: 1
F3 berisi tanggal 28 Januari 2026; mohon ketik angkanya.
G3 ${IKM}: keterangan dicatat, menunggu angkanya
1 baris lain bukan indikator Bapak/Ibu.
Periksa angkanya, lalu pilih.`,
    );
    await office.taps("kasi-pelayanan", "Jangan dicatat");
    expect(await figures()).toEqual({});
  });

  it("are taken after one tap, a formula by its result", async () => {
    await sendsBack("kasi-pelayanan", await written("tabel-sheetjs.xlsx"));
    expect(last("kasi-pelayanan")).toContain(`F3 ${IKM}: 86,25 dari rumus (101,47 %)`);
    expect(await figures()).toEqual({});
    await office.taps("kasi-pelayanan", "Catat");
    expect(last("kasi-pelayanan")).toContain("✅ Terbaca dari Excel: 2 isian");
    expect(await figures()).toEqual({
      "1.1": [86.25, "Survei 120 responden"],
      "1.2": [7.5, "Loket kedua dibuka"],
    });
  });

  it(
    "are read from what LibreOffice saved, with our mark and without",
    async () => {
      const data = await filledIn(await sheetOf("kasi-pemerintahan"), (sheet, row) => {
        sheet.getCell(`F${row(RASIO)}`).value = 38;
        sheet.getCell(`G${row(RASIO)}`).value = 40;
        sheet.getCell(`F${row(BINA)}`).value = { formula: "1+2", result: 3 };
      });
      const [saved] = (await convert(data, "xlsx", "format.xlsx")).values();
      await sendsBack("kasi-pemerintahan", saved ?? data);
      expect(last("kasi-pemerintahan")).toMatch(/✅ Terbaca dari Excel: 2 isian\nF\d+ Koord/);
      expect(last("kasi-pemerintahan")).toContain(`${BINA}: 3 dari rumus`);
      const [copied] = (
        await convert(
          await filledIn(data, (sheet) => {
            sheet.spliceRows(1, 1);
            sheet.spliceColumns(sheet.columnCount, 1);
          }),
          "xlsx",
          "salinan.xlsx",
        )
      ).values();
      await sendsBack("kasi-pemerintahan", copied ?? data);
      expect(last("kasi-pemerintahan")).toContain("Tabel Excel ini bukan format dari sopir");
      expect(last("kasi-pemerintahan")).toContain("Akan dicatat: 2 isian");
      await office.taps("kasi-pemerintahan", "Catat");
      expect(await figures()).toMatchObject({ "2.1": [95, null], "2.2": [3, null] });
    },
    SOFFICE_MS,
  );
});
