import { formulirText, tolakText } from "../../../../../generated/teks.ts";
import { bawaanOf } from "../../../../engine/formulir/bawaan.ts";
import { tahapOf } from "../../../../engine/formulir/lengkap.ts";
import { asksPindaian, canBeLaporan } from "../../../../engine/formulir/pindaian.ts";
import { langkahOf } from "../../../../engine/holders.ts";
import type { Bacaan as Terbaca } from "../../../../formulir/baca.ts";
import type { Bukti, IsiFormulir, NilaiFormulir } from "../../../../formulir/nilai.ts";
import type { IsianFormulir } from "../../../../formulir/schema.ts";
import { nilaiText } from "../../../../formulir/teks.ts";
import { fill, fillAny, isEmpty, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords } from "../../../../pesan/ucap.ts";
import type { LangkahOf } from "../../../../sop/langkah.ts";
import type { DialogueOf } from "../../../session.ts";
import { readerOf, settle, type Talk, turnOf } from "../../../talk.ts";
import type { Task } from "../../../tugas/find.ts";
import { sayTask } from "../../../tugas/task.ts";
import { aboutWait, overBy, tolak } from "../../declare.ts";
import {
  type Answer,
  type Bacaan,
  buktiOf,
  type Field,
  type FileMasuk,
  type Saved,
  type Tolak,
} from "../../field.ts";
import { bacaTambahan, isBertambah } from "./butir.ts";
import { filesText, pindaianGema, withFiles } from "./files.ts";
import { confirmQuestion, fieldQuestion, menerima } from "./question.ts";

/** The form of a desk, one field a message; each answer is saved at once. */
export const formulir = aboutWait<DialogueOf<"formulir">>("formulir", (talk, task, dialogue) => {
  const all = isianOf(task);
  return {
    fields: all.map((field, index) =>
      fieldOf(talk, task, field, { ke: index + 1, dari: all.length }),
    ),
    berkas: (file) => {
      const asked = all.find(({ kode }) => kode === dialogue.antrean[0]);
      return asked?.tipe === "berkas"
        ? fits(asked, file)
        : { kind: "tolak", code: "bukan-waktunya-berkas", teks: formulirText.bukanBerkas };
    },
    save: (now, answer) => saveField(now, task, answer),
    finish: (closed, gema) => sayTask(closed, task, isEmpty(gema) ? formulirText.tersimpan : gema),
  };
});

/** The signed report is one PDF or picture; anything may prove something. */
const fits = (asked: IsianFormulir, file: FileMasuk): { readonly kode: string } | Tolak =>
  asksPindaian(asked) && !canBeLaporan(buktiOf(file))
    ? tolak("bukan-pindaian")
    : { kode: asked.kode };

