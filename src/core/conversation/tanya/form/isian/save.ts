import { isianText } from "../../../../../generated/teks.ts";
import type { BerkasEvent } from "../../../../engine/event.ts";
import type { IsianTercatat } from "../../../../engine/state.ts";
import type { Bukti } from "../../../../formulir/nilai.ts";
import { type Indikator, type Isian, sameIsian } from "../../../../kinerja/indikator.ts";
import { HasilPelaksanaan } from "../../../../kinerja/narasi.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../../../pesan/ucap.ts";
import type { BagianUraian } from "../../../jejak.ts";
import type { DialogueOf } from "../../../session.ts";
import { settle, type Talk } from "../../../talk.ts";
import { overBy } from "../../declare.ts";
import type { Answer, Saved } from "../../field.ts";
import { gemaPelaksanaan } from "./lanjut.ts";
import { buktiText, changeText, echoText } from "./look.ts";
import { isFigure } from "./read.ts";
import {
  bagianOf,
  buktiCount,
  indikatorKode,
  needsNote,
  recordedOf,
  rowOf,
  type Sheet,
  sheetOf,
  toldNext,
  uraianKode,
  wantedOf,
} from "./sheet.ts";

type Kept = DialogueOf<"isian">["jawaban"];

/** Lets the engine take a figure, the note that explains one, or files that prove one. */
export function saveAnswer(talk: Talk, sheet: Sheet, answer: Answer, kept: Kept = {}): Saved {
  const kode = indikatorKode(answer.kode);
  const { nilai } = answer;
  if (isFigure(nilai)) return saveFigure(talk, sheet, { ...answer, nilai }, kept);
  if (nilai.tipe === "berkas") return saveFiles(talk, sheet, kode, nilai.buktiList);
  if (nilai.tipe === "teks") return saveTold(talk, sheet, kode, toldOf(answer.kode, nilai.teks));
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
  const keterangan = kept[uraianKode(kode, "keterangan")] ?? wordOf(sheet, kode, isian);
  const hasil = kept[uraianKode(kode, "pelaksanaan")];
  const told = hasil === undefined ? {} : toldOf(uraianKode(kode, "pelaksanaan"), hasil).isi;
  const saved = settleSheet(talk, sheet, { kind: "isian", kode, isian, keterangan, ...told });
  const read = { isian, ...(asal === undefined ? {} : { asal }) };
  return {
    ...saved,
    gema:
      lalu === undefined
        ? echoText(saved.sheet, kode, read)
        : changeText(saved.sheet, kode, lalu, isian),
    sesudah: explained(saved.sheet, kode, isian),
  };
}

/** `belum` of what has evidence is told apart from a file that was sent ahead of its figure. */
const wordOf = (sheet: Sheet, kode: string, isian: Isian): string | null =>
  isian.jenis === "belum" && buktiCount(sheet, kode) > 0
    ? inPlainWords(pembacaOf(sheet.world, null), isianText.belum)
    : null;

/** What the figure still needs; once it is explained, what may be told further comes before that. */
const explained = (sheet: Sheet, kode: string, isian: Isian): readonly string[] =>
  needsNote(sheet, kode)
    ? wantedOf(sheet, kode)
    : [...toldNext(sheet, kode, isian), ...wantedOf(sheet, kode)];

/** One part of what is told of a figure, as the engine takes it. */
interface Told {
  readonly bagian: BagianUraian;
  readonly teks: string;
  readonly isi: Pick<IsianEvent, "keterangan" | "narasi">;
}

function toldOf(field: string, teks: string): Told {
  const bagian = bagianOf(field);
  switch (bagian) {
    case "keterangan":
      return { bagian, teks, isi: { keterangan: teks } };
    case "tindakLanjut":
      return { bagian, teks, isi: { narasi: { tindakLanjut: teks } } };
    case "pendukung":
      return { bagian, teks, isi: { narasi: { pendukung: teks } } };
    case "pelaksanaan":
      return { bagian, teks, isi: { narasi: { pelaksanaan: HasilPelaksanaan.parse(teks) } } };
  }
}

function saveTold(talk: Talk, sheet: Sheet, kode: string, told: Told): Saved {
  const recorded = recordedOf(sheet, kode);
  if (recorded === null) return { talk, over: null, gema: [], sesudah: [] };
  const { isian } = recorded;
  if (lastTold(recorded, told) === told.teks) {
    const apa = isianText.uraian[told.bagian];
    return { talk, over: null, gema: fill(isianText.gemaUraianTetap, { apa }), sesudah: [] };
  }
  const saved = settleSheet(talk, sheet, { kind: "isian", kode, isian, ...told.isi });
  return {
    ...saved,
    gema: toldText(rowOf(sheet, kode).indikator, recorded, told),
    sesudah: nextAfter(saved.sheet, kode, { told, before: recorded }),
  };
}

/** A note told anew leaves what was passed over alone; anything told beside it asks for nothing more. */
function nextAfter(
  sheet: Sheet,
  kode: string,
  { told, before }: { readonly told: Told; readonly before: IsianTercatat },
): readonly string[] {
  if (told.bagian !== "keterangan") return [];
  return before.keterangan === null ? explained(sheet, kode, before.isian) : wantedOf(sheet, kode);
}

function toldText({ nama }: Indikator, before: IsianTercatat, told: Told): Teks {
  const { bagian, teks } = told;
  if (bagian === "pelaksanaan") return gemaPelaksanaan(HasilPelaksanaan.parse(teks));
  const apa = isianText.uraian[bagian];
  return lastTold(before, told) === null
    ? fill(isianText.gemaUraian, { apa })
    : fill(isianText.gemaUraianUbah, { apa, nama, isi: teks });
}

/** What the same part said until now; null where it said nothing. */
function lastTold({ keterangan, narasi = {} }: IsianTercatat, { bagian }: Told): string | null {
  if (bagian === "keterangan") return keterangan;
  return (bagian === "pelaksanaan" ? narasi.pelaksanaan?.hasil : narasi[bagian]) ?? null;
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

type IsianEvent = Extract<BerkasEvent, { kind: "isian" }>;

type SheetEvent =
  | Pick<IsianEvent, "kind" | "kode" | "isian" | "keterangan" | "narasi">
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
