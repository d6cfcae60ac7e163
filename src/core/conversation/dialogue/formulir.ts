import { formulirText, tolakText } from "../../../generated/teks.ts";
import { langkahOf } from "../../engine/holders.ts";
import type { Wait } from "../../engine/state.ts";
import { bacaIsian } from "../../formulir/baca.ts";
import { bawaanOf } from "../../formulir/bawaan.ts";
import { tahapOf } from "../../formulir/lengkap.ts";
import type { NilaiFormulir } from "../../formulir/nilai.ts";
import type { IsianFormulir } from "../../formulir/schema.ts";
import { fillAny, paragraphs, type Teks } from "../../pesan/teks.ts";
import { inPlainWords } from "../../pesan/ucap.ts";
import type { LangkahOf } from "../../sop/langkah.ts";
import { findTask, type Task } from "../find.ts";
import { filesText, withFiles } from "../formulir/files.ts";
import { confirmQuestion, fieldQuestion } from "../formulir/question.ts";
import { declineAnswer } from "../refusal.ts";
import {
  ask,
  closeDialogue,
  decline,
  drawId,
  markDeclined,
  readerOf,
  settle,
  type Talk,
  turnOf,
} from "../talk.ts";
import { sayTask } from "../task.ts";
import { buktiOf, type DialogueHandler, type DialogueOf, type FileMasuk } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";

type Mengisi = DialogueOf<"formulir">;

/** Filling in a form, one field a message; each answer is saved at once. */
export const formulir: DialogueHandler<"formulir"> = {
  start: (talk, { waitId }) => {
    const { talk: drawn, id } = drawId(talk);
    const field = fieldsOf(drawn, waitId);
    const [first] = field;
    if (first === undefined) return decline(drawn, "tombol-lama");
    const antrean = field.map(({ kode }) => kode);
    return again(
      drawn,
      { jenis: "formulir", id, waitId, antrean, tipe: first.tipe, calon: null },
      [],
    );
  },
  onText: (talk, dialogue, teks) => {
    const field = current(talk, dialogue);
    if (field === undefined) return finish(talk, dialogue);
    if (isOffer(talk, teks)) return keepOffered(talk, dialogue, field);
    const read = bacaIsian(field, teks, talk.world);
    switch (read.kind) {
      case "nilai":
        return save(talk, { ...dialogue, calon: null }, field, read.nilai);
      case "tegaskan":
        return ask(talk, { ...dialogue, calon: read.nilai }, confirmQuestion(talk.world, read));
      case "ditolak":
        return again(
          markDeclined(talk, "isian-tidak-terbaca"),
          { ...dialogue, calon: null },
          fillAny(tolakText[read.sebab], read.data),
        );
    }
  },
  onChoice: (talk, dialogue, pilihan) => {
    const field = current(talk, dialogue);
    if (field === undefined) return finish(talk, dialogue);
    return choose(talk, dialogue, field, pilihan);
  },
  onFile: (talk, dialogue, file) => {
    const field = current(talk, dialogue);
    return field?.tipe === "berkas"
      ? attach(talk, dialogue, field, file)
      : again(markDeclined(talk, "bukan-waktunya-berkas"), dialogue, formulirText.bukanBerkas);
  },
  again,
};

function choose(talk: Talk, dialogue: Mengisi, field: IsianFormulir, pilihan: string): Talk {
  const open = { ...dialogue, calon: null };
  switch (pilihan) {
    case "batal":
      return cancelDialogue(talk);
    case "ulang":
      return again(talk, open, []);
    case "betul":
      return saveOffered(talk, open, field, dialogue.calon);
    case "lewati":
    case "tetap":
    case "selesai":
      return goOn(talk, dialogue, []);
    case "bawaan":
      return saveOffered(talk, open, field, offeredTo(talk, dialogue, field));
    default:
      return formulir.onText(talk, dialogue, opsiOf(field, pilihan) ?? pilihan);
  }
}

/** An option by its number; its words may be too long for a button, or hold any sign. */
function opsiOf(field: IsianFormulir, pilihan: string): string | undefined {
  const nomor = /^opsi-(\d+)$/.exec(pilihan)?.[1];
  return field.tipe === "pilihan" && nomor !== undefined
    ? field.opsi[Number(nomor) - 1]
    : undefined;
}

/** Words of our own choices are no answer, whether or not they stood below this question. */
const isOffer = (talk: Talk, teks: string): boolean =>
  [formulirText.pakai, formulirText.tetap, formulirText.lewati].some(
    (judul) => inPlainWords(readerOf(talk), judul).toLowerCase() === teks.trim().toLowerCase(),
  );