function formulirOf({ berkas, wait }: Task): LangkahOf<"formulir"> {
  const langkah = langkahOf(berkas.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") throw new Error(`wait ${wait.id} is for no form`);
  return langkah;
}

function fieldOf(
  talk: Talk,
  task: Task,
  field: IsianFormulir,
  urutan: { readonly ke: number; readonly dari: number },
): Field {
  const { world } = talk;
  const langkah = formulirOf(task);
  const turn = turnOf(world, task.berkas);
  const given = givenIn(task)[field.kode];
  const offered = (): NilaiFormulir | null => bawaanOf(turn, langkah, field);
  return {
    kode: field.kode,
    menerima: menerima[field.tipe],
    asks: () => fieldQuestion(turn, { langkah, field, given, offered: offered() }, urutan),
    back: (ragu) => confirmQuestion(world, ragu),
    read: (teks) =>
      isOffer(talk, teks)
        ? keepOffered(field, given, offered())
        : readingOf(bacaTambahan(field, given, { teks, konteks: world })),
  };
}

function readingOf(read: Terbaca): Bacaan {
  switch (read.kind) {
    case "nilai":
      return read;
    case "tegaskan":
      return { kind: "ragu", calon: [read.nilai], sebab: read.sebab, data: read.data };
    case "ditolak": {
      const teks = fillAny(tolakText[read.sebab], read.data);
      return { kind: "tolak", code: "isian-tidak-terbaca", teks };
    }
  }
}

/** Words of our own choices are no answer, whether or not they stood below this question. */
const isOffer = (talk: Talk, teks: string): boolean =>
  [formulirText.pakai, formulirText.tetap, formulirText.lewati].some(
    (judul) => inPlainWords(readerOf(talk), judul).toLowerCase() === teks.trim().toLowerCase(),
  );

/** What was given stays, what is offered is taken, and what may be left out is passed over. */
function keepOffered(
  { wajib }: IsianFormulir,
  given: NilaiFormulir | undefined,
  offered: NilaiFormulir | null,
): Bacaan {
  if (given !== undefined) return { kind: "lewati" };
  if (offered !== null) return { kind: "nilai", nilai: offered };
  return wajib ? { kind: "ulang" } : { kind: "lewati" };
}

/** Lets the engine take an answer. Files are added to those that are there, and more may follow. */
export function saveField(talk: Talk, task: Task, { kode, nilai, koreksi }: Answer): Saved {
  if ("jenis" in nilai) throw new Error(`a figure is no answer to ${kode}`);
  if (nilai.tipe === "berkas") return saveFiles(talk, task, kode, nilai.buktiList);
  const lalu = givenIn(task)[kode];
  const saved = settleField(talk, task, kode, nilai);
  if (
    nilai.tipe === "daftar" &&
    isianOf(task).some((one) => one.kode === kode && isBertambah(one))
  ) {
    const jumlah = nilai.butirList.length;
    return { ...saved, gema: fill(formulirText.butirTersimpan, { jumlah }), sesudah: [kode] };
  }
  return {
    ...saved,
    gema: koreksi ? changeText(talk, task, { kode, nilai, lalu }) : [],
    sesudah: [],
  };
}

/** A report has one signed file, and a later one takes its place. */
function saveFiles(talk: Talk, task: Task, kode: string, added: readonly Bukti[]): Saved {
  const signed = isianOf(task).some((one) => one.kode === kode && asksPindaian(one));
  const lalu = givenIn(task)[kode];
  const kept = lalu?.tipe === "berkas" && !signed ? lalu.buktiList : [];
  const buktiList = withFiles(kept, added);
  const saved = settleField(talk, task, kode, { tipe: "berkas", buktiList });
  return signed
    ? { ...saved, gema: pindaianGema(added), sesudah: [] }
    : { ...saved, gema: filesText(added, buktiList.length), sesudah: [kode] };
}

function settleField(
  talk: Talk,
  task: Task,
  kode: string,
  nilai: NilaiFormulir,
): Pick<Saved, "talk" | "over"> {
  const event = { kind: "isi-formulir", waitId: task.wait.id, oleh: talk.pegawai.id } as const;
  const { talk: settled, refusal } = settle(talk, task.berkas, { ...event, kode, nilai });
  return { talk: settled, over: refusal === null ? null : overBy(task, refusal) };
}

function changeText(
  { world: { kantor } }: Talk,
  task: Task,
  { kode, nilai, lalu }: { kode: string; nilai: NilaiFormulir; lalu: NilaiFormulir | undefined },
): Teks {
  const nama = isianOf(task).find((one) => one.kode === kode)?.nama;
  return fill(formulirText.ubah, {
    nama: nama ?? kode,
    lalu: nilaiText(lalu, kantor),
    nilai: nilaiText(nilai, kantor),
  });
}

/** The fields of the form on this desk. */
const isianOf = (task: Task): readonly IsianFormulir[] =>
  tahapOf(formulirOf(task), task.wait).isian;

/** What was answered to the fields of a form so far. */
const givenIn = ({ berkas, wait }: Task): IsiFormulir =>
  berkas.state.formulirByLangkah[wait.langkahNo] ?? {};
