import { isianText } from "../../../../../generated/teks.ts";
import { isCollecting } from "../../../../engine/tarik.ts";
import { arrivalOf } from "../../../../engine/task.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import { sebutPeriode } from "../../../../pesan/periode.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { sebutWaktu } from "../../../../pesan/waktu.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import type { DialogueOf } from "../../../session.ts";
import { say, type Talk } from "../../../talk.ts";
import { refusalToOpen } from "../../../tugas/refusal.ts";
import { settleTask } from "../../../tugas/settle.ts";
import {
  choiceField,
  lewati,
  over,
  overBy,
  selesai,
  sentence,
  tanya,
  tolak,
} from "../../declare.ts";
import type { Bacaan, Field, Form, Tolak } from "../../field.ts";
import { bulkAnswer, readKoreksi, readPairs } from "./bulk.ts";
import { firstGap } from "./gap.ts";
import { askLanjut, isNothing, type Lanjut, pelaksanaanField } from "./lanjut.ts";
import { askBukti, askNote } from "./note.ts";
import { placeOf, RINGKASAN, restOf, UBAH } from "./place.ts";
import { askFigure, figureAgain } from "./question.ts";
import { askBack, readAnswer } from "./read.ts";
import { saveAnswer } from "./save.ts";
import {
  bagianLanjut,
  buktiKode,
  indikatorKode,
  lackOf,
  questionsOf,
  type Sheet,
  sheetOf,
  uraianKode,
} from "./sheet.ts";
import { askSummary, askWhich, takeBackChoice } from "./summary.ts";

type Filling = DialogueOf<"isian">;

/**
 * The figures of a unit, one indikator a message; each is saved as soon as it is clear. A note or a file
 * may be wanted of it; at the end everything is shown and sent.
 */
export function isian(talk: Talk, filling: Filling): Form {
  const sheet = sheetOf(talk.world, filling.hal.waitId);
  if (sheet === null) return over("tombol-lama");
  const refusal = refusalToOpen(talk, sheet, "isi");
  if (refusal !== null) return overBy(sheet, refusal);
  return {
    fields: fieldsOf(sheet, filling),
    antrean: () => lackOf(sheet).isian.flatMap((kode) => questionsOf(sheet, kode)),
    kepala: returnText(sheet),
    akhir: () => restOf(sheet),
    baca: (teks) => readAnyhow(sheet, filling, teks),
    berkas: (file) => placeOf(sheet, filling, file),
    kurang: () => lackingIn(sheet),
    save: (now, answer) => saveAnswer(now, sheet, answer, filling.jawaban),
    finish: (closed) => send(closed, sheet),
  };
}

/** Why the figures came back, said again where they are corrected. */
function returnText({ berkas, wait }: Sheet): Teks {
  const { alasan } = arrivalOf(berkas.state, wait);
  return alasan === null ? [] : fill(isianText.perluDiperbaiki, { alasan });
}

const fieldsOf = (sheet: Sheet, filling: Filling): readonly Field[] => [
  ...sheet.indikatorList.flatMap((indikator) => [
    ...pelaksanaanField(sheet, indikator.kode, filling.antrean),
    figureField(sheet, indikator),
    noteField(sheet, filling, indikator),
    ...bagianLanjut.map((bagian) => lanjutField(sheet, filling, { kode: indikator.kode, bagian })),
    buktiField(sheet, indikator),
  ]),
  choiceField(RINGKASAN, () => askSummary(sheet, UBAH)),
  choiceField(UBAH, () => askWhich(sheet, (kode) => queueWith(filling, kode))),
];

const figureField = (sheet: Sheet, indikator: Indikator): Field => {
  const { kode } = indikator;
  return {
    kode,
    menerima: "angka",
    asks: () => askFigure(sheet, kode),
    lagi: () => figureAgain(sheet, kode),
    back: (ragu) => askBack(sheet, kode, ragu),
    read: (teks) => readAnswer(sheet, indikator, { teks }),
  };
};

const noteField = (sheet: Sheet, filling: Filling, { kode }: Indikator): Field => ({
  kode: uraianKode(kode, "keterangan"),
  menerima: "kalimat",
  asks: () => askNote(sheet, kode, queueWith(filling, kode)),
  read: (teks) => readHandIn(sheet, teks) ?? sentence(readSentence(teks)),
});

/** Nobody owes an answer here, so that a wish to go elsewhere is none. */
const lanjutField = (sheet: Sheet, filling: Filling, { kode, bagian }: Lanjut): Field => ({
  kode: uraianKode(kode, bagian),
  menerima: "kalimat",
  asks: () => askLanjut(sheet, { kode, bagian }),
  read: (teks) =>
    readHandIn(sheet, teks) ??
    readChange(sheet, filling, teks) ??
    (isNothing(teks) ? lewati : sentence(readSentence(teks))),
});

const buktiField = (sheet: Sheet, { kode }: Indikator): Field => ({
  kode: buktiKode(kode),
  menerima: "berkas",
  asks: () => askBukti(sheet, kode),
  read: () => tolak("bukti-ditunggu"),
});

/** The queue with a figure at its head, and nothing else of that. */
const queueWith = ({ antrean }: Filling, kode: string): readonly string[] => [
  kode,
  ...antrean.filter((one) => one !== UBAH && indikatorKode(one) !== kode),
];

/** Several figures at once, a wish to change one, or to send: whatever is asked. */
function readAnyhow(sheet: Sheet, filling: Filling, teks: string): Bacaan | null {
  const pairs = readPairs(teks);
  if (pairs !== null) return bulkAnswer(sheet, pairs, filling.antrean);
  return readChange(sheet, filling, teks) ?? readHandIn(sheet, teks);
}

/** The wish to change a figure. */
function readChange(sheet: Sheet, filling: Filling, teks: string): Bacaan | null {
  const koreksi = readKoreksi(teks);
  if (koreksi === null) return null;
  if (koreksi.nomor === null) return tanya(UBAH, ...filling.antrean);
  const indikator = sheet.indikatorList[koreksi.nomor - 1];
  return indikator === undefined
    ? tolak("bukan-pilihan")
    : tanya(...queueWith(filling, indikator.kode));
}

/** The wish to send; where something is lacking, what. */
function readHandIn(sheet: Sheet, teks: string): Bacaan | null {
  if (!/^(kirim|selesai)$/i.test(teks.trim())) return null;
  return lackingIn(sheet) ?? selesai;
}

/** The first thing that keeps the figures from being sent. */
function lackingIn(sheet: Sheet): Tolak | null {
  const gap = firstGap(sheet);
  return gap === null ? null : { kind: "tolak", ...gap };
}

/** Hands the sheet in. */
const send = (talk: Talk, sheet: Sheet): Talk =>
  settleTask(talk, sheet, { kind: "kirim" }, (settled, { state }) => {
    const { kantor, nowMs } = settled.world;
    return say(settled, {
      teks: fill(isianText.terkirim, {
        periode: sebutPeriode(state.periode),
        jumlah: sheet.indikatorList.length,
        waktu: sebutWaktu(nowMs, kantor.zonaWaktu),
      }),
      ...(isCollecting(state, sheet.wait) && { promptId: sheet.wait.id, ...takeBackChoice }),
    });
  });
