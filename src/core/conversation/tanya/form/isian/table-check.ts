import { type BarisTerbaca, matchRows } from "../../../../kinerja/format/terbaca.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import type { Teks } from "../../../../pesan/teks.ts";
import type { BarisLembar, IsiBaris } from "../../../incoming/lembar-masuk.ts";
import type { Offer } from "../../field.ts";
import { unreadable } from "./bulk.ts";
import { noteProblem, problemText, readNote } from "./format-problem.ts";
import { cells } from "./format-sheet.ts";
import { pendek } from "./look.ts";
import { askBack, type FigureRead, isFigure, readAnswer } from "./read.ts";
import { buktiCount, explains, type Sheet } from "./sheet.ts";
import { barisMasuk, isChangedElsewhere } from "./table-answer.ts";
import { kataOf, valueText } from "./table-view.ts";

/** What one row would come to if it were sent in as it is. */
export interface PutusanBaris {
  readonly kode: string;
  /** Null where it says no figure. */
  readonly angka: PutusanAngka | null;
  /** What is wrong with a sentence beside it. */
  readonly salah: { readonly [B in "keterangan" | "tindakLanjut" | "pendukung"]?: string };
  /** The figure has to explain itself. */
  readonly perluKeterangan: boolean;
  /** It cannot be sent without a file that is not there yet. */
  readonly perluBukti: boolean;
  /** Somebody answered it elsewhere since it was begun. */
  readonly berubah: boolean;
}

export type PutusanAngka =
  | { readonly jenis: "jelas"; readonly kata: string }
  | {
      readonly jenis: "ragu";
      readonly kata: string;
      readonly calonList: readonly Calon[];
    }
  | { readonly jenis: "salah"; readonly kata: string };

/** What a doubtful figure may mean: the cells that say so, and whether that is all there is to ask. */
export interface Calon extends Pick<IsiBaris, "realisasi" | "penyebut"> {
  readonly judul: string;
  readonly yakin: boolean;
}

/** Holds rows against everything an answer in the chat is held against; nothing of them is taken. */
export const periksaLembar = (
  sheet: Sheet,
  barisList: readonly BarisLembar[],
): readonly PutusanBaris[] =>
  barisList.flatMap((baris, index) => {
    const indikator = sheet.indikatorList.find(({ kode }) => kode === baris.kode);
    if (indikator === undefined) return [];
    const [terbaca] = matchRows([indikator], [barisMasuk(baris, index)]);
    return terbaca === undefined ? [] : [putusan(sheet, { indikator, baris, terbaca })];
  });

interface Row {
  readonly indikator: Indikator;
  readonly baris: BarisLembar;
  readonly terbaca: BarisTerbaca;
}

function putusan(sheet: Sheet, row: Row): PutusanBaris {
  const { indikator, baris } = row;
  const { kode, wajibBukti } = indikator;
  const read = readFigureOf(sheet, row);
  const isian = read?.kind === "nilai" && isFigure(read.nilai) ? read.nilai : null;
  return {
    kode,
    angka: figureOf(sheet, row, read),
    salah: {
      ...sentenceProblem(sheet, "keterangan", baris),
      ...sentenceProblem(sheet, "tindakLanjut", baris),
      ...sentenceProblem(sheet, "pendukung", baris),
    },
    perluKeterangan: isian !== null && explains(sheet, kode, isian),
    perluBukti: wajibBukti && isian?.jenis === "angka" && buktiCount(sheet, kode) === 0,
    berubah: isChangedElsewhere(sheet, baris),
  };
}

function readFigureOf(sheet: Sheet, { indikator, terbaca }: Row): FigureRead | null {
  if (terbaca.kind === "masalah" || terbaca.angka === null) return null;
  const { angka: teks, yakin } = terbaca;
  return readAnswer(sheet, indikator, { teks, ...(yakin && { yakin }) });
}

function figureOf(
  sheet: Sheet,
  { indikator, terbaca }: Row,
  read: FigureRead | null,
): PutusanAngka | null {
  const kata = kataOf(sheet);
  if (terbaca.kind === "masalah") return { jenis: "salah", kata: kata(problemText(terbaca)) };
  switch (read?.kind) {
    case undefined:
      return null;
    case "tolak":
      return {
        jenis: "salah",
        kata: kata(unreadable(read, { kunci: indikator.nama, teks: pendek(terbaca.angka ?? "") })),
      };
    case "nilai":
      return { jenis: "jelas", kata: kata(valueText(sheet, indikator, read.nilai)) };
    case "ragu": {
      const { teks, pilihan } = askBack(sheet, indikator.kode, read);
      const calonList = pilihan.flat().flatMap((offer) => calonOf(offer, kata));
      return { jenis: "ragu", kata: kata(teks), calonList };
    }
  }
}

/** The cells that say what a choice means; to type it anew is no choice where the cell is open. */
function calonOf({ judul, arti }: Offer, kata: (teks: Teks) => string): readonly Calon[] {
  const [nilai] = arti.kind === "nilai" ? [arti.nilai] : arti.kind === "ragu" ? arti.calon : [];
  return nilai === undefined || !isFigure(nilai)
    ? []
    : [{ judul: kata(judul), ...cells(nilai), yakin: arti.kind === "nilai" }];
}

function sentenceProblem(
  sheet: Sheet,
  bagian: keyof PutusanBaris["salah"],
  { kode, isi }: BarisLembar,
): PutusanBaris["salah"] {
  const note = readNote({ alamat: kode, teks: isi[bagian] });
  return note === null || note.kind === "kalimat"
    ? {}
    : { [bagian]: kataOf(sheet)(noteProblem(note)) };
}
