import { formatText, isianText } from "../../../generated/teks.ts";
import type { IsianTercatat } from "../../engine/state.ts";
import type { BarisMasuk } from "../../kinerja/format/index.ts";
import { type AngkaSel, type BarisTerbaca, matchRows } from "../../kinerja/format/terbaca.ts";
import type { Indikator, Isian } from "../../kinerja/indikator.ts";
import { sameIsian } from "../../kinerja/same-isian.ts";
import { fill, isEmpty, lines, type Teks } from "../../pesan/teks.ts";
import type { Talk } from "../talk.ts";
import { type Checked, checkOne } from "./bulk.ts";
import { answered, beginPengisian, goOn, type Pengisian, saveFigure } from "./flow.ts";
import { noteProblem, problemText, readNote } from "./format-problem.ts";
import { asalText, nilaiText, persenText } from "./look.ts";
import { previousOf, recordedOf, type Sheet, sheetOf, targetOf } from "./sheet.ts";

/** More than this is a file of something else, and nobody reads it. */
const MASALAH_TERBANYAK = 30;

/** How far a sheet has been taken in. */
interface Progress {
  readonly talk: Talk;
  readonly dialogue: Pengisian;
  /** The sheet as it stood before. */
  readonly sheet: Sheet;
  readonly refused: boolean;
  /** What was understood, and what was not, cell by cell. */
  readonly good: readonly Teks[];
  readonly bad: readonly Teks[];
  /** Notes that wait for their figure. */
  readonly held: readonly Teks[];
  /** Kode to be asked for next, because their cell was not clear. */
  readonly again: readonly string[];
}

/**
 * Takes a sheet that came back like an answer for several indikator at once: saves what is clear,
 * lists the rest, which is asked for next. A note waits in the dialogue for a figure that is not
 * clear yet.
 */
export function formatAnswer(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  barisList: readonly BarisMasuk[],
): Talk {
  const end = takeRows(talk, dialogue, sheet, barisList);
  if (end.refused) return end.talk;
  const rest = end.dialogue.antrean.filter((kode) => !end.again.includes(kode));
  const { terbaca, masalah } = formatText;
  const echo = echoOf(end, { terbaca, masalah });
  return goOn(
    end.talk,
    { ...end.dialogue, antrean: [...end.again, ...rest] },
    isEmpty(echo) ? formatText.kosong : echo,
  );
}

/** What taking these rows would say, with none of them taken; nothing where it says nothing. */
export function formatPreview(talk: Talk, sheet: Sheet, barisList: readonly BarisMasuk[]): Teks {
  const { usulanBaris: terbaca, usulanMasalah: masalah } = formatText;
  const dialogue = beginPengisian(sheet, "", []);
  return echoOf(takeRows(talk, dialogue, sheet, barisList), { terbaca, masalah });
}

function takeRows(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  barisList: readonly BarisMasuk[],
): Progress {
  const none = { good: [], bad: [], held: [], again: [] };
  return matchRows(sheet.indikatorList, barisList).reduce<Progress>(
    (progress, baris) => (progress.refused ? progress : takeRow(progress, baris)),
    { talk, dialogue, sheet, refused: false, ...none },
  );
}

/** What stands above the rows that were understood, and above the others. */
type Kepala =
  | Pick<typeof formatText, "terbaca" | "masalah">
  | { readonly [K in "terbaca" | "masalah"]: (typeof formatText)["usulanBaris" | "usulanMasalah"] };

function echoOf({ good, bad, held }: Progress, { terbaca, masalah }: Kepala): Teks {
  const rest = bad.length - MASALAH_TERBANYAK;
  return lines(
    good.length === 0 ? [] : fill(terbaca, { jumlah: good.length }),
    ...good,
    bad.length === 0 ? [] : fill(masalah, { jumlah: bad.length }),
    ...bad.slice(0, MASALAH_TERBANYAK),
    rest > 0 ? fill(formatText.selebihnya, { rest }) : [],
    ...held,
  );
}

/** A row with its note as a sentence; null where there is none that can be taken. */
interface Row {
  readonly indikator: Indikator;
  readonly alamat: string;
  readonly teks: string | null;
}

function takeRow(progress: Progress, baris: BarisTerbaca): Progress {
  const { keterangan } = baris;
  const note = keterangan === null ? null : readNote(keterangan);
  const isSentence = note?.kind === "kalimat";
  const noted = note === null || isSentence ? progress : withBad(progress, noteProblem(note));
  const said = { alamat: keterangan?.alamat ?? "", teks: isSentence ? note.teks : null };
  if (baris.kind === "masalah") {
    const { indikator } = baris;
    const told = withBad(noted, problemText(baris));
    return indikator === null
      ? told
      : holdNote(askAgain(told, indikator.kode), { indikator, ...said });
  }
  const row = { indikator: baris.indikator, ...said };
  return baris.angka === null
    ? takeNoteAlone(noted, row)
    : takeAngka(noted, row, { ...baris, angka: baris.angka });
}

