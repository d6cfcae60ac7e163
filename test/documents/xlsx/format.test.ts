import { array, assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { BarisMasuk, FormatMasuk, SelMasuk } from "../../../src/core/kinerja/format/index.ts";
import { bacaFormat } from "../../../src/documents/baca/format.ts";
import { legalText } from "../../../src/documents/legal-text.ts";
import { formatXlsx } from "../../../src/documents/xlsx/format.ts";
import { filledIn, formatOf, openBook, rowOf } from "../../support/format.ts";
import { Stage } from "../../support/stage.ts";
import { entriesOf } from "../../support/zip.ts";
import { pagesOf, sizesOf } from "../poppler.ts";
import { convert } from "../soffice.ts";

const SOFFICE_MS = 120_000;
const IKM = "Indeks Kepuasan Masyarakat";
const DESA = "Persentase desa tertib administrasi";
const WAKTU = "Waktu layanan rata-rata";

const stage = new Stage();
let kosong: Uint8Array;
beforeAll(async () => {
  stage.open();
  kosong = await formatXlsx(formatOf(stage, "pelayanan"));
});

async function read(data: Uint8Array): Promise<FormatMasuk> {
  const isi = await bacaFormat(data);
  if (isi.jenis !== "format") throw new Error(isi.jenis);
  return isi;
}

/** Rows as kode, figure and note: what a person wrote. */
const written = ({ barisList }: FormatMasuk): readonly unknown[] =>
  barisList.map(({ kode, realisasi, penyebut, keterangan }: BarisMasuk) => [
    kode,
    ...[realisasi, penyebut, keterangan].map((sel) =>
      sel === null ? null : sel.jenis === "teks" ? sel.teks : sel.jenis,
    ),
  ]);

const textIn = (sel: SelMasuk | null): string => (sel?.jenis === "teks" ? sel.teks : "");

/** What programs like to take for something else. */
const nasty = ["=1+1", "+62 811", "'kutip", "_x0041_", "_x000D_", "1.10", "a\nb", "😀", "<b>&amp;"];

describe("the sheet of figures", () => {
  it("has the columns of the office's own form and what a unit needs to fill it in", async () => {
    const { sheet } = await openBook(kosong);
    const header = rowOf(sheet, "Indikator Kinerja");
    expect(Array.from({ length: 8 }, (_, at) => sheet.getCell(header, at + 1).text)).toEqual([
      "No",
      "Sasaran",
      "Indikator Kinerja",
      "Target Tahunan",
      "Target Triwulan IV",
      "Realisasi Triwulan IV (rasio: pembilang)",
      "Penyebut (rasio saja)",
      "Keterangan",
    ]);
    const row = rowOf(sheet, IKM);
    expect(sheet.getCell(row, 3).text).toBe(
      `${IKM}\nSatuan: nilai\nYang diminta: nilai posisi akhir Triwulan IV 2026.\nTW III lalu: 83,2`,
    );
    expect(sheet.getCell(row, 5).value).toBe(85);
    expect(sheet.getCell(row, 6).value).toBeNull();
    expect(sheet.getCell(row, 6).dataValidation.prompt).toContain("Tulis misalnya 83,5");
  });

  it("lets people write into the answer cells and nowhere else", async () => {
    const { sheet } = await openBook(kosong);
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(cell.address);
      }),
    );
    const [first, second, third] = [IKM, DESA, WAKTU].map((nama) => rowOf(sheet, nama));
    expect(open).toEqual([
      `F${first}`,
      `H${first}`,
      `F${second}`,
      `G${second}`,
      `H${second}`,
      `F${third}`,
      `H${third}`,
    ]);
    expect(
      Object.keys(await entriesOf(kosong)).filter((nama) => /vba|external/i.test(nama)),
    ).toEqual([]);
  });

  it("has no column of denominators for a unit without a ratio", async () => {
    const { sheet } = await openBook(await formatXlsx(formatOf(stage, "pemerintahan")));
    const header = rowOf(sheet, "Indikator Kinerja");
    expect(sheet.getCell(header, 6).text).toBe("Realisasi Triwulan IV");
    expect(sheet.getCell(header, 7).text).toBe("Keterangan");
  });

  it("carries what is recorded already, to be read back the same", async () => {
    const filled = new Stage();
    filled.open();
    filled.act("pelayanan", { tap: "Mulai isi" });
    for (const teks of ["1500", "Betul", "39/40", "nihil"]) filled.act("pelayanan", teks);
    const format = await read(await formatXlsx(formatOf(filled, "pelayanan")));
    expect(written(format)).toEqual([
      ["1.1", "1500", "kosong", "kosong"],
      ["1.2", "39", "40", "kosong"],
      ["1.3", "nihil", "kosong", "kosong"],
    ]);
  });

  it("gives back every text as it went out", async () => {
    const format = formatOf(stage, "pelayanan");
    await assert(
      asyncProperty(
        array(oneof(string({ unit: "binary" }), constantFrom(...nasty)), { maxLength: 3 }),
        async (teksList) => {
          const barisList = format.barisList.map((baris, at) => ({
            ...baris,
            keterangan: teksList[at] ?? "",
          }));
          const back = await read(await formatXlsx({ ...format, barisList }));
          expect(back.barisList.map(({ keterangan }) => textIn(keterangan))).toEqual(
            barisList.map(({ keterangan }) => legalText(keterangan).trim()),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("comes back with its mark and every cell as it was typed", async () => {
    const data = await filledIn(kosong, (sheet, row) => {
      sheet.getCell(`F${row(IKM)}`).value = "86,25";
      sheet.getCell(`F${row(DESA)}`).value = 39;
      sheet.getCell(`G${row(DESA)}`).value = 40;
      sheet.getCell(`F${row(WAKTU)}`).value = 8.5;
      sheet.getCell(`H${row(WAKTU)}`).value = {
        richText: [{ text: "Antrean " }, { text: "pagi" }],
      };
    });
    const format = await read(data);
    expect(format.tanda).toEqual(formatOf(stage, "pelayanan").tanda);
    expect(written(format)).toEqual([
      ["1.1", "86,25", "kosong", "kosong"],
      ["1.2", "39", "40", "kosong"],
      ["1.3", "8,5", "kosong", "Antrean pagi"],
    ]);
  });

  it("tells a date, a formula, a logical value and an error from a figure, with the address", async () => {
    const values = [
      [new Date("2026-12-01"), { jenis: "tanggal", tanggal: "2026-12-01" }],
      [
        { formula: "1+1", result: 2 },
        { jenis: "teks", teks: "2", rumus: true },
      ],
      [{ formula: "1+1" }, { jenis: "rumus" }],
      [true, { jenis: "logika" }],
      [{ error: "#DIV/0!" }, { jenis: "galat" }],
    ] as const;
    for (const [value, expected] of values) {
      let alamat = "";
      const data = await filledIn(kosong, (sheet, row) => {
        const cell = sheet.getCell(`F${row(IKM)}`);
        alamat = cell.address;
        cell.value = value;
        cell.numFmt = expected.jenis === "tanggal" ? "dd/mm/yyyy" : "General";
      });
      expect((await read(data)).barisList[0]?.realisasi).toEqual({ ...expected, alamat });
    }
  });

  it("reads a figure in percent as it is shown", async () => {
    const data = await filledIn(kosong, (sheet, row) => {
      const cell = sheet.getCell(`F${row(IKM)}`);
      cell.value = 0.8625;
      cell.numFmt = "0.00%";
    });
    expect(written(await read(data))[0]).toEqual(["1.1", "86,25%", "kosong", "kosong"]);
  });

  it("is known by its kode when rows are moved, renamed, added or gone", async () => {
    const data = await filledIn(kosong, (sheet, row) => {
      const [first, second] = [row(IKM), row(DESA)];
      const { length } = kolomList;
      for (let at = 1; at <= length + 1; at += 1) {
        const [upper, lower] = [sheet.getCell(first, at), sheet.getCell(second, at)];
        [upper.value, lower.value] = [lower.value, upper.value];
      }
      sheet.getCell(`C${second}`).value = "IKM kita";
      sheet.getCell(`F${second}`).value = "86,25";
      sheet.getCell(`F${row(WAKTU) + 1}`).value = "7";
      sheet.spliceRows(row(WAKTU), 1);
    });
    expect(written(await read(data))).toEqual([
      ["1.2", "kosong", "kosong", "kosong"],
      ["1.1", "86,25", "kosong", "kosong"],
      [null, "7", "kosong", "kosong"],
    ]);
  });

  it("holds when columns are moved", async () => {
    const data = await filledIn(kosong, (sheet, row) => {
      sheet.getCell(`F${row(IKM)}`).value = "86,25";
      sheet.spliceColumns(2, 1);
      sheet.spliceColumns(1, 0, [], []);
    });
    expect(written(await read(data))[0]).toEqual(["1.1", "86,25", "kosong", "kosong"]);
  });
});

const kolomList = ["A", "B", "C", "D", "E", "F", "G", "H"];

describe("other programs", () => {
  it(
    "save the sheet anew and lose nothing",
    async () => {
      const data = await filledIn(kosong, (sheet, row) => {
        sheet.getCell(`F${row(IKM)}`).value = "86,25";
        sheet.getCell(`F${row(DESA)}`).value = 39;
        sheet.getCell(`G${row(DESA)}`).value = 40;
        sheet.getCell(`H${row(DESA)}`).value = "Dua desa belum melapor";
        sheet.getCell(`F${row(WAKTU)}`).value = { formula: "4+4", result: 8 };
      });
      const saved = [...(await convert(data, "xlsx", "format.xlsx")).values()][0];
      const format = await read(saved ?? new Uint8Array());
      expect(format.tanda).toEqual(formatOf(stage, "pelayanan").tanda);
      expect(written(format)).toEqual([
        ["1.1", "86,25", "kosong", "kosong"],
        ["1.2", "39", "40", "Dua desa belum melapor"],
        ["1.3", "8", "kosong", "kosong"],
      ]);
    },
    SOFFICE_MS,
  );

  it(
    "print the sheet of an ordinary unit on one page, lying",
    async () => {
      const pdf = [...(await convert(kosong, "pdf", "format.xlsx")).values()][0];
      const pages = await pagesOf(pdf ?? new Uint8Array());
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain("FORMAT PENGUMPULAN DATA KINERJA — TRIWULAN IV 2026");
      expect(pages[0]).not.toContain("sopir-");
      expect(pages[0]).not.toContain("kode 1.1");
      expect(await sizesOf(pdf ?? new Uint8Array())).toEqual(["842 x 595"]);
    },
    SOFFICE_MS,
  );
});