/** What was given stays, what is offered is taken, and what may be left out is passed over. */
function keepOffered(talk: Talk, dialogue: Mengisi, field: IsianFormulir): Talk {
  if (storedIn(talk, dialogue, field) !== undefined) return goOn(talk, dialogue, []);
  const nilai = offeredTo(talk, dialogue, field);
  if (nilai !== null) return save(talk, dialogue, field, nilai);
  return field.wajib ? again(talk, dialogue, []) : goOn(talk, dialogue, []);
}

const saveOffered = (
  talk: Talk,
  dialogue: Mengisi,
  field: IsianFormulir,
  nilai: NilaiFormulir | null,
): Talk => (nilai === null ? again(talk, dialogue, []) : save(talk, dialogue, field, nilai));

function offeredTo(talk: Talk, { waitId }: Mengisi, field: IsianFormulir): NilaiFormulir | null {
  const task = findTask(talk.world, waitId);
  return task === null ? null : bawaanOf(turnOf(talk.world, task.berkas), formulirOf(task), field);
}

function attach(talk: Talk, dialogue: Mengisi, field: IsianFormulir, file: FileMasuk): Talk {
  const before = storedIn(talk, dialogue, field);
  const buktiList = withFiles(before?.tipe === "berkas" ? before.buktiList : [], buktiOf(file));
  const saved = store(talk, dialogue, field, { tipe: "berkas", buktiList });
  return saved.refused
    ? saved.talk
    : again(saved.talk, dialogue, filesText(buktiOf(file), buktiList.length));
}

function save(talk: Talk, dialogue: Mengisi, field: IsianFormulir, nilai: NilaiFormulir): Talk {
  const saved = store(talk, dialogue, field, nilai);
  return saved.refused ? saved.talk : goOn(saved.talk, dialogue, []);
}

function store(
  talk: Talk,
  { waitId }: Mengisi,
  { kode }: IsianFormulir,
  nilai: NilaiFormulir,
): { readonly talk: Talk; readonly refused: boolean } {
  const task = findTask(talk.world, waitId);
  if (task === null) return { talk: decline(closeDialogue(talk), "tombol-lama"), refused: true };
  const event = { kind: "isi-formulir", waitId, oleh: talk.pegawai.id, kode, nilai } as const;
  const { talk: settled, refusal } = settle(talk, task.berkas, event);
  return refusal === null
    ? { talk: settled, refused: false }
    : { talk: declineAnswer(closeDialogue(settled), task, refusal), refused: true };
}

/** The next field, or the form itself once there is none. */
function goOn(talk: Talk, dialogue: Mengisi, kepala: Teks): Talk {
  const [, ...antrean] = dialogue.antrean;
  const next = { ...dialogue, antrean, calon: null };
  return antrean.length === 0 ? finish(talk, next) : again(talk, next, kepala);
}

function finish(talk: Talk, { waitId }: Mengisi): Talk {
  const closed = closeDialogue(talk);
  const task = findTask(closed.world, waitId);
  if (task === null) return decline(closed, "tombol-lama");
  return sayTask(closed, task, formulirText.tersimpan);
}

function again(talk: Talk, dialogue: Mengisi, kepala: Teks): Talk {
  const task = findTask(talk.world, dialogue.waitId);
  const field = current(talk, dialogue);
  if (task === null || task.wait.jawaban !== null || field === undefined) {
    return decline(closeDialogue(talk), "tombol-lama");
  }
  const all = fieldsOf(talk, dialogue.waitId);
  const question = fieldQuestion(
    turnOf(talk.world, task.berkas),
    { langkah: formulirOf(task), field },
    { ke: all.findIndex(({ kode }) => kode === field.kode) + 1, dari: all.length },
  );
  return ask(
    talk,
    { ...dialogue, tipe: field.tipe },
    { ...question, teks: paragraphs(kepala, question.teks) },
  );
}

const current = (talk: Talk, { waitId, antrean }: Mengisi): IsianFormulir | undefined =>
  fieldsOf(talk, waitId).find(({ kode }) => kode === antrean[0]);

function storedIn(
  talk: Talk,
  { waitId }: Mengisi,
  { kode }: IsianFormulir,
): NilaiFormulir | undefined {
  const task = findTask(talk.world, waitId);
  return task?.berkas.state.formulirByLangkah[task.wait.langkahNo]?.[kode];
}

function fieldsOf(talk: Talk, waitId: Wait["id"]): readonly IsianFormulir[] {
  const task = findTask(talk.world, waitId);
  return task === null ? [] : tahapOf(formulirOf(task), task.wait.tahap).isian;
}

function formulirOf({ berkas, wait }: Task): LangkahOf<"formulir"> {
  const langkah = langkahOf(berkas.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") throw new Error(`wait ${wait.id} is for no form`);
  return langkah;
}
