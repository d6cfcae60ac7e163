import ExcelJs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { formatAngka } from "../../../src/core/kinerja/angka/tulis.ts";
import { projectRekap, type Rekap, type RekapMasukan } from "../../../src/core/rekap/index.ts";
import { rekapXlsx } from "../../../src/documents/xlsx/rekap.ts";
import {
  angka,
  DIBUAT_MS,
  kantor,
  masukan,
  pegawai,
  periode,
  revisi,
} from "../../core/rekap/sample.ts";
import { convert } from "../soffice.ts";

const SOFFICE_MS = 120_000;
const CSV_ALL_SHEETS =
  "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

const project = (rows: RekapMasukan, of = "2026-TW4", unit: string | null = null): Rekap =>
  projectRekap(rows, 2026, periode(of), {
    unit: unit === null ? null : pegawai(unit),
    padaMs: DIBUAT_MS,
  });

const open = async (data: Uint8Array): Promise<ExcelJs.Workbook> => {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(data).buffer);
  return book;
};

const sheetOf = (book: ExcelJs.Workbook, name: string): ExcelJs.Worksheet => {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The header row's number: the first row that begins with a column title. */
const headerRow = (sheet: ExcelJs.Worksheet): number => {
  for (let at = 1; at <= sheet.rowCount; at += 1) {
    if (["No", "Waktu (WITA)"].includes(sheet.getCell(at, 1).text)) return at;
  }
  throw new Error(`no header in ${sheet.name}`);
};

const texts = (sheet: ExcelJs.Worksheet, row: number): string[] =>
  Array.from({ length: sheet.columnCount }, (_, at) => sheet.getCell(row, at + 1).text);

/** The values of a table row by column title. */
const rowByTitle = (
  sheet: ExcelJs.Worksheet,
  no: number,
): Readonly<Record<string, ExcelJs.CellValue>> => {
  const header = headerRow(sheet);
  return Object.fromEntries(
    texts(sheet, header).map((title, at) => [title, sheet.getCell(header + no, at + 1).value]),
  );
};

const columnOf = (sheet: ExcelJs.Worksheet, title: string): number =>
  texts(sheet, headerRow(sheet)).indexOf(title) + 1;

/** Every value of a workbook that is not blank, by sheet and address; a merged cell only once. */
const valuesOf = (book: ExcelJs.Workbook): Map<string, ExcelJs.CellValue> => {
  const values = new Map<string, ExcelJs.CellValue>();
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === null || cell.master.address !== cell.address) return;
        values.set(`${sheet.name}!${cell.address}`, cell.value);
      }),
    );
  }
  return values;
};

let data: Uint8Array;
let book: ExcelJs.Workbook;
beforeAll(async () => {
  data = await rekapXlsx(project(masukan));
  book = await open(data);
});

