import { isianText } from "../../../../../generated/teks.ts";
import type { BerkasEvent } from "../../../../engine/event.ts";
import type { Bukti } from "../../../../formulir/nilai.ts";
import { type Isian, sameIsian } from "../../../../kinerja/indikator.ts";
import { fill } from "../../../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../../../pesan/ucap.ts";
import type { DialogueOf } from "../../../session.ts";
import { settle, type Talk } from "../../../talk.ts";
import { overBy } from "../../declare.ts";
import type { Answer, Saved } from "../../field.ts";
import { buktiText, changeText, echoText } from "./look.ts";
import { isFigure } from "./read.ts";
import {
  buktiCount,
  indikatorKode,
  noteKode,
  recordedOf,
  rowOf,
  type Sheet,
  sheetOf,
  wantedOf,
} from "./sheet.ts";

type Kept = DialogueOf<"isian">["jawaban"];

/** Lets the engine take a figure, the note that explains one, or files that prove one. */
export function saveAnswer(talk: Talk, sheet: Sheet, answer: Answer, kept: Kept = {}): Saved {
  const kode = indikatorKode(answer.kode);
  const { nilai } = answer;
  if (isFigure(nilai)) return saveFigure(talk, sheet, { ...answer, nilai }, kept);
  if (nilai.tipe === "berkas") return saveFiles(talk, sheet, kode, nilai.buktiList);
  if (nilai.tipe === "teks") return saveNote(talk, sheet, kode, nilai.teks);
  throw new Error(`${nilai.tipe} is no answer to ${kode}`);
}

/** An earlier note explains the figure it was given for, and falls away with it. */
function saveFigure(
  talk: Talk,
  sheet: Sheet,
  { kode, nilai: isian, asal, koreksi }: Answer & { readonly nilai: Isian },
  kept: Kept,
): Saved {
  const lalu = recordedOf(sheet, kode)?.isian;
  if (koreksi && lalu !== undefined && sameIsian(lalu, isian)) {
    return { talk, over: null, gema: changeText(sheet, kode, lalu, isian), sesudah: [] };
  }
  const keterangan = kept[noteKode(kode)] ?? wordOf(sheet, kode, isian);
  const saved = settleSheet(talk, sheet, { kind: "isian", kode, isian, keterangan });
  const read = { isian, ...(asal === undefined ? {} : { asal }) };
  return {
    ...saved,
    gema:
      lalu === undefined
        ? echoText(saved.sheet, kode, read)
        : changeText(saved.sheet, kode, lalu, isian),
    sesudah: wantedOf(saved.sheet, kode),
  };
}

/** `belum` of what has evidence is told apart from a file that was sent ahead of its figure. */
const wordOf = (sheet: Sheet, kode: string, isian: Isian): string | null =>
  isian.jenis === "belum" && buktiCount(sheet, kode) > 0
    ? inPlainWords(pembacaOf(sheet.world, null), isianText.belum)
    : null;

function saveNote(talk: Talk, sheet: Sheet, kode: string, keterangan: string): Saved {
  const recorded = recordedOf(sheet, kode);
  if (recorded === null) return { talk, over: null, gema: [], sesudah: [] };
  const { isian } = recorded;
  const saved = settleSheet(talk, sheet, { kind: "isian", kode, isian, keterangan });
  const { nama } = rowOf(sheet, kode).indikator;
  return {
    ...saved,
    gema:
      recorded.keterangan === null
        ? isianText.gemaKeterangan
        : fill(isianText.gemaKeteranganUbah, { nama, keterangan }),
    sesudah: wantedOf(saved.sheet, kode),
  };
}

function saveFiles(talk: Talk, sheet: Sheet, kode: string, buktiList: readonly Bukti[]): Saved {
  let saved: Settled = { talk, sheet, over: null };
  for (const bukti of buktiList) {
    if (saved.over !== null) break;
    saved = settleSheet(saved.talk, saved.sheet, { kind: "bukti", kode, bukti });
  }
  const { nama } = rowOf(sheet, kode).indikator;
  return {
    ...saved,
    gema: buktiText(nama, buktiList, buktiCount(saved.sheet, kode)),
    sesudah: [],
  };
}

interface Settled extends Pick<Saved, "talk" | "over"> {
  /** As it stands afterwards. */
  readonly sheet: Sheet;
}

type SheetEvent =
  | Pick<Extract<BerkasEvent, { kind: "isian" }>, "kind" | "kode" | "isian" | "keterangan">
  | Pick<Extract<BerkasEvent, { kind: "bukti" }>, "kind" | "kode" | "bukti">;

function settleSheet(talk: Talk, sheet: Sheet, event: SheetEvent): Settled {
  const by = { waitId: sheet.wait.id, oleh: talk.pegawai.id };
  const { talk: settled, refusal } = settle(talk, sheet.berkas, { ...event, ...by });
  return {
    talk: settled,
    sheet: sheetOf(settled.world, sheet.wait.id) ?? sheet,
    over: refusal === null ? null : overBy(sheet, refusal),
  };
}
