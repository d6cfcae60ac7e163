import { z } from "zod";
import type { Indikator } from "../indikator.ts";
import { type Periode, parsePeriode, tahunPeriode } from "../periode.ts";
import { type Row, rowsBelow, textOf } from "./baris-tabel.ts";
import { AWALAN_KODE, BarisMasuk, type SelLembar, type SelMasuk } from "./index.ts";
import { isJudulAnggaran } from "./tabel-anggaran.ts";

/** A unit has a few dozen indikator at most. */
const BARIS_TERBANYAK = 500;

/** A sheet from its titles on: the first row that names both indikator and realisasi, or a budget; else none. */
export function tabelFrom(selList: readonly SelLembar[]): readonly SelLembar[] {
  const nomorList = new Set(
    selList.filter(({ isi }) => judul.realisasi.test(textOf(isi))).map(({ baris }) => baris),
  );
  const kepala =
    [...nomorList].find((nomor) => {
      const row = selList.filter(({ baris }) => baris === nomor);
      return isJudulKinerja(row) || isJudulAnggaran(row);
    }) ?? Number.POSITIVE_INFINITY;
  return selList.filter(({ baris }) => baris >= kepala && baris <= kepala + BARIS_TERBANYAK);
}

/** Two titles and not one: "Realisasi indikator" alone heads no table. */
const isJudulKinerja = (row: readonly SelLembar[]): boolean =>
  row.some(
    (sel) =>
      judul.indikator.test(textOf(sel.isi)) &&
      row.some((other) => other !== sel && judul.realisasi.test(textOf(other.isi))),
  );

/** The rows of a table that are about these indikator, as rows of a sheet of figures. */
export const TabelCocok = z.strictObject({
  /** The column the figures stand in, and its title. */
  kolom: z.string(),
  judul: z.string(),
  barisList: z.array(BarisMasuk),
  /** Rows that may be meant for more than one of them. */
  raguList: z.array(z.number()),
  /** How many other rows have a figure. */
  lain: z.number(),
});
export type TabelCocok = z.infer<typeof TabelCocok>;

/**
 * Finds the columns of a table by their titles and its rows by kode or name. Null where none of these
 * indikator is in it, or where no single column is that of the period.
 */
export function matchTabel(
  selList: readonly SelLembar[],
  indikatorList: readonly Indikator[],
  periode: Periode,
): TabelCocok | null {
  const kepala = selList[0]?.baris ?? 0;
  const kolom = columnsOf(
    selList.filter(({ baris }) => baris === kepala),
    periode,
  );
  if (kolom === null) return null;
  const barisList: BarisMasuk[] = [];
  const raguList: number[] = [];
  let lain = 0;
  for (const [nomor, row] of rowsBelow(selList, kepala)) {
    const [meant, another] = meantBy(row, kolom, indikatorList);
    if (another !== undefined) raguList.push(nomor);
    else if (meant !== undefined) barisList.push(readRow(nomor, row, kolom, meant.kode));
    else if (row.has(kolom.realisasi)) lain += 1;
  }
  const filled = barisList.filter(isFilled);
  return filled.length + raguList.length === 0
    ? null
    : {
        kolom: kolom.realisasi,
        judul: kolom.judul,
        barisList: twiceAtMost(filled),
        raguList,
        lain,
      };
}

const isFilled = ({ realisasi, penyebut, keterangan }: BarisMasuk): boolean =>
  [realisasi, penyebut, keterangan].some((sel) => sel !== null && sel.jenis !== "kosong");

/** A third row of a kode says no more than a second one: that it is not clear which of them holds. */
const twiceAtMost = (barisList: readonly BarisMasuk[]): BarisMasuk[] =>
  barisList.filter(
    ({ kode }, at) => barisList.slice(0, at).filter((one) => one.kode === kode).length < 2,
  );

const judul = {
  kode: /\bkode\b/i,
  indikator: /\bindikator\b/i,
  realisasi: /\brealisasi\b/i,
  penyebut: /\bpenyebut\b/i,
  keterangan: /\b(keterangan|penghambat|penjelasan|kendala)\b/i,
};

