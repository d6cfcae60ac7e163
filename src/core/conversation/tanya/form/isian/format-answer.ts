import { formatText, isianText } from "../../../../../generated/teks.ts";
import type { IsianTercatat } from "../../../../engine/state.ts";
import type { BarisMasuk } from "../../../../kinerja/format/index.ts";
import { type AngkaSel, type BarisTerbaca, matchRows } from "../../../../kinerja/format/terbaca.ts";
import { type Indikator, type Isian, sameIsian } from "../../../../kinerja/indikator.ts";
import { fill, isEmpty, joined, lines, type Teks } from "../../../../pesan/teks.ts";
import type { Bacaan } from "../../field.ts";
import { type Checked, checkOne } from "./bulk.ts";
import { noteProblem, problemText, readNote } from "./format-problem.ts";
import { asalText, nilaiText, persenText } from "./look.ts";
import { manyAnswer, type Part, partsText } from "./many.ts";
import { exampleOf } from "./question.ts";
import {
  lackOf,
  previousOf,
  recordedOf,
  type Sheet,
  targetOf,
  toldNext,
  uraianKode,
} from "./sheet.ts";

/**
 * Reads a sheet that came back like an answer for several indikator at once: what is clear is taken,
 * the rest is listed and asked for next. A note waits in the dialogue for a figure that is not clear
 * yet: nothing that was written is lost.
 */
export function rowsAnswer(sheet: Sheet, barisList: readonly BarisMasuk[]): Bacaan {
  const parts = readRows(sheet, barisList);
  const gema = partsText(parts, {
    good: (jumlah) => fill(formatText.terbaca, { jumlah }),
    bad: (jumlah) => fill(formatText.masalah, { jumlah }),
  });
  const said = isEmpty(gema) ? formatText.kosong : lines(gema, atOnceText(sheet, parts));
  return manyAnswer(parts, lackOf(sheet).isian, said);
}

/** How what was not clear can be answered in one message, where it is more than one figure. */
function atOnceText(sheet: Sheet, parts: readonly Part[]): Teks {
  const asked = parts
    .flatMap(({ items }) => items)
    .filter(({ kode, nilai }) => nilai === null && lackOf(sheet).isian.includes(kode));
  const contoh = asked.slice(0, 2).map(({ kode }): Teks => [`${kode}=`, exampleOf(sheet, kode)]);
  return asked.length < 2 ? [] : fill(formatText.jawabSekaligus, { contoh: joined(contoh, " ") });
}

/** What taking these rows would say, with none of them taken; nothing where it says nothing. */
export const usulan = (sheet: Sheet, barisList: readonly BarisMasuk[]): Teks =>
  partsText(readRows(sheet, barisList), {
    good: (jumlah) => fill(formatText.usulanBaris, { jumlah }),
    bad: (jumlah) => fill(formatText.usulanMasalah, { jumlah }),
  });

/** What each row says, as an answer for its indikator. */
export const readRows = (sheet: Sheet, barisList: readonly BarisMasuk[]): readonly Part[] =>
  matchRows(sheet.indikatorList, barisList).flatMap((baris) => readRow(sheet, baris));

/** A row with its note as a sentence; null where there is none that can be taken. */
interface Row {
  readonly indikator: Indikator;
  readonly alamat: string;
  readonly teks: string | null;
}

function readRow(sheet: Sheet, baris: BarisTerbaca): readonly Part[] {
  const { keterangan } = baris;
  const note = keterangan === null ? null : readNote(keterangan);
  const isSentence = note?.kind === "kalimat";
  const noted: readonly Part[] =
    note === null || isSentence ? [] : [{ items: [], bad: noteProblem(note) }];
  const said = { alamat: keterangan?.alamat ?? "", teks: isSentence ? note.teks : null };
  if (baris.kind === "masalah") {
    const { indikator } = baris;
    const bad = problemText(baris);
    const row = indikator === null ? { items: [], bad } : unclear({ indikator, ...said }, bad);
    return [...noted, row];
  }
  const row = { indikator: baris.indikator, ...said };
  const read =
    baris.angka === null
      ? noteAlone(sheet, row)
      : figure(sheet, row, { ...baris, angka: baris.angka });
  return [...noted, read];
}

/** The figure is asked for; its note waits for it. */
const unclear = (row: Row, bad: Teks): Part => {
  const held = hold(row);
  return { ...held, bad, items: [{ kode: row.indikator.kode, nilai: null }, ...held.items] };
};

/** A note beside a blank figure belongs to the figure that is recorded, or to the one to come. */
function noteAlone(sheet: Sheet, row: Row): Part {
  const { indikator, alamat, teks } = row;
  const { kode, nama } = indikator;
  const recorded = recordedOf(sheet, kode);
  if (teks === null || recorded?.keterangan === teks) return { items: [] };
  if (recorded === null) return hold(row);
  return {
    items: [{ kode: uraianKode(kode, "keterangan"), nilai: { tipe: "teks", teks } }],
    good: fill(formatText.keteranganSaja, { alamat, nama, keterangan: teks }),
  };
}

function hold({ indikator: { kode, nama }, alamat, teks }: Row): Part {
  return teks === null
    ? { items: [] }
    : {
        items: [
          { kode: uraianKode(kode, "keterangan"), nilai: { tipe: "teks", teks }, tahan: true },
        ],
        held: fill(formatText.keteranganMenunggu, { alamat, nama }),
      };
}

function figure(
  sheet: Sheet,
  row: Row,
  sel: AngkaSel & { readonly angka: string; readonly alamat: string },
): Part {
  const { indikator } = row;
  const { alamat } = sel;
  const { kode, nama } = indikator;
  const rumus = sel.rumus ? formatText.dariRumus : "";
  const kunci = fill(formatText.kunci, { alamat, nama, rumus });
  const checked = checkOne(sheet, indikator, {
    kunci,
    teks: sel.angka,
    ...(sel.yakin && { yakin: sel.yakin }),
  });
  if (sel.mungkin !== null && isDoubtful(sheet, checked, indikator)) {
    const masalah = { sebab: "tanggal", alamat, tanggal: sel.mungkin } as const;
    return unclear(row, problemText({ kind: "masalah", indikator, masalah, keterangan: null }));
  }
  if ("bad" in checked) return unclear(row, checked.bad);
  const { isian, asal } = checked;
  const note = hold(row).items;
  const next = note.length === 0 ? [] : toldNext(sheet, kode, isian);
  return {
    items: isSaved(recordedOf(sheet, kode), isian, row.teks)
      ? []
      : [...note, { kode, nilai: isian }, ...next.map((one) => ({ kode: one, nilai: null }))],
    good: fill(formatText.baris, {
      alamat,
      nama,
      nilai: nilaiText(isian, indikator),
      asal: asalText(asal),
      rumus,
      capaian: persenText(sheet, indikator, isian),
      keterangan:
        row.teks === null ? [] : fill(isianText.barisKeterangan, { keterangan: row.teks }),
    }),
  };
}

/** A number that may be a day is a figure where target or last time make it one. */
const isDoubtful = (sheet: Sheet, checked: Checked, indikator: Indikator): boolean =>
  "bad" in checked ||
  (targetOf(sheet, indikator) === null && previousOf(sheet, indikator.kode).realisasi === null);

/** Whether the sheet only repeats what is recorded; a blank note takes none away. */
const isSaved = (recorded: IsianTercatat | null, isian: Isian, teks: string | null): boolean =>
  recorded !== null &&
  sameIsian(recorded.isian, isian) &&
  (teks === null || teks === recorded.keterangan);