describe("the workbook of a rekap", () => {
  it("has a sheet for every table, each under a name Excel accepts", () => {
    const nameList = book.worksheets.map(({ name }) => name);
    expect(nameList).toEqual([
      "Rekap TW IV",
      "s.d. TW IV",
      "Semester I",
      "Semester II",
      "Tahunan",
      "Kelengkapan",
      "Ketepatan waktu",
      "Persetujuan",
      "Riwayat",
    ]);
    expect(nameList.every((name) => name.length <= 31)).toBe(true);
  });

  it("begins with the seven columns of the format table, in their order", () => {
    const sheet = sheetOf(book, "Rekap TW IV");
    expect(texts(sheet, headerRow(sheet))).toEqual([
      "No",
      "Sasaran",
      "Indikator Kinerja",
      "Target Tahunan",
      "Target Triwulan",
      "Realisasi Triwulan",
      "Keterangan",
      "Capaian %",
      "Kategori",
      "Capaian terhadap tahun %",
      "Satuan",
      "Penanggung jawab",
      "Catatan",
    ]);
  });

  it("tells beside the Keterangan what follows and what helped, where anything was told", async () => {
    const narasiByPeriode = {
      "2026-TW3": { tindakLanjut: "Menjadwalkan pendampingan" },
      "2026-TW4": {
        tindakLanjut: "Mendampingi dua desa",
        pendukung: "Operator desa sudah dilatih",
      },
    };
    const realisasi = masukan.realisasi.map((row) => {
      const narasi = row.kode === "2.1" ? Object.entries(narasiByPeriode) : [];
      const told = narasi.find(([key]) => key === row.periode)?.[1];
      return told === undefined ? row : { ...row, narasi: told };
    });
    const told = await open(await rekapXlsx(project({ ...masukan, realisasi })));
    const titles = ["Keterangan", "Tindak lanjut", "Faktor pendukung", "Capaian %"];
    const sheet = sheetOf(told, "Rekap TW IV");
    expect(texts(sheet, headerRow(sheet)).slice(6, 10)).toEqual(titles);
    expect(rowByTitle(sheet, 4)).toMatchObject({
      "Tindak lanjut": "Mendampingi dua desa",
      "Faktor pendukung": "Operator desa sudah dilatih",
    });
    expect(rowByTitle(sheet, 1)).toMatchObject({ "Tindak lanjut": null, "Faktor pendukung": null });
    expect(rowByTitle(sheetOf(told, "Tahunan"), 4)).toMatchObject({
      "Tindak lanjut": "TW III: Menjadwalkan pendampingan\nTW IV: Mendampingi dua desa",
      "Faktor pendukung": "TW IV: Operator desa sudah dilatih",
    });
    const early = sheetOf(told, "Semester I");
    expect(texts(early, headerRow(early)).slice(6, 8)).toEqual(["Keterangan", "Capaian %"]);
  });

  it("says tribulan where the office does", async () => {
    const rows = { ...masukan, kantor: { ...kantor, istilahTriwulan: "tribulan" as const } };
    const sheet = sheetOf(await open(await rekapXlsx(project(rows))), "Rekap TB IV");
    expect(texts(sheet, headerRow(sheet))).toContain("Realisasi Tribulan");
    expect(texts(sheet, 4)[0]).toBe("REKAP KINERJA TRIBULAN IV 2026");
  });

  it("writes figures as numbers and every row in full", () => {
    expect(rowByTitle(sheetOf(book, "Rekap TW IV"), 4)).toEqual({
      No: 4,
      Sasaran: "Meningkatnya tata kelola pemerintahan desa",
      "Indikator Kinerja": "Rata-rata persentase desa tertib administrasi",
      "Target Tahunan": 85,
      "Target Triwulan": 90,
      "Realisasi Triwulan": 61.9,
      Keterangan: "Data dua desa masuk sesudah batas; pendampingan dijadwalkan Januari 2027.",
      "Capaian %": 68.78,
      Kategori: "Sedang",
      "Capaian terhadap tahun %": 81.32,
      Satuan: "persen",
      "Penanggung jawab": "Kasi Pemerintahan",
      Catatan: null,
    });
  });

  it("keeps zero, nihil, belum and blank apart", async () => {
    const sheet = sheetOf(book, "Rekap TW IV");
    const realisasi = [8, 9, 10].map((no) => rowByTitle(sheet, no)["Realisasi Triwulan"]);
    expect(realisasi).toEqual([0, "nihil", "belum"]);
    const empty = await open(await rekapXlsx(project({ ...masukan, realisasi: [] })));
    expect(rowByTitle(sheetOf(empty, "Rekap TW IV"), 1)).toMatchObject({
      "Realisasi Triwulan": null,
      "Capaian %": null,
      Catatan: "belum diisi",
    });
  });

  it("carries every figure of the projection, sheet by sheet", () => {
    for (const [at, lembar] of project(masukan).lembarList.entries()) {
      const sheet = book.worksheets[at];
      if (sheet === undefined) throw new Error(`no sheet ${at}`);
      const shown = lembar.barisList.map((_, no) => {
        const row = sheet.getRow(headerRow(sheet) + no + 1);
        return [4, 5, 6, 8, 10].map((column) => row.getCell(column).value);
      });
      expect(shown).toEqual(
        lembar.barisList.map((baris) => [
          baris.targetTahunan,
          baris.target,
          baris.realisasi ?? baris.isianJenis,
          baris.capaianPersen,
          baris.capaianTahunPersen,
        ]),
      );
    }
  });

  it("rounds every figure as the report does", () => {
    const cells = project(masukan).lembarList.flatMap((lembar, at) => {
      const sheet = book.worksheets[at];
      if (sheet === undefined) throw new Error(`no sheet ${at}`);
      return lembar.barisList.flatMap((_, no) =>
        [4, 5, 6, 8, 10].map((column) => sheet.getCell(headerRow(sheet) + no + 1, column)),
      );
    });
    const figures = cells.flatMap(({ value, numFmt }) =>
      typeof value === "number" ? [{ value, numFmt }] : [],
    );
    expect(figures.some(({ value }) => !Number.isInteger(value))).toBe(true);
    for (const { value, numFmt } of figures) {
      const desimal = formatAngka(value).split(",")[1] ?? "";
      expect([value, numFmt]).toEqual([
        value,
        `[$-421]#,##0${desimal === "" ? "" : `.${"0".repeat(desimal.length)}`}`,
      ]);
    }
  });

  it("writes times as dates in the office's own time and names the zone", () => {
    const sheet = sheetOf(book, "Kelengkapan");
    const row = rowByTitle(sheet, 1);
    expect(row["Dikirim (WITA)"]).toEqual(new Date("2027-01-04T10:12:00Z"));
    expect(row["Tepat waktu"]).toBe("Ya");
    const cell = sheet.getCell(headerRow(sheet) + 1, columnOf(sheet, "Dikirim (WITA)"));
    expect(cell.numFmt).toContain("[$-421]");
  });

  it("colours a category with its band's own colour, in readable ink", () => {
    const sheet = sheetOf(book, "Rekap TW IV");
    const column = columnOf(sheet, "Kategori");
    const looks = [1, 4].map((no) => {
      const { fill, font } = sheet.getCell(headerRow(sheet) + no, column);
      return [fill.type === "pattern" ? fill.fgColor?.argb : null, font.color?.argb];
    });
    expect(looks).toEqual([
      ["FF1B7F3B", "FFFFFFFF"],
      ["FFF1C232", "FF000000"],
    ]);
  });

  it("says on every sheet whose it is, of when, and what an approval is not", () => {
    for (const sheet of book.worksheets) {
      const head = Array.from({ length: headerRow(sheet) }, (_, at) => texts(sheet, at + 1)[0]);
      expect(head.slice(0, 3)).toEqual([
        "PEMERINTAH KABUPATEN BALANGAN",
        "KECAMATAN PERAGA",
        "Jalan Contoh Nomor 1",
      ]);
      expect(head).toContain(
        "Periode: Triwulan IV 2026 · Dibuat: Senin, 11 Januari 2027, pukul 09.30",
      );
      expect(head).toContain("SOP: Pengumpulan Data Kinerja (Nomor 02 JANUARI 2023)");
      expect(head).toContain(
        "Persetujuan melalui aplikasi bukan tanda tangan elektronik tersertifikasi.",
      );
    }
  });

  it("prints on landscape A4, one page wide, with the column titles on every page", () => {
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        orientation: "landscape",
        paperSize: 9,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: `${headerRow(sheet)}:${headerRow(sheet)}`,
      });
      expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: headerRow(sheet) });
      expect(sheet.headerFooter.oddFooter).toContain("Halaman &P dari &N");
    }
  });

  it("names the cap under the table and leaves room for a signature", () => {
    const said = [...valuesOf(book)]
      .filter(([address]) => address.startsWith("Rekap TW IV!"))
      .map(([, value]) => value);
    expect(said).toContain(
      "Rata-rata menghitung setiap capaian paling tinggi 120 %; capaian tiap indikator ditampilkan apa adanya.",
    );
    expect(said).toContain("Rata-rata capaian % (batas 120)");
    expect(said).toContain("Camat,");
  });

  it("is high enough for what stands in the summary beside the signature", () => {
    const sheet = sheetOf(book, "Rekap TW IV");
    const heightOf = (label: string): number => {
      let height = 0;
      sheet.eachRow((row) => {
        if (row.getCell(2).value === label) ({ height } = row);
      });
      return height;
    };
    // two lines of text in a column of 24 characters, one line
    expect(heightOf("Rata-rata capaian % (batas 120)")).toBeGreaterThanOrEqual(32);
    expect(heightOf("Jumlah indikator")).toBeLessThan(25);
  });

  it("tells revisions, decisions and visits on their sheets", () => {
    expect(rowByTitle(sheetOf(book, "Persetujuan"), 1)).toMatchObject({
      Langkah: "4a",
      Keputusan: "Dikembalikan",
      Oleh: "Camat",
      "Diajukan oleh": "Sekretaris Kecamatan",
      Alasan: "Penghambat tertib administrasi desa belum dijelaskan.",
      "Waktu (WITA)": new Date("2027-01-07T13:15:00Z"),
    });
    expect(rowByTitle(sheetOf(book, "Ketepatan waktu"), 4)).toMatchObject({
      Langkah: "4",
      Pelaksana: "Sekcam",
      "Mutu baku": "1 jam",
      "Menit kerja": 160,
      "Lebih (+) / kurang (−)": 100,
      "Tepat waktu?": "Terlambat",
    });
    const riwayat = sheetOf(book, "Riwayat");
    const changed = Array.from({ length: riwayat.rowCount - headerRow(riwayat) }, (_, at) =>
      rowByTitle(riwayat, at + 1),
    ).find((row) => row["Lama"] === 86);
    expect(changed).toMatchObject({ Kode: "1.1", Revisi: 2, Baru: 86.25, Oleh: "Kasi Pelayanan" });
  });

  it("flags somebody who approved their own submission", async () => {
    const rekap = project(masukan);
    const persetujuan = (rekap.persetujuan ?? []).map((row) => ({ ...row, rangkapJabatan: true }));
    const flagged = await open(await rekapXlsx({ ...rekap, persetujuan }));
    expect(rowByTitle(sheetOf(flagged, "Persetujuan"), 2)["Catatan"]).toBe(
      "Pengaju juga penyetuju (rangkap jabatan)",
    );
  });

  it("gives one unit its own rows and no sheet about other desks", async () => {
    const own = await open(await rekapXlsx(project(masukan, "2026-TW4", "kasi-trantib")));
    expect(own.worksheets.map(({ name }) => name)).toEqual([
      "Rekap TW IV",
      "s.d. TW IV",
      "Semester I",
      "Semester II",
      "Tahunan",
      "Kelengkapan",
      "Riwayat",
    ]);
    const sheet = sheetOf(own, "Rekap TW IV");
    expect(rowByTitle(sheet, 1)["Indikator Kinerja"]).toBe(
      "Jumlah gangguan ketenteraman dan ketertiban",
    );
    expect(rowByTitle(sheet, 2)["Indikator Kinerja"]).toBeNull();
  });

  it.each([
    ["2026-TW4", 0],
    ["2026-S1", 2],
    ["2026-S2", 3],
    ["2026", 4],
  ])("of %s opens on sheet %i", async (of, activeTab) => {
    const opened = await open(await rekapXlsx(project(masukan, of)));
    expect(opened.views[0]).toMatchObject({ activeTab });
  });

  it("is written also for an office without indikator, berkas or head", async () => {
    const bare: RekapMasukan = {
      ...masukan,
      kantor: { ...kantor, alamat: undefined, pegawaiList: [], indikatorList: [] },
      berkasList: [],
      realisasi: [],
      log: [],
    };
    const opened = await open(await rekapXlsx(project(bare)));
    const sheet = sheetOf(opened, "Persetujuan");
    expect(sheet.getCell(headerRow(sheet) + 1, 1).value).toBe("Belum ada keputusan.");
  });
});

