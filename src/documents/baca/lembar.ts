import type { SelLembar, SelMasuk } from "../../core/kinerja/format/index.ts";
import { fromDayNumber, Tanggal, toDayNumber } from "../../core/waktu/tanggal.ts";
import type { BentukAngka } from "./gaya.ts";
import { type Atribut, bacaXml } from "./xml-aman.ts";

/** Longer by one than any text that is taken: what is cut off is refused for its length. */
export const TEKS_TERPANJANG = 1_001;

/** No sheet of figures comes near; what stands behind them is not kept. */
export const SEL_TERBANYAK = 100_000;

/** What the cells of a sheet refer to. */
export interface Acuan {
  readonly teksList: readonly string[];
  readonly gayaList: readonly BentukAngka[];
  /** Files begun on an old Macintosh count days from 1904. */
  readonly sejak1904: boolean;
  /** Characters of a text that are kept. */
  readonly teksTerpanjang: number;
}

/** The texts all sheets of a workbook share; null when they cannot be read. */
export async function readTeks(data: Uint8Array | null): Promise<readonly string[] | null> {
  if (data === null) return null;
  const found: string[] = [];
  let text = "";
  let inText = false;
  // how a word is spoken stands beside it in Japanese files
  let spoken = 0;
  const sound = await bacaXml(data, {
    buka: (nama) => {
      if (nama === "si") text = "";
      if (nama === "rPh") spoken += 1;
      if (nama === "t") inText = true;
    },
    teks: (teks) => {
      if (inText && spoken === 0) text += teks;
    },
    tutup: (nama) => {
      if (nama === "t") inText = false;
      if (nama === "rPh") spoken -= 1;
      if (nama === "si") found.push(text);
    },
  });
  return sound ? found : null;
}

/**
 * The filled cells of a sheet in their order; null when it cannot be read. Read tag by tag and not
 * with exceljs, which makes every cell of every range a file names: a few hundred bytes that merge,
 * name or validate a whole sheet would stop the program.
 */
export async function readLembar(
  data: Uint8Array,
  acuan: Acuan,
): Promise<readonly SelLembar[] | null> {
  const found: SelLembar[] = [];
  let row = 0;
  let column = 0;
  let cell: Terbuka | null = null;
  let inValue = false;
  const sound = await bacaXml(data, {
    buka: (nama, atribut) => {
      if (nama === "row") [row, column] = [rowNumber(atribut("r"), row), 0];
      if (nama === "c") {
        cell = openCell(atribut, column + 1);
        column = columnNumber(cell.kolom);
      }
      if (nama === "f" && cell !== null) cell.rumus = true;
      if (nama === "v" || nama === "t") inValue = cell !== null;
    },
    teks: (teks) => {
      if (inValue && cell !== null) cell.nilai += teks;
    },
    tutup: (nama) => {
      if (nama === "v" || nama === "t") inValue = false;
      if (nama !== "c" || cell === null) return;
      const isi = valueOf(cell, row, acuan);
      if (isi.jenis !== "kosong" && found.length < SEL_TERBANYAK)
        found.push({ baris: row, kolom: cell.kolom, isi });
      cell = null;
    },
  });
  return sound ? found : null;
}

/** A cell while its parts are read. */
interface Terbuka {
  readonly kolom: string;
  readonly jenis: string;
  readonly gaya: number;
  nilai: string;
  rumus: boolean;
}

const rowNumber = (teks: string | undefined, before: number): number =>
  teks !== undefined && /^\d{1,7}$/.test(teks) ? Number(teks) : before + 1;

/** Where a cell does not say its place it stands beside the one before. */
const openCell = (atribut: Atribut, next: number): Terbuka => ({
  kolom: /^[A-Z]{1,3}/.exec(atribut("r") ?? "")?.[0] ?? columnLetter(next),
  jenis: atribut("t") ?? "n",
  gaya: Number(atribut("s") ?? 0),
  nilai: "",
  rumus: false,
});

