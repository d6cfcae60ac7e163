import { formulirText, tolakText } from "../../../../../generated/teks.ts";
import { bawaanOf } from "../../../../engine/formulir/bawaan.ts";
import { tahapOf } from "../../../../engine/formulir/lengkap.ts";
import { langkahOf } from "../../../../engine/holders.ts";
import { bacaIsian, type Bacaan as Terbaca } from "../../../../formulir/baca.ts";
import type { IsiFormulir, NilaiFormulir } from "../../../../formulir/nilai.ts";
import type { IsianFormulir } from "../../../../formulir/schema.ts";
import { nilaiText } from "../../../../formulir/teks.ts";
import { fill, fillAny, isEmpty, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords } from "../../../../pesan/ucap.ts";
import type { LangkahOf } from "../../../../sop/langkah.ts";
import type { DialogueOf } from "../../../session.ts";
import { readerOf, settle, type Talk, turnOf } from "../../../talk.ts";
import type { Task } from "../../../tugas/find.ts";
import { sayTask } from "../../../tugas/task.ts";
import { aboutWait, overBy } from "../../declare.ts";
import type { Answer, Bacaan, Field, Saved } from "../../field.ts";
import { filesText, withFiles } from "./files.ts";
import { confirmQuestion, fieldQuestion, menerima } from "./question.ts";

/** The form of a desk, one field a message; each answer is saved at once. */
export const formulir = aboutWait<DialogueOf<"formulir">>("formulir", (talk, task, dialogue) => {
  const langkah = formulirOf(task);
  const all = tahapOf(langkah, task.wait.tahap).isian;
  return {
    fields: all.map((field, index) =>
      fieldOf(talk, task, field, { ke: index + 1, dari: all.length }),
    ),
    berkas: () => {
      const asked = all.find(({ kode }) => kode === dialogue.antrean[0]);
      return asked?.tipe === "berkas"
        ? { kode: asked.kode }
        : { kind: "tolak", code: "bukan-waktunya-berkas", teks: formulirText.bukanBerkas };
    },
    save: (now, answer) => saveField(now, task, answer),
    finish: (closed, gema) => sayTask(closed, task, isEmpty(gema) ? formulirText.tersimpan : gema),
  };
});

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
        : readingOf(bacaIsian(field, teks, world)),
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
  const lalu = givenIn(task)[kode];
  const kept = lalu?.tipe === "berkas" ? lalu.buktiList : [];
  const files = nilai.tipe === "berkas" ? nilai.buktiList : null;
  const buktiList = withFiles(kept, files ?? []);
  const now = files === null ? nilai : ({ tipe: "berkas", buktiList } as const);
  const event = { kind: "isi-formulir", waitId: task.wait.id, oleh: talk.pegawai.id } as const;
  const { talk: settled, refusal } = settle(talk, task.berkas, { ...event, kode, nilai: now });
  return {
    talk: settled,
    over: refusal === null ? null : overBy(task, refusal),
    gema:
      files !== null
        ? filesText(files, buktiList.length)
        : koreksi
          ? changeText(talk, task, { kode, nilai, lalu })
          : [],
    sesudah: files === null ? [] : [kode],
  };
}

function changeText(
  { world: { kantor } }: Talk,
  task: Task,
  { kode, nilai, lalu }: { kode: string; nilai: NilaiFormulir; lalu: NilaiFormulir | undefined },
): Teks {
  const langkah = formulirOf(task);
  const nama = tahapOf(langkah, task.wait.tahap).isian.find((one) => one.kode === kode)?.nama;
  return fill(formulirText.ubah, {
    nama: nama ?? kode,
    lalu: nilaiText(lalu, kantor),
    nilai: nilaiText(nilai, kantor),
  });
}

/** What was answered to the fields of a form so far. */
const givenIn = ({ berkas, wait }: Task): IsiFormulir =>
  berkas.state.formulirByLangkah[wait.langkahNo] ?? {};