describe("other programs", () => {
  it(
    "read every cell as we wrote it",
    async () => {
      const converted = await convert(data, "xlsx");
      const again = valuesOf(await open(converted.get("rekap.xlsx") ?? Buffer.alloc(0)));
      expect(Object.fromEntries(again)).toEqual(Object.fromEntries(valuesOf(book)));
    },
    SOFFICE_MS,
  );

  it(
    "show figures and dates the Indonesian way",
    async () => {
      const big = revisi(["1.1", 3], angka(12_345.5), ["kasi-pelayanan", "2027-01-04 10:10"]);
      const rows = { ...masukan, realisasi: [...masukan.realisasi, big] };
      const converted = await convert(await rekapXlsx(project(rows)), CSV_ALL_SHEETS);
      const first = converted.get("rekap-Rekap TW IV.csv")?.toString("utf8") ?? "";
      expect(first).toContain('"12.345,5"');
      expect(first).toContain('"14.524,12"');
      const sent = converted.get("rekap-Kelengkapan.csv")?.toString("utf8") ?? "";
      expect(sent).toContain("04 Jan 2027 10.12");
    },
    SOFFICE_MS,
  );
});

const LONG = "x".repeat(40_000);

/** What people may type, and what a cell then says. */
const hostile: readonly (readonly [string, string])[] = [
  ["=1+1", "=1+1"],
  ["+1", "+1"],
  ["-1", "-1"],
  ["@SUM(A1)", "@SUM(A1)"],
  ["\t=1+1", "\t=1+1"],
  ["\r=1+1", "\n=1+1"],
  ['=HYPERLINK("http://contoh","klik")', '=HYPERLINK("http://contoh","klik")'],
  ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ["'=1+1", "'=1+1"],
  [LONG, `${"x".repeat(32_766)}…`],
  [`${"x".repeat(32_765)}😀😀`, `${"x".repeat(32_765)}…`],
  ["😀 👩‍👩‍👧 é", "😀 👩‍👩‍👧 é"],
  ["a\u0000b\u0007c\u001Fd\u007Fe", "abcde"],
  ["\uD800 sendiri \uDC00", "\uFFFD sendiri \uFFFD"],
  ["\uFFFEx\uFFFF", "x"],
  ["_x0041_ _x000D_ _x005F_", "_x0041_ _x000D_ _x005F_"],
  ["<b>&amp;\"'</b> ]]>", "<b>&amp;\"'</b> ]]>"],
  ["  di tepi  ", "  di tepi  "],
  ["baris\r\nbaru\nlagi", "baris\nbaru\nlagi"],
  ["1234", "1234"],
  ["2026-01-01", "2026-01-01"],
  ["TRUE", "TRUE"],
];

