import type { DialogueOf } from "../../../session.ts";
import { tolak } from "../../declare.ts";
import type { FileMasuk, Form } from "../../field.ts";
import { readFigure } from "./figure.ts";
import {
  buktiKode,
  indikatorKode,
  lackOf,
  owesPelaksanaan,
  recordedOf,
  rowOf,
  type Sheet,
  uraianKode,
} from "./sheet.ts";

type Filling = Pick<DialogueOf<"isian">, "antrean" | "terakhir" | "ragu">;

/** The field that is asked once no other is: all figures at a glance. No indikator has this kode. */
export const RINGKASAN = "/ringkasan";

/** Asks which figure is to be changed. */
export const UBAH = "/ubah";

/** What is asked once the queue is empty: what is still to be told of a figure, or the summary. */
export function restOf(sheet: Sheet): string {
  const [noteless] = lackOf(sheet).keterangan;
  if (noteless !== undefined) return uraianKode(noteless, "keterangan");
  const promised = sheet.indikatorList.find(
    ({ kode }) => recordedOf(sheet, kode) !== null && owesPelaksanaan(sheet, kode),
  );
  return promised === undefined ? RINGKASAN : uraianKode(promised.kode, "pelaksanaan");
}

/** What a file proves; one whose caption is the figure that was asked for answers that as well. */
export function placeOf(
  sheet: Sheet,
  filling: Filling,
  { keterangan }: Pick<FileMasuk, "keterangan">,
): ReturnType<NonNullable<Form["berkas"]>> {
  const [head] = filling.antrean;
  if (filling.ragu === null && head !== undefined && isClearFigure(sheet, head, keterangan)) {
    return { kode: buktiKode(head), teks: keterangan };
  }
  const kode = provedKode(sheet, filling);
  return kode === null ? tolak("bukti-tanpa-indikator") : { kode: buktiKode(kode) };
}

/** Whether a caption is the figure that was just asked for, and nothing else. */
const isClearFigure = (sheet: Sheet, kode: string, keterangan: string): boolean =>
  isKode(sheet, kode) &&
  /\d/.test(keterangan) &&
  readFigure(rowOf(sheet, kode).indikator, keterangan).kind === "isian";

/**
 * The indikator in question; at the summary the one that lacks evidence; else the one answered last,
 * else the one asked for.
 */
export function provedKode(sheet: Sheet, { antrean, terakhir, ragu }: Filling): string | null {
  const [now = restOf(sheet)] = antrean;
  const asked = indikatorKode(now);
  if (isKode(sheet, asked) && (ragu !== null || asked !== now)) return asked;
  const alone = sheet.indikatorList.length === 1 ? sheet.indikatorList : [];
  const candidates = [
    ...(now === RINGKASAN ? lackOf(sheet).bukti : []),
    indikatorKode(terakhir ?? ""),
    asked,
    ...alone.map(({ kode }) => kode),
  ];
  return candidates.find((kode) => isKode(sheet, kode)) ?? null;
}

const isKode = ({ indikatorList }: Sheet, kode: string): boolean =>
  indikatorList.some((one) => one.kode === kode);
