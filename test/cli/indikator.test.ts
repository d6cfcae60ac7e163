import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJs from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildBuku } from "../../src/app/papers/build-buku.ts";
import { DOCX_MIME } from "../../src/app/papers/naskah-file.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { documents } from "../support/documents.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { contohRencana } from "../support/rencana/contoh.ts";
import { kertasDocx, kertasXlsx } from "../support/rencana/kertas.ts";
import { installation, type Ran, run, withPeraga } from "./run.ts";

let home: ReturnType<typeof installation>;
const sopir = (...argv: readonly string[]): Promise<Ran> => run(argv, { env: home.env });
const at = (name: string): string => join(home.folder, name);

beforeEach(() => {
  home = installation();
});
afterEach(() => home.remove());

/** Writes a page of the layouts as the file an office would have. */
async function dokumen(nama: string): Promise<string> {
  const contoh = contohRencana.find((one) => one.nama === nama);
  if (contoh === undefined) throw new Error(`no layout ${nama}`);
  const { jenis, kertas } = contoh;
  const file = at(`PK.${jenis}`);
  writeFileSync(file, jenis === "xlsx" ? await kertasXlsx(kertas) : await kertasDocx(kertas));
  return file;
}

const RENCANA = "rencana aksi dengan judul bertingkat dan anggaran";
const PK = "perjanjian kinerja menurut formulir kementerian";

/** The rows of the sheet Indikator, with the notes at their cells. */
async function lembar(file: string): Promise<{ isi: string[][]; catatan: string[] }> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("Indikator");
  const isi: string[][] = [];
  const catatan: string[] = [];
  sheet?.eachRow((row, nomor) => {
    if (nomor <= 4) return;
    const values = Array.from({ length: 13 }, (_, kolom) => row.getCell(kolom + 2));
    if (values.some(({ value }) => value !== null)) isi.push(values.map(({ text }) => text));
    for (const cell of values) {
      const note = typeof cell.note === "string" ? cell.note : cell.note?.texts?.[0]?.text;
      if (note !== undefined) catatan.push(`${cell.address}: ${note}`);
    }
  });
  return { isi, catatan };
}

