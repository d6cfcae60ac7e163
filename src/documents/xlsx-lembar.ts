import type { SelMasuk } from "../core/kinerja/format.ts";
import type { BentukAngka } from "./xlsx-gaya.ts";
import { type Atribut, bacaXml } from "./xml-aman.ts";

/** Longer than any note that is taken; what is cut off was refused for its length already. */
const TEKS_TERPANJANG = 1_000;

/** A cell with the place it stands in. */
export interface SelLembar {
  readonly baris: number;
  readonly kolom: string;
  readonly isi: SelMasuk;
}

/** What the cells of a sheet refer to. */
export interface Acuan {
  readonly teksList: readonly string[];
  readonly gayaList: readonly BentukAngka[];
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
  let cell: Terbuka | null = null;
  let inValue = false;
  const sound = await bacaXml(data, {
    buka: (nama, atribut) => {
      if (nama === "row") row = rowNumber(atribut("r"), row);
      if (nama === "c") cell = openCell(atribut);
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
      if (isi.jenis !== "kosong") found.push({ baris: row, kolom: cell.kolom, isi });
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

const openCell = (atribut: Atribut): Terbuka => ({
  kolom: /^[A-Z]{1,3}/.exec(atribut("r") ?? "")?.[0] ?? "",
  jenis: atribut("t") ?? "n",
  gaya: Number(atribut("s") ?? 0),
  nilai: "",
  rumus: false,
});

function valueOf(cell: Terbuka, row: number, { teksList, gayaList }: Acuan): SelMasuk {
  const alamat = `${cell.kolom}${row}`;
  if (cell.rumus) return { jenis: "rumus", alamat };
  const typed = (teks: string): SelMasuk =>
    teks.trim() === ""
      ? { jenis: "kosong", alamat }
      : { jenis: "teks", alamat, teks: unescaped(teks).trim().slice(0, TEKS_TERPANJANG) };
  switch (cell.jenis) {
    case "s":
      return typed(teksList[Number(cell.nilai)] ?? "");
    case "inlineStr":
    case "str":
      return typed(cell.nilai);
    case "b":
      return { jenis: "logika", alamat };
    case "e":
      return { jenis: "galat", alamat };
    case "d":
      return { jenis: "tanggal", alamat };
    default:
      return numberOf(cell.nilai, alamat, gayaList[cell.gaya] ?? "angka");
  }
}

function numberOf(nilai: string, alamat: string, bentuk: BentukAngka): SelMasuk {
  if (nilai.trim() === "") return { jenis: "kosong", alamat };
  const angka = Number(nilai);
  if (!Number.isFinite(angka)) return { jenis: "galat", alamat };
  return bentuk === "tanggal"
    ? { jenis: "tanggal", alamat }
    : { jenis: "teks", alamat, teks: numberText(angka, bentuk) };
}

const ungrouped = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumFractionDigits: 12,
});

/** A number in Indonesian notation, never grouped: there is one way to read it. */
function numberText(angka: number, bentuk: "angka" | "persen"): string {
  const shown = Number((bentuk === "persen" ? angka * 100 : angka).toPrecision(12));
  return `${ungrouped.format(shown).replace(".", ",")}${bentuk === "persen" ? "%" : ""}`;
}

/** The format writes what XML cannot hold, and what looks like that, as `_x000D_`. */
const unescaped = (teks: string): string =>
  teks.replace(/_x([0-9A-Fa-f]{4})_/g, (_, kode: string) =>
    String.fromCharCode(Number.parseInt(kode, 16)),
  );
