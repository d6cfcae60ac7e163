import { lembarIsianText } from "../../../../../generated/teks.ts";
import type { TandaFormat } from "../../../../kinerja/format/index.ts";
import { type BarisTerbaca, matchRows } from "../../../../kinerja/format/terbaca.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { penolakanText } from "../../../../pesan/penolakan.ts";
import { sebutPeriode } from "../../../../pesan/periode.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../../../pesan/ucap.ts";
import type { BarisLembar, IsiBaris } from "../../../incoming/lembar-masuk.ts";
import type { Offer } from "../../field.ts";
import { noteProblem, problemText, readNote } from "./format-problem.ts";
import { cells, formatIsian } from "./format-sheet.ts";
import { angkaText, arahText, nilaiText, pendekText, persenText } from "./look.ts";
import { askBack, type FigureRead, isFigure, readAnswer } from "./read.ts";
import {
  buktiCount,
  explains,
  lackOf,
  previousOf,
  promiseOf,
  recordedOf,
  type Sheet,
  targetOf,
} from "./sheet.ts";
import { barisMasuk, isChangedElsewhere, isiTercatat } from "./table-answer.ts";

/** One request for figures as a page shows it, in the words of whoever was asked. */
export interface LembarIsian {
  readonly tanda: TandaFormat;
  readonly judul: string;
  /** Whose it is, and until when. */
  readonly unit: string;
  readonly barisList: readonly BarisIsian[];
}

/** One row of it. */
export interface BarisIsian {
  readonly kode: string;
  readonly nama: string;
  /** Unit and direction. */
  readonly satuan: string;
  readonly target: string | null;
  /** What was reported before, with its period. */
  readonly lalu: string | null;
  /** Which figure is meant and how it is written. */
  readonly petunjuk: string;
  readonly rasio: boolean;
  /** What was to follow the period before; null where nothing was. */
  readonly janji: string | null;
  readonly terisi: boolean;
  /** The figure with its capaian as it is recorded, to be looked at; empty where there is none. */
  readonly nilai: string;
  readonly tercatat: IsiBaris;
  readonly perluKeterangan: boolean;
  readonly wajibBukti: boolean;
  readonly perluBukti: boolean;
  readonly buktiList: readonly string[];
}

/** A request for figures with what is recorded of it. */
export function lembarIsian(sheet: Sheet): LembarIsian {
  const { berkas, wait, world } = sheet;
  const format = formatIsian({ ...world, state: berkas.state, wait });
  const kata = kataOf(sheet);
  const lack = lackOf(sheet);
  const petunjukByKode = new Map(
    format.barisList.map(({ kode, petunjuk }) => [kode, petunjuk.realisasi]),
  );
  return {
    tanda: format.tanda,
    judul: kata(fill(lembarIsianText.judul, { periode: sebutPeriode(berkas.state.periode) })),
    unit: format.unit,
    barisList: sheet.indikatorList.map((indikator): BarisIsian => {
      const { kode, nama, satuan, agregasi, wajibBukti } = indikator;
      const recorded = recordedOf(sheet, kode);
      const target = targetOf(sheet, indikator);
      const promise = promiseOf(sheet, kode);
      return {
        kode,
        nama,
        satuan: kata([satuan, arahText(indikator)]),
        target: target === null ? null : angkaText(target),
        lalu: pastText(sheet, indikator, kata),
        petunjuk: petunjukByKode.get(kode) ?? "",
        rasio: agregasi === "rasio",
        janji:
          promise === null
            ? null
            : kata(
                fill(lembarIsianText.janji, {
                  periode: pendekText(promise.periode, sheet),
                  tindakLanjut: promise.tindakLanjut,
                }),
              ),
        terisi: recorded !== null,
        nilai: recorded === null ? "" : kata(valueText(sheet, indikator, recorded.isian)),
        tercatat: isiTercatat(sheet, kode),
        perluKeterangan: recorded !== null && explains(sheet, kode, recorded.isian),
        wajibBukti,
        perluBukti: lack.bukti.includes(kode),
        buktiList: (berkas.state.isianByKode[kode]?.bukti ?? []).map((one) => one.nama),
      };
    }),
  };
}

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
      return { jenis: "salah", kata: kata(read.teks ?? penolakanText(read.code, read.data ?? {})) };
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

/** "12 BUM Desa (100 %)". */
const valueText = (sheet: Sheet, indikator: Indikator, isian: Isian): Teks =>
  isian.jenis === "angka"
    ? [nilaiText(isian, indikator), " ", indikator.satuan, persenText(sheet, indikator, isian)]
    : nilaiText(isian, indikator);

function pastText(sheet: Sheet, indikator: Indikator, kata: (teks: Teks) => string): string | null {
  const { periode, realisasi } = previousOf(sheet, indikator.kode);
  return realisasi === null
    ? null
    : kata([pendekText(periode, sheet), ": ", nilaiText(realisasi.isian, indikator)]);
}

/** As whoever was asked reads it. */
function kataOf({ world, wait }: Sheet): (teks: Teks) => string {
  const { pemegang } = wait;
  const pembaca = pembacaOf(world, pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null);
  return (teks) => inPlainWords(pembaca, teks);
}