describe("indikator import", () => {
  it("says what it found, what it guessed and what nobody told it, and writes nothing by itself", async () => {
    const { code, out } = await sopir("indikator", "import", await dokumen(PK));
    expect(code).toBe(0);
    expect(out).toContain("PK.docx: 4 indikator, tahun 2027.");
    expect(out).toContain(
      "Sasaran Strategis = sasaran, Indikator Kinerja = indikator, Target = target",
    );
    expect(out).toContain(
      "Target setahun 68,5: tertulis “B (68,50)”; yang diambil angkanya saja, periksa",
    );
    expect(out).toContain("Penanggung jawab –: penanggung jawab tidak ada di dokumen");
    expect(out).toContain("Belum ada yang ditulis; tulis ke buku kerja dengan -o Kantor.xlsx.");
  });

  it("fills the sheet Indikator of an empty workbook, each doubt at its cell", async () => {
    const buku = at("Kantor.xlsx");
    const { code } = await sopir("indikator", "import", await dokumen(RENCANA), "-o", buku);
    expect(code).toBe(0);
    const { isi, catatan } = await lembar(buku);
    expect(isi.slice(2)).toEqual([
      [
        "1.1",
        "2027",
        "Meningkatnya kualitas pelayanan publik kecamatan",
        "Indeks Kepuasan Masyarakat",
        "Nilai",
        "makin tinggi makin baik",
        "posisi akhir",
        "Kasi Pelayanan",
        "84",
        "85",
        "86",
        "86.5",
        "86.5",
      ],
      [
        "1.2",
        "2027",
        "Meningkatnya kualitas pelayanan publik kecamatan",
        "Jumlah inovasi pelayanan",
        "Inovasi",
        "makin tinggi makin baik",
        "dijumlahkan tiap triwulan",
        "Kasi Pelayanan",
        "0",
        "1",
        "0",
        "1",
        "2",
      ],
      [
        "2.1",
        "2027",
        "Meningkatnya ketenteraman dan ketertiban umum",
        "Jumlah gangguan ketertiban umum",
        "Kejadian",
        "makin rendah makin baik",
        "dijumlahkan tiap triwulan",
        "Kasi Trantib",
        "3",
        "3",
        "3",
        "3",
        "12",
      ],
      [
        "3.1",
        "2027",
        "Meningkatnya akuntabilitas kinerja kecamatan",
        "Persentase laporan kinerja tepat waktu",
        "%",
        "makin tinggi makin baik",
        "persen dari pembilang dan penyebut",
        "Kasubbag Perencanaan",
        "100",
        "100",
        "100",
        "100",
        "100",
      ],
    ]);
    expect(catatan).toHaveLength(8);
    expect(catatan).toContain(
      "G9: dugaan, karena namanya menyebut hal yang diharapkan berkurang; periksa",
    );
  });

  it("adds to a workbook in progress what is not there yet, and keeps what cannot be read yet", async () => {
    const buku = at("Kantor.xlsx");
    await sopir("indikator", "import", await dokumen(RENCANA), "-o", buku);
    const { code, out } = await sopir("indikator", "import", await dokumen(PK), "-o", buku);
    expect(code).toBe(0);
    expect(out).toContain(
      "Sudah ada di buku kerja, tidak diusulkan lagi: Indeks Kepuasan Masyarakat; Jumlah gangguan ketertiban umum.",
    );
    const { isi } = await lembar(buku);
    expect(isi.map(([kode, , , nama, , , , pj]) => [kode, nama, pj])).toEqual([
      ["1.1", "Indeks Kepuasan Masyarakat", "Kasi Pelayanan"],
      ["1.2", "Jumlah inovasi pelayanan", "Kasi Pelayanan"],
      ["2.1", "Jumlah gangguan ketertiban umum", "Kasi Trantib"],
      ["3.1", "Persentase laporan kinerja tepat waktu", "Kasubbag Perencanaan"],
      ["1.3", "Persentase pengaduan yang ditindaklanjuti", ""],
      ["3.2", "Nilai AKIP kecamatan", ""],
    ]);
  });

  it("writes over no workbook whose content it would lose, nor over another file", async () => {
    const file = await dokumen(RENCANA);
    const buku = at("Kantor.xlsx");
    await sopir("kantor", "template", "-o", buku);
    const book = new ExcelJs.Workbook();
    await book.xlsx.readFile(buku);
    book.addWorksheet("Catatan saya").getCell("A1").value = "jangan hilang";
    await book.xlsx.writeFile(buku);
    const before = readFileSync(buku);
    const kept = await sopir("indikator", "import", file, "-o", buku);
    expect([kept.code, kept.err]).toEqual([
      1,
      expect.stringContaining("Catatan saya: lembar ini bukan bagian buku kerja; pindahkan dahulu"),
    ]);
    expect(readFileSync(buku).equals(before)).toBe(true);
    const other = await sopir("indikator", "import", file, "-o", file);
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining("bukan buku kerja kantor"),
    ]);
  });

  it("goes beside an office of the database: its rows, its people, and what it measured before", async () => {
    await withPeraga(home);
    const buku = at("Kantor.xlsx");
    const file = await dokumen("tanpa sel gabungan, sasaran hanya di baris pertamanya");
    const ran = await sopir(
      "indikator",
      "import",
      file,
      "--kantor",
      "peraga",
      "-o",
      buku,
      "--tahun",
      "2028",
      "--json",
    );
    expect(ran.code).toBe(0);
    const { indikator } = JSON.parse(ran.out);
    expect(indikator[0].sel.penanggungJawab).toMatchObject({
      nilai: "Kasi Pelayanan",
      catatan: null,
    });
    expect(indikator[0].sel.kode).toMatchObject({ nilai: "1.1", asal: "dugaan" });
    // people of the office answer for them all, so that it can be loaded as it is
    expect((await sopir("kantor", "load", buku, "--apply")).code).toBe(0);
  });

  it("is the workbook an admin gets for a document sent in the chat", async () => {
    await withPeraga(home);
    const files = createFileStore(home.folder);
    const nama = "PK.docx";
    const { hash } = await files.put(readFileSync(await dokumen(PK)), nama, DOCX_MIME);
    const url = home.env["DATABASE_URL"] ?? "";
    const log = new MemoryLog();
    const store = await openStore({ url, dataDir: home.folder, now: () => 0, log });
    try {
      const kantorId = KantorId.parse("peraga");
      const deps = { store, documents, files };
      const file = await buildBuku(deps, { kantorId, apa: "kantor", rencana: { hash, nama } });
      writeFileSync(at("kirim.xlsx"), file?.data ?? new Uint8Array());
      const { isi } = await lembar(at("kirim.xlsx"));
      expect(isi.at(-1)?.slice(0, 4)).toEqual([
        expect.stringMatching(/^\d+\.\d+$/),
        "2027",
        "Meningkatnya ketenteraman dan ketertiban umum",
        "Jumlah gangguan ketertiban umum",
      ]);
    } finally {
      await store.close();
    }
  });

  it.each([
    ["PK.pdf", 2, "berakhiran .xlsx atau .docx"],
    ["tidak-ada.xlsx", 1, "berkas tidak ada"],
  ])("refuses %s", async (nama, exit, kata) => {
    const { code, err } = await sopir("indikator", "import", at(nama));
    expect([code, err]).toEqual([exit, expect.stringContaining(kata)]);
  });

  it("refuses what is no document at all, and one without such a table", async () => {
    writeFileSync(at("rusak.docx"), "bukan zip");
    expect((await sopir("indikator", "import", at("rusak.docx"))).code).toBe(1);
    writeFileSync(
      at("kosong.xlsx"),
      await kertasXlsx([
        "Daftar",
        [
          ["Nama", "Jabatan"],
          ["Camat", "Camat"],
        ],
      ]),
    );
    const { code, err } = await sopir("indikator", "import", at("kosong.xlsx"));
    expect([code, err]).toEqual([1, expect.stringContaining("tidak ada tabel indikator")]);
  });
});