interface Kolom {
  readonly judul: string;
  readonly kode: string | null;
  readonly indikator: string;
  readonly realisasi: string;
  readonly penyebut: string | null;
  readonly keterangan: string | null;
}

function columnsOf(kepala: readonly SelLembar[], periode: Periode): Kolom | null {
  const titled = (kata: RegExp): readonly SelLembar[] =>
    kepala.filter(({ isi }) => kata.test(textOf(isi)));
  const indikator = titled(judul.indikator).find(({ isi }) => !judul.kode.test(textOf(isi)));
  const figures = titled(judul.realisasi).filter((sel) => sel !== indikator);
  const own = figures.filter(({ isi }) => periodeIn(textOf(isi), periode) === periode);
  const unnamed = figures.filter(({ isi }) => periodeIn(textOf(isi), periode) === null);
  const [realisasi, another] = own.length > 0 ? own : unnamed;
  if (indikator === undefined || realisasi === undefined || another !== undefined) return null;
  return {
    judul: textOf(realisasi.isi),
    kode: titled(judul.kode)[0]?.kolom ?? null,
    indikator: indikator.kolom,
    realisasi: realisasi.kolom,
    penyebut: titled(judul.penyebut).find((sel) => sel !== realisasi)?.kolom ?? null,
    keterangan: titled(judul.keterangan)[0]?.kolom ?? null,
  };
}

/** The period a title names, of the same year where it names none; null without any. */
function periodeIn(teks: string, periode: Periode): Periode | null {
  const kata =
    /\b(?:(?:tw|tb|triwulan|tribulan|semester)[ .]*(?:ke[- ]?)?(?:i{1,3}|iv|[1-4])|tahun)\b/i;
  const [said] = kata.exec(teks) ?? [];
  const [tahun] = /\b20\d\d\b/.exec(teks) ?? [];
  return said === undefined ? null : parsePeriode(`${said} ${tahun ?? ""}`, tahunPeriode(periode));
}

/** Where kode and name speak of two indikator, the row is meant for neither of them alone. */
function meantBy(
  row: Row,
  kolom: Kolom,
  indikatorList: readonly Indikator[],
): readonly Indikator[] {
  const [nama = ""] = textAt(row, kolom.indikator).split("\n");
  const hidden = [...row.values()].map(textOf).filter((teks) => teks.startsWith(AWALAN_KODE));
  const said = [
    textAt(row, kolom.kode),
    /^\S+/.exec(nama)?.[0].replace(/\.$/, "") ?? "",
    ...hidden.map((teks) => teks.slice(AWALAN_KODE.length).trim()),
  ];
  const byKode = indikatorList.filter(({ kode }) => said.some((one) => isKode(one, kode)));
  const named = [nama, nama.replace(/^\S*\d\S*\s+/, "")].map(words);
  const byName = indikatorList.filter((one) => named.includes(words(one.nama)));
  const both = byKode.filter((one) => byName.includes(one));
  return both.length > 0 ? both : [...byKode, ...byName];
}

/** A program makes the number 1,1 of the kode 1.1, and of 1.10 too. */
const isKode = (said: string, kode: string): boolean =>
  said.toLowerCase() === kode.toLowerCase() ||
  (/^\d+,\d+$/.test(said) &&
    /^\d+\.\d+$/.test(kode) &&
    Number(said.replace(",", ".")) === Number(kode));

/** What stays of a name however it is typed. */
const words = (teks: string): string =>
  teks
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function readRow(nomor: number, row: Row, kolom: Kolom, kode: string): BarisMasuk {
  const at = (huruf: string): SelMasuk =>
    row.get(huruf) ?? { jenis: "kosong", alamat: `${huruf}${nomor}` };
  return {
    nomor,
    kode,
    realisasi: at(kolom.realisasi),
    penyebut: kolom.penyebut === null ? null : at(kolom.penyebut),
    keterangan: kolom.keterangan === null ? null : at(kolom.keterangan),
  };
}

const textAt = (row: Row, kolom: string | null): string => {
  const isi = kolom === null ? undefined : row.get(kolom);
  return isi === undefined ? "" : textOf(isi);
};