/** The place of a column by its letters: "A" is 1. */
export const columnNumber = (kolom: string): number =>
  Array.from(kolom).reduce((sum, huruf) => sum * 26 + huruf.charCodeAt(0) - 64, 0);

const columnLetter = (nomor: number): string =>
  nomor === 0
    ? ""
    : columnLetter(Math.floor((nomor - 1) / 26)) + String.fromCharCode(65 + ((nomor - 1) % 26));

function valueOf(cell: Terbuka, row: number, acuan: Acuan): SelMasuk {
  const alamat = `${cell.kolom}${row}`;
  const isi = plainValue(cell, alamat, acuan);
  if (!cell.rumus) return isi;
  // "" is the result of a formula too; without any the program that saved the file did not compute
  if (isi.jenis === "kosong") return cell.jenis === "str" ? isi : { jenis: "rumus", alamat };
  return isi.jenis === "teks" ? { ...isi, rumus: true } : isi;
}

function plainValue({ jenis, gaya, nilai }: Terbuka, alamat: string, acuan: Acuan): SelMasuk {
  const typed = (teks: string): SelMasuk =>
    teks.trim() === ""
      ? { jenis: "kosong", alamat }
      : { jenis: "teks", alamat, teks: unescaped(teks).trim().slice(0, acuan.teksTerpanjang) };
  switch (jenis) {
    case "s":
      return typed(acuan.teksList[Number(nilai)] ?? "");
    case "inlineStr":
    case "str":
      return typed(nilai);
    case "b":
      return nilai === "" ? { jenis: "kosong", alamat } : { jenis: "logika", alamat };
    case "e":
      return { jenis: "galat", alamat };
    case "d":
      return {
        jenis: "tanggal",
        alamat,
        tanggal: Tanggal.safeParse(nilai.slice(0, 10)).data ?? null,
      };
    default:
      return numberOf(nilai, alamat, acuan.gayaList[gaya] ?? "polos", acuan.sejak1904);
  }
}

function numberOf(
  nilai: string,
  alamat: string,
  bentuk: BentukAngka,
  sejak1904: boolean,
): SelMasuk {
  if (nilai.trim() === "") return { jenis: "kosong", alamat };
  const angka = Number(nilai);
  if (!Number.isFinite(angka)) return { jenis: "galat", alamat };
  const tanggal = dayOf(angka, sejak1904);
  if (bentuk === "tanggal") return { jenis: "tanggal", alamat, tanggal };
  const isi = { jenis: "teks", alamat, teks: numberText(angka, bentuk) } as const;
  const near = bentuk === "polos" && Number.isInteger(angka) && tanggal?.startsWith("20") === true;
  return near ? { ...isi, mungkin: tanggal } : isi;
}

/** Programs agree on day 60, the 29 February 1900 that never was; every day of an office is later. */
const HARI_NOL_1900 = toDayNumber(Tanggal.parse("1899-12-30"));
const HARI_NOL_1904 = toDayNumber(Tanggal.parse("1904-01-01"));
const HARI_TERAKHIR = 2_958_465;

/** The day a number stands for; null for a mere time of day and for what is no day. */
const dayOf = (angka: number, sejak1904: boolean): Tanggal | null =>
  angka < 1 || angka >= HARI_TERAKHIR
    ? null
    : fromDayNumber(Math.floor(angka) + (sejak1904 ? HARI_NOL_1904 : HARI_NOL_1900));

const ungrouped = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumFractionDigits: 12,
});

/** A number in Indonesian notation, never grouped: there is one way to read it. */
function numberText(angka: number, bentuk: BentukAngka): string {
  const shown = Number((bentuk === "persen" ? angka * 100 : angka).toPrecision(12));
  return `${ungrouped.format(shown).replace(".", ",")}${bentuk === "persen" ? "%" : ""}`;
}

/** The format writes what XML cannot hold, and what looks like that, as `_x000D_`. */
const unescaped = (teks: string): string =>
  teks.replace(/_x([0-9A-Fa-f]{4})_/g, (_, kode: string) =>
    String.fromCharCode(Number.parseInt(kode, 16)),
  );