/** A note beside a blank figure belongs to the figure that is recorded, or to the one to come. */
function takeNoteAlone(progress: Progress, row: Row): Progress {
  const { indikator, alamat, teks } = row;
  const { kode, nama } = indikator;
  const recorded = recordedIn(progress, kode);
  if (teks === null || recorded?.keterangan === teks) return progress;
  if (recorded === null) return holdNote(progress, row);
  const saved = save(progress, kode, recorded.isian, teks);
  return withGood(saved, fill(formatText.keteranganSaja, { alamat, nama, keterangan: teks }));
}

/** Keeps a note until its figure is clear: nothing that was written is lost. */
function holdNote(progress: Progress, { indikator, alamat, teks }: Row): Progress {
  if (teks === null) return progress;
  const { kode, nama } = indikator;
  const said = fill(formatText.keteranganMenunggu, { alamat, nama });
  const dialogue = withNote(progress.dialogue, kode, teks);
  return { ...progress, dialogue, held: [...progress.held, said] };
}

function takeAngka(
  progress: Progress,
  row: Row,
  sel: AngkaSel & { readonly angka: string; readonly alamat: string },
): Progress {
  const { indikator } = row;
  const { alamat } = sel;
  const { kode, nama } = indikator;
  const rumus = sel.rumus ? formatText.dariRumus : "";
  const kunci = fill(formatText.kunci, { alamat, nama, rumus });
  const checked = checkOne(progress.sheet, indikator, { kunci, teks: sel.angka });
  if (sel.mungkin !== null && isDoubtful(progress.sheet, checked, indikator)) {
    const masalah = { sebab: "tanggal", alamat, tanggal: sel.mungkin } as const;
    const said = problemText({ kind: "masalah", indikator, masalah, keterangan: null });
    return holdNote(askAgain(withBad(progress, said), kode), row);
  }
  if (checked.kind === "masalah") {
    return holdNote(askAgain(withBad(progress, checked.teks), kode), row);
  }
  const { isian, asal } = checked;
  const saved = isSaved(recordedIn(progress, kode), isian, row.teks)
    ? progress
    : save(progress, kode, isian, row.teks);
  const said = fill(formatText.baris, {
    alamat,
    nama,
    nilai: nilaiText(isian, indikator),
    asal: asalText(asal),
    rumus,
    capaian: persenText(progress.sheet, indikator, isian),
    keterangan: row.teks === null ? [] : fill(isianText.barisKeterangan, { keterangan: row.teks }),
  });
  return withGood(saved, said);
}

/** A number that may be a day is a figure where target or last time make it one. */
const isDoubtful = (sheet: Sheet, checked: Checked, indikator: Indikator): boolean =>
  checked.kind === "masalah" ||
  (targetOf(sheet, indikator) === null && previousOf(sheet, indikator.kode).realisasi === null);

/** Whether the sheet only repeats what is recorded; a blank note takes none away. */
const isSaved = (recorded: IsianTercatat | null, isian: Isian, teks: string | null): boolean =>
  recorded !== null &&
  sameIsian(recorded.isian, isian) &&
  (teks === null || teks === recorded.keterangan);

/** What is recorded by now. */
const recordedIn = ({ talk, sheet }: Progress, kode: string): IsianTercatat | null =>
  recordedOf(sheetOf(talk.world, sheet.wait.id) ?? sheet, kode);

function save(progress: Progress, kode: string, isian: Isian, teks: string | null): Progress {
  const dialogue = teks === null ? progress.dialogue : withNote(progress.dialogue, kode, teks);
  const { talk, refused } = saveFigure(progress.talk, dialogue, kode, isian);
  return { ...progress, talk, refused, dialogue: answered(dialogue, kode) };
}

const withNote = (dialogue: Pengisian, kode: string, teks: string): Pengisian => ({
  ...dialogue,
  catatan: { ...dialogue.catatan, [kode]: teks },
});

const withGood = (progress: Progress, teks: Teks): Progress => ({
  ...progress,
  good: [...progress.good, teks],
});

const withBad = (progress: Progress, teks: Teks): Progress => ({
  ...progress,
  bad: [...progress.bad, teks],
});

const askAgain = (progress: Progress, kode: string): Progress => ({
  ...progress,
  again: [...progress.again.filter((one) => one !== kode), kode],
});
