import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import type { Nilai, Ragu } from "../../../session.ts";
import { tolak } from "../../declare.ts";
import type { Asked, Tolak } from "../../field.ts";
import { askConfirmation } from "./confirm.ts";
import { calonOf, doubtOf, readFigure } from "./figure.ts";
import { leftOver } from "./look.ts";
import { askFigure, askReading, exampleOf } from "./question.ts";
import { rowOf, type Sheet } from "./sheet.ts";

/** What a text says as the figure of an indikator: taken, asked back in one of two ways, or refused. */
export type FigureRead =
  | { readonly kind: "nilai"; readonly nilai: Isian; readonly asal?: string }
  | ({ readonly kind: "ragu"; readonly calon: readonly Isian[] } & Ragu)
  | Tolak;

/** Reads the figure of an indikator; one that was asked back already is `yakin`. */
export function readAnswer(
  sheet: Sheet,
  indikator: Indikator,
  { teks, yakin }: { readonly teks: string; readonly yakin?: true },
): FigureRead {
  const figure = readFigure(indikator, teks);
  switch (figure.kind) {
    case "ditolak":
      return tolak(figure.code, { contoh: exampleOf(sheet, indikator.kode) });
    case "ragu": {
      const { calon } = figure;
      return { kind: "ragu", calon, sebab: TERBACA, data: leftOver(figure) };
    }
    case "isian":
      return yakin === true
        ? taken(figure.isian, figure.asal)
        : confirmed(sheet, indikator, figure.isian, figure.asal);
  }
}

/** What was not wholly understood, or has two readings. */
export const TERBACA = "terbaca";

function confirmed(sheet: Sheet, indikator: Indikator, nilai: Isian, asal?: string): FigureRead {
  const doubt = doubtOf(sheet, indikator, nilai);
  return doubt === null
    ? taken(nilai, asal)
    : { kind: "ragu", calon: calonOf(nilai, doubt), sebab: doubt.sebab, data: {} };
}

const taken = (nilai: Isian, asal?: string): FigureRead => ({
  kind: "nilai",
  nilai,
  ...(asal === undefined ? {} : { asal }),
});

/**
 * Asks a figure back: which reading is meant, which may be doubtful in its turn, or whether it is meant
 * at all. That doubt is found again; where it no longer holds, the figure is asked anew.
 */
export function askBack(sheet: Sheet, kode: string, { calon, sebab, data }: Ragu): Asked {
  const { indikator } = rowOf(sheet, kode);
  const isianList = calon.filter(isFigure);
  if (sebab === TERBACA) {
    return askReading(indikator, data, isianList, (one) => confirmed(sheet, indikator, one));
  }
  const [said] = isianList;
  const doubt = said === undefined ? null : doubtOf(sheet, indikator, said);
  return doubt === null ? askFigure(sheet, kode) : askConfirmation(sheet, kode, doubt, isianList);
}

/** Whether an answer is a figure, and no note or file beside one. */
export const isFigure = (nilai: Nilai): nilai is Isian => "jenis" in nilai;
