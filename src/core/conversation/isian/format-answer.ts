import type { FormatMasuk } from "../../kinerja/format.ts";
import { type BarisTerbaca, matchRows } from "../../kinerja/format-terbaca.ts";
import type { Indikator, Isian } from "../../kinerja/indikator.ts";
import { sameIsian } from "../../kinerja/same-isian.ts";
import { formatText } from "../../pesan/format.ts";
import type { RichText } from "../../pesan/pesan.ts";
import { fill, lines, plainText } from "../../pesan/template.ts";
import type { Talk } from "../talk.ts";
import { checkOne } from "./bulk.ts";
import { answered, goOn, type Pengisian, saveFigure } from "./flow.ts";
import { noteProblem, problemText, readNote } from "./format-problem.ts";
import { nilaiText, persenText } from "./look.ts";
import { recordedOf, type Sheet, sheetOf } from "./sheet.ts";

/** How far a sheet has been taken in. */
interface Progress {
  readonly talk: Talk;
  readonly dialogue: Pengisian;
  readonly refused: boolean;
  /** What was understood, and what must be asked again, cell by cell. */
  readonly good: readonly RichText[];
  readonly bad: readonly RichText[];
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
  { barisList }: FormatMasuk,
): Talk {
  const start: Progress = { talk, dialogue, refused: false, good: [], bad: [], again: [] };
  const end = matchRows(sheet.indikatorList, barisList).reduce(
    (progress, baris) => (progress.refused ? progress : takeRow(progress, baris)),
    start,
  );
  if (end.refused) return end.talk;
  const { again, good, bad } = end;
  const antrean = [...again, ...end.dialogue.antrean.filter((kode) => !again.includes(kode))];
  const echo =
    good.length + bad.length === 0
      ? fill(formatText.kosong, {})
      : lines(
          titled(good, fill(formatText.terbaca, { jumlah: good.length })),
          titled(bad, fill(formatText.masalah, { jumlah: bad.length })),
        );
  return goOn(end.talk, { ...end.dialogue, antrean }, echo);
}

const titled = (list: readonly RichText[], kepala: RichText): RichText =>
  list.length === 0 ? [] : lines(kepala, ...list);

function takeRow(progress: Progress, baris: BarisTerbaca): Progress {
  const sheet = sheetOf(progress.talk.world, progress.dialogue.waitId);
  if (sheet === null) return progress;
  const { indikator, keterangan } = baris;
  const note = keterangan === null ? null : readNote(keterangan);
  const noted =
    note === null || note.kind === "kalimat"
      ? progress
      : { ...progress, bad: [...progress.bad, noteProblem(note)] };
  const teks = note?.kind === "kalimat" ? note.teks : null;
  if (baris.kind === "masalah") {
    const bad = [...noted.bad, problemText(baris)];
    const asked = { ...noted, bad, again: withKode(noted.again, indikator) };
    return indikator === null || keterangan === null
      ? asked
      : holdNote(asked, { indikator, alamat: keterangan.alamat, teks });
  }
  const { alamat, angka } = baris;
  if (angka === null) {
    const where = keterangan?.alamat ?? alamat;
    return takeNoteAlone(noted, sheet, { indikator: baris.indikator, alamat: where, teks });
  }
  return takeAngka(noted, sheet, { indikator: baris.indikator, alamat, angka, teks });
}

interface NoteOnly {
  readonly indikator: Indikator;
  readonly alamat: string;
  readonly teks: string | null;
}

/** A note beside a blank figure belongs to the figure that is recorded, or to the one to come. */
function takeNoteAlone(progress: Progress, sheet: Sheet, note: NoteOnly): Progress {
  const { indikator, alamat, teks } = note;
  const { kode, nama } = indikator;
  const recorded = recordedOf(sheet, kode);
  if (teks === null || recorded?.keterangan === teks) return progress;
  if (recorded === null) return holdNote(progress, note);
  const saved = save(progress, kode, recorded.isian, teks);
  const said = fill(formatText.keteranganSaja, { alamat, nama, keterangan: teks });
  return { ...saved, good: [...saved.good, said] };
}

/** Keeps a note until its figure is clear: nothing that was written is lost. */
function holdNote(progress: Progress, { indikator, alamat, teks }: NoteOnly): Progress {
  if (teks === null) return progress;
  const { kode, nama } = indikator;
  const held = withNote(progress.dialogue, kode, teks);
  const said = fill(formatText.keteranganMenunggu, { alamat, nama });
  return { ...progress, dialogue: held, bad: [...progress.bad, said] };
}

function takeAngka(
  progress: Progress,
  sheet: Sheet,
  row: NoteOnly & { readonly angka: string },
): Progress {
  const { indikator, alamat, angka, teks } = row;
  const { kode, nama } = indikator;
  const kunci = plainText(fill(formatText.kunci, { alamat, nama }));
  const recorded = recordedOf(sheet, kode);
  const checked = checkOne(sheet, indikator, { kunci, teks: angka });
  const kept = checked.kind === "isian" ? checked.isian : null;
  if (checked.kind === "masalah") {
    const bad = [...progress.bad, checked.teks];
    return holdNote({ ...progress, bad, again: withKode(progress.again, indikator) }, row);
  }
  if (kept === null) return progress;
  const same = sameIsian(recorded?.isian ?? null, kept);
  const note = teks ?? (same ? (recorded?.keterangan ?? null) : null);
  const unchanged = same && note === (recorded?.keterangan ?? null);
  const saved = unchanged ? progress : save(progress, kode, kept, note);
  return { ...saved, good: [...saved.good, echo(sheet, row, kept)] };
}

function save(progress: Progress, kode: string, isian: Isian, note: string | null): Progress {
  const dialogue = note === null ? progress.dialogue : withNote(progress.dialogue, kode, note);
  const { talk, refused } = saveFigure(progress.talk, dialogue, kode, isian);
  return { ...progress, talk, refused, dialogue: answered(dialogue, kode) };
}

const withNote = (dialogue: Pengisian, kode: string, teks: string): Pengisian => ({
  ...dialogue,
  catatan: { ...dialogue.catatan, [kode]: teks },
});

const withKode = (kodeList: readonly string[], indikator: Indikator | null): readonly string[] =>
  indikator === null || kodeList.includes(indikator.kode)
    ? kodeList
    : [...kodeList, indikator.kode];

const echo = (sheet: Sheet, { indikator, alamat, teks }: NoteOnly, isian: Isian): RichText =>
  fill(formatText.baris, {
    alamat,
    nama: indikator.nama,
    nilai: nilaiText(isian, indikator),
    capaian: persenText(sheet, indikator, isian),
    keterangan: teks === null ? "" : ` — ${teks}`,
  });