/** The sample with one hostile text as the note of each indikator, repeated as often as needed. */
const hostileRows = (): RekapMasukan => {
  const [first] = masukan.kantor.indikatorList;
  if (first === undefined) throw new Error("sample without indikator");
  const indikatorList = hostile.map(([text], at) => ({
    ...first,
    kode: `9.${at}`,
    nama: text,
    satuan: text,
    sasaran: text,
  }));
  return {
    ...masukan,
    kantor: { ...kantor, nama: "=Kecamatan & \u0001Rekan", indikatorList },
    berkasList: [],
    realisasi: hostile.map(([text], at) =>
      revisi([`9.${at}`, 1], angka(1), ["kasi-pelayanan", "2027-01-04 10:10"], text),
    ),
    log: [],
  };
};

describe("hostile texts", () => {
  let written: Uint8Array;
  let read: ExcelJs.Workbook;
  beforeAll(async () => {
    written = await rekapXlsx(project(hostileRows()));
    read = await open(written);
  });

  const notes = (opened: ExcelJs.Workbook): readonly ExcelJs.CellValue[] => {
    const sheet = sheetOf(opened, "Rekap TW IV");
    return hostile.map((_, at) => rowByTitle(sheet, at + 1)["Keterangan"] ?? null);
  };
  const expected = hostile.map(([, text]) => text);

  it("stay text: no cell of the workbook is a formula, a link or an error", () => {
    const kinds = new Set<ExcelJs.ValueType>();
    for (const sheet of read.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => kinds.add(cell.type)));
    }
    const { Number: angka, String: teks, Date: waktu, Merge, Null } = ExcelJs.ValueType;
    const harmless = new Set([angka, teks, waktu, Merge, Null]);
    expect([...kinds].filter((kind) => !harmless.has(kind))).toEqual([]);
  });

  it("are said as typed, without what a workbook cannot hold", () => {
    expect(notes(read)).toEqual(expected);
    const sheet = sheetOf(read, "Rekap TW IV");
    expect(hostile.map((_, at) => rowByTitle(sheet, at + 1)["Indikator Kinerja"])).toEqual(
      expected,
    );
  });

  it("that look like formulas are marked as text, so that editing does not wake them", () => {
    const sheet = sheetOf(read, "Rekap TW IV");
    const column = columnOf(sheet, "Keterangan");
    const marked = hostile
      .map(([text], at) => [text, sheet.getCell(headerRow(sheet) + at + 1, column).numFmt] as const)
      .filter(([, format]) => format === "@")
      .map(([text]) => text);
    expect(marked).toEqual(hostile.slice(0, 9).map(([text]) => text));
  });

  it(
    "mean the same to another program",
    async () => {
      const converted = await convert(written, "xlsx");
      const again = await open(converted.get("rekap.xlsx") ?? Buffer.alloc(0));
      expect(notes(again)).toEqual(expected);
      expect(sheetOf(again, "Rekap TW IV").getCell(2, 1).value).toBe("=KECAMATAN & REKAN");
    },
    SOFFICE_MS,
  );

  it(
    "are not computed when the sheet is read as CSV",
    async () => {
      const converted = await convert(written, CSV_ALL_SHEETS);
      const csv = converted.get("rekap-Rekap TW IV.csv")?.toString("utf8") ?? "";
      for (const text of ["=1+1", "@SUM(A1)", "=cmd|' /C calc'!A0"]) expect(csv).toContain(text);
      expect(csv).not.toContain("Err:");
      expect(csv).not.toContain("#NAME");
    },
    SOFFICE_MS,
  );
});
