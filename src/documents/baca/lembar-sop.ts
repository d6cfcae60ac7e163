import { type BlokSumber, rapi } from "../../core/sop/impor/sumber.ts";
import { readBook } from "./buku.ts";
import { columnNumber } from "./lembar.ts";
import { bacaPaket, type HasilPaket } from "./paket.ts";
import { readBlokDocx } from "./tabel-docx.ts";

/** A sheet somebody gave as a file, in pieces; or why it is not read. */
export type LembarSumber =
  | { readonly kind: "isi"; readonly blokList: readonly BlokSumber[] }
  | { readonly kind: "ditolak"; readonly sebab: SebabDitolak };

type SebabDitolak = Extract<HasilPaket, { kind: "ditolak" }>["sebab"] | "bukan-teks" | "kosong";

/** A printed sheet is a few pages. */
const TEKS_TERBESAR = 1_000_000;
const BARIS_TERBANYAK = 20_000;

/** Reads a sheet out of a workbook, a Word file or plain text; which it is, its name says. */
export async function bacaLembarSop(data: Uint8Array, nama: string): Promise<LembarSumber> {
  const akhiran = /\.(\w+)$/.exec(nama.toLowerCase())?.[1];
  if (akhiran === "xlsx") return fromPaket(data, "xlsx");
  if (akhiran === "docx") return fromPaket(data, "docx");
  return akhiran === "txt" || akhiran === "md" || akhiran === "tsv"
    ? fromTeks(data)
    : tolak("jenis-lain");
}

async function fromPaket(data: Uint8Array, jenis: "xlsx" | "docx"): Promise<LembarSumber> {
  const paket = await bacaPaket(data, jenis);
  if (paket.kind === "ditolak") return paket;
  const [utama] = paket.bagianList;
  if (utama === undefined || utama.data === null) return tolak("terlalu-besar");
  const blokList =
    jenis === "docx" ? await readBlokDocx(utama.data) : await blokOf(paket.bagianList);
  return blokList === null ? tolak("rusak") : isi(blokList);
}

/** All of the laws a sheet rests on stand in one cell at times. */
const TEKS_SEL_TERPANJANG = 20_000;

/** Every sheet of a workbook is a table; the columns keep their places. */
async function blokOf(
  bagianList: Parameters<typeof readBook>[0],
): Promise<readonly BlokSumber[] | null> {
  const lembarList = await readBook(bagianList, TEKS_SEL_TERPANJANG);
  return (
    lembarList?.map(({ selList }): BlokSumber => {
      const rows = new Map<number, Map<number, string>>();
      for (const { baris, kolom, isi } of selList) {
        const teks =
          isi.jenis === "teks" ? isi.teks : isi.jenis === "tanggal" ? (isi.tanggal ?? "") : "";
        const row = rows.get(baris) ?? new Map<number, string>();
        if (teks !== "") rows.set(baris, row.set(columnNumber(kolom), teks));
      }
      return { jenis: "tabel", barisList: [...rows.values()] };
    }) ?? null
  );
}

function fromTeks(data: Uint8Array): LembarSumber {
  if (data.length > TEKS_TERBESAR) return tolak("terlalu-besar");
  let teks: string;
  try {
    teks = new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    return tolak("bukan-teks");
  }
  const lines = teks.split(/\r?\n/);
  if (lines.length > BARIS_TERBANYAK) return tolak("terlalu-besar");
  return teks.includes("\u0000") ? tolak("bukan-teks") : isi(blokOfTeks(lines));
}

/** Lines with tabs are rows of a table; marks of a page turned into text mean nothing here. */
function blokOfTeks(lines: readonly string[]): readonly BlokSumber[] {
  const found: BlokSumber[] = [];
  let rows: Map<number, string>[] = [];
  const close = (): void => {
    if (rows.length > 0) found.push({ jenis: "tabel", barisList: rows });
    rows = [];
  };
  for (const line of lines) {
    const cells = line.split("\t");
    if (cells.length > 1) {
      const filled = cells
        .map((cell, at) => [at, plain(cell)] as const)
        .filter(([, cell]) => cell !== "");
      rows.push(new Map(filled));
      continue;
    }
    if (line.trim() !== "" || rows.length === 0) close();
    found.push({ jenis: "teks", teks: plain(line) === "" ? line : line.replaceAll(MARKAH, "") });
  }
  close();
  return found;
}

const MARKAH = /<\/?[a-z][^<>]{0,80}>|\*\*/gi;

const plain = (cell: string): string =>
  cell
    .replaceAll(/<(?:li|br|p)\b[^<>]{0,80}>/gi, "\n")
    .replaceAll(MARKAH, "")
    .split("\n")
    .map(rapi)
    .filter((line) => line !== "")
    .join("\n");

const isi = (blokList: readonly BlokSumber[]): LembarSumber =>
  blokList.length === 0 ? tolak("kosong") : { kind: "isi", blokList };

const tolak = (sebab: SebabDitolak): LembarSumber => ({ kind: "ditolak", sebab });
