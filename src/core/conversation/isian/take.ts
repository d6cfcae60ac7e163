import { isianText } from "../../../generated/teks.ts";
import { fill } from "../../pesan/teks.ts";
import { readSentence } from "../sentence.ts";
import type { Talk } from "../talk.ts";
import { calonOf, doubtOf, isianOf, type Ragu, readFigure } from "./figure.ts";
import {
  answered,
  goOn,
  goOnAfter,
  goTo,
  type Pengisian,
  record,
  refuseAnswer,
  refuseFigure,
  settleSheet,
  type Tahap,
} from "./flow.ts";
import { nilaiText } from "./look.ts";
import { previousOf, recordedOf, rowOf, type Sheet, sheetOf } from "./sheet.ts";

/** Takes a typed figure: refused, asked back in one of two ways, or saved. */
export function takeFigure(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  { kode, teks }: { readonly kode: string; readonly teks: string },
): Talk {
  const { indikator } = rowOf(sheet, kode);
  const figure = readFigure(indikator, teks);
  switch (figure.kind) {
    case "ditolak":
      return refuseFigure(talk, dialogue, sheet, { kode, code: figure.code });
    case "ragu":
      return goTo(talk, dialogue, stageOf(kode, figure), []);
    case "isian": {
      const doubt = doubtOf(sheet, indikator, figure.isian);
      if (doubt === null) return record(talk, dialogue, kode, figure);
      const calon = calonOf(figure.isian, doubt);
      return goTo(talk, dialogue, { tahap: "tegaskan", kode, calon }, []);
    }
  }
}

const stageOf = (kode: string, { calon, sisa, satuan }: Ragu): Tahap => ({
  tahap: "pilih",
  kode,
  calon,
  ...(sisa.length === 0 ? {} : { sisa }),
  ...(satuan === null ? {} : { satuan }),
});

/** Takes the sentence that explains a figure. */
export function takeNote(talk: Talk, dialogue: Pengisian, kode: string, text: string): Talk {
  const sentence = readSentence(text);
  if (sentence.kind === "ditolak") {
    return refuseAnswer(talk, dialogue, sentence.code, sentence.data);
  }
  const sheet = sheetOf(talk.world, dialogue.waitId);
  const recorded = sheet === null ? null : recordedOf(sheet, kode);
  if (recorded === null) return goOn(talk, dialogue, []);
  const saved = settleSheet(talk, dialogue, {
    kind: "isian",
    kode,
    isian: recorded.isian,
    keterangan: sentence.teks,
  });
  return saved.refused
    ? saved.talk
    : goOnAfter(saved.talk, answered(dialogue, kode), kode, isianText.gemaKeterangan);
}

/** Takes one of the buttons below the question for a figure. */
export function quickAnswer(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  { kode, pilihan }: { readonly kode: string; readonly pilihan: string },
): Talk {
  const { indikator } = rowOf(sheet, kode);
  const { nama } = indikator;
  const past = previousOf(sheet, kode).realisasi?.isian;
  const recorded = recordedOf(sheet, kode);
  if (pilihan === "sama" && past !== undefined)
    return record(talk, dialogue, kode, { isian: past });
  if (pilihan === "belum") return record(talk, dialogue, kode, { isian: { jenis: "belum" } });
  if (pilihan === "tetap" && recorded !== null) {
    const nilai = nilaiText(recorded.isian, indikator);
    const echo = fill(isianText.gemaTetap, { nama, nilai });
    return goOnAfter(talk, answered(dialogue, kode), kode, echo);
  }
  if (pilihan !== "lewati") return refuseAnswer(talk, dialogue, "bukan-pilihan");
  const antrean = dialogue.antrean.filter((one) => one !== kode);
  return goOn(talk, { ...dialogue, antrean }, fill(isianText.gemaLewati, { nama }));
}

/** Takes the reading that was meant, or the confirmation of a doubtful figure. */
export function takeCalon(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  chosen: {
    readonly tahap: "pilih" | "tegaskan";
    readonly kode: string;
    readonly calon: readonly number[];
    readonly pilihan: string;
  },
): Talk {
  const { kode, calon, pilihan } = chosen;
  if (pilihan === "ulang") return askAnew(talk, dialogue, kode);
  if (calon.length === 0) return takeNihil(talk, dialogue, kode, pilihan);
  const { indikator } = rowOf(sheet, kode);
  const index = Number(/^calon-(\d+)$/.exec(pilihan)?.[1] ?? 0) - 1;
  const nilai = calon[index];
  if (nilai === undefined) return refuseAnswer(talk, dialogue, "bukan-pilihan");
  const picked =
    indikator.agregasi === "rasio" ? isianOf(indikator, calon) : isianOf(indikator, [nilai]);
  if (chosen.tahap === "tegaskan") return record(talk, dialogue, kode, { isian: picked });
  const doubt = doubtOf(sheet, indikator, picked);
  return doubt === null
    ? record(talk, dialogue, kode, { isian: picked })
    : goTo(talk, dialogue, { tahap: "tegaskan", kode, calon: calonOf(picked, doubt) }, []);
}

/** None of what is counted, or not counted this time. */
function takeNihil(talk: Talk, dialogue: Pengisian, kode: string, pilihan: string): Talk {
  switch (pilihan) {
    case "nol":
      return record(talk, dialogue, kode, { isian: { jenis: "angka", nilai: 0 } });
    case "nihil":
      return record(talk, dialogue, kode, { isian: { jenis: "nihil" } });
    default:
      return refuseAnswer(talk, dialogue, "bukan-pilihan");
  }
}

/** Puts a kode at the head of the queue and asks for its figure. */
export function askAnew(talk: Talk, dialogue: Pengisian, kode: string): Talk {
  const antrean = [kode, ...dialogue.antrean.filter((one) => one !== kode)];
  return goTo(talk, { ...dialogue, antrean }, { tahap: "angka" }, []);
}
