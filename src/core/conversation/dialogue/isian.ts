import { isianText } from "../../../generated/teks.ts";
import { arrivalOf } from "../../engine/task.ts";
import { fill, type Teks } from "../../pesan/teks.ts";
import { type Koreksi, readKoreksi, readPairs } from "../isian/bulk.ts";
import { bulkAnswer } from "../isian/bulk-answer.ts";
import { attach, attachWithFigure, isClearFigure } from "../isian/evidence.ts";
import {
  askTahap,
  beginPengisian,
  complete,
  goOn,
  type Pengisian,
  refuseAnswer,
  send,
} from "../isian/flow.ts";
import { formatAnswer } from "../isian/format-answer.ts";
import { lackOf, type Sheet, sheetOf } from "../isian/sheet.ts";
import { askWhich } from "../isian/summary.ts";
import { askAnew, quickAnswer, takeCalon, takeFigure, takeNote } from "../isian/take.ts";
import { declineAnswer, refusalToOpen } from "../refusal.ts";
import { ask, closeDialogue, decline, drawId, type Talk } from "../talk.ts";
import type { DialogueHandler } from "./handler.ts";

/** One indikator a message; each figure is saved as soon as it is clear. */
export const isian: DialogueHandler<"isian"> = {
  start: (talk, { waitId, kode, teks, barisList, bukti }) => {
    const sheet = sheetOf(talk.world, waitId);
    if (sheet === null) return decline(talk, "tombol-lama");
    const refusal = refusalToOpen(talk, sheet, "isi");
    if (refusal !== null) return declineAnswer(talk, sheet, refusal);
    const { talk: drawn, id } = drawId(talk);
    const dialogue = beginPengisian(sheet, id, queueOf(sheet, kode));
    if (bukti !== undefined && kode !== null) {
      return attach(drawn, { ...dialogue, tahap: { tahap: "bukti", kode } }, sheet, { bukti });
    }
    if (barisList !== undefined) return formatAnswer(drawn, dialogue, sheet, barisList);
    return teks === undefined
      ? goOn(drawn, dialogue, returnText(sheet))
      : onText(drawn, dialogue, teks);
  },
  onText: (talk, dialogue, teks) => alive(talk, dialogue, () => onText(talk, dialogue, teks)),
  onChoice: (talk, dialogue, pilihan) =>
    alive(talk, dialogue, (sheet) => onChoice(talk, dialogue, sheet, pilihan)),
  onFile: (talk, dialogue, file) =>
    alive(talk, dialogue, (sheet) => {
      return isClearFigure(sheet, dialogue, file.keterangan)
        ? attachWithFigure(talk, dialogue, file)
        : attach(talk, dialogue, sheet, file);
    }),
  again: (talk, dialogue, kepala) => askTahap(talk, dialogue, kepala),
};

/** Why the figures came back, said again where they are corrected. */
function returnText({ berkas, wait }: Sheet): Teks {
  const { alasan } = arrivalOf(berkas.state, wait);
  return alasan === null ? [] : fill(isianText.perluDiperbaiki, { alasan });
}

/** Whoever may no longer fill the sheet in learns why, and the dialogue ends. */
function alive(talk: Talk, dialogue: Pengisian, go: (sheet: Sheet) => Talk): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  if (sheet === null) return decline(closeDialogue(talk), "tombol-lama");
  const refusal = refusalToOpen(talk, sheet, "isi");
  return refusal === null ? go(sheet) : declineAnswer(closeDialogue(talk), sheet, refusal);
}

/** The kode that was asked for first, then everything unanswered. */
function queueOf(sheet: Sheet, kode: string | null): readonly string[] {
  const missing = lackOf(sheet).isian;
  return kode === null ? missing : [kode, ...missing.filter((one) => one !== kode)];
}

function onText(talk: Talk, dialogue: Pengisian, teks: string): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  if (sheet === null) return decline(closeDialogue(talk), "tombol-lama");
  const { tahap } = dialogue;
  if (tahap.tahap === "penghambat") return takeNote(talk, dialogue, tahap.kode, teks);
  const pairs = readPairs(teks);
  if (pairs !== null) return bulkAnswer(talk, dialogue, sheet, pairs);
  const koreksi = readKoreksi(teks);
  if (koreksi !== null) return correct(talk, dialogue, sheet, koreksi);
  if (/^(kirim|selesai)$/i.test(teks.trim())) return send(talk, dialogue);
  switch (tahap.tahap) {
    case "angka": {
      const [kode] = dialogue.antrean;
      return kode === undefined
        ? goOn(talk, dialogue, [])
        : takeFigure(talk, dialogue, sheet, { kode, teks });
    }
    case "pilih":
    case "tegaskan":
      return takeFigure(talk, dialogue, sheet, { kode: tahap.kode, teks });
    case "bukti":
      return refuseAnswer(talk, dialogue, "bukti-ditunggu");
    case "ringkasan":
      return refuseAnswer(talk, dialogue, "bukan-pilihan");
  }
}

function onChoice(talk: Talk, dialogue: Pengisian, sheet: Sheet, pilihan: string): Talk {
  const { tahap } = dialogue;
  switch (tahap.tahap) {
    case "angka": {
      const [kode] = dialogue.antrean;
      return kode === undefined
        ? goOn(talk, dialogue, [])
        : quickAnswer(talk, dialogue, sheet, { kode, pilihan });
    }
    case "pilih":
    case "tegaskan":
      return takeCalon(talk, dialogue, sheet, { ...tahap, pilihan });
    case "penghambat":
      return pilihan === "ulang"
        ? askAnew(talk, dialogue, tahap.kode)
        : takeNote(talk, dialogue, tahap.kode, titleOf(talk, pilihan));
    case "bukti":
      return goOn(talk, dialogue, []);
    case "ringkasan":
      return summaryChoice(talk, dialogue, sheet, pilihan);
  }
}

function summaryChoice(talk: Talk, dialogue: Pengisian, sheet: Sheet, pilihan: string): Talk {
  switch (pilihan) {
    case "kirim":
      return send(talk, dialogue);
    case "lengkapi":
      return complete(talk, dialogue);
    case "ubah":
      return ask(talk, dialogue, askWhich(sheet));
    case "kembali":
      return askTahap(talk, dialogue, []);
    default: {
      const nomor = Number(/^ubah-(\d+)$/.exec(pilihan)?.[1] ?? 0);
      return changeRow(talk, dialogue, sheet, nomor);
    }
  }
}

const correct = (talk: Talk, dialogue: Pengisian, sheet: Sheet, { nomor }: Koreksi): Talk =>
  nomor === null ? ask(talk, dialogue, askWhich(sheet)) : changeRow(talk, dialogue, sheet, nomor);

function changeRow(talk: Talk, dialogue: Pengisian, sheet: Sheet, nomor: number): Talk {
  const indikator = sheet.indikatorList[nomor - 1];
  return indikator === undefined
    ? refuseAnswer(talk, dialogue, "bukan-pilihan")
    : askAnew(talk, dialogue, indikator.kode);
}

/** The full title of a choice that was shown. */
const titleOf = (talk: Talk, pilihan: string): string =>
  talk.session.prompt?.pilihan.find(({ id }) => id === pilihan)?.judul ?? "";
