import { isianText } from "../../../generated/teks.ts";
import { isHolder, openWaits } from "../../engine/holders.ts";
import type { WaitId } from "../../engine/state.ts";
import { isCollecting } from "../../engine/tarik.ts";
import type { PenolakanCode } from "../../pesan/penolakan.ts";
import type { Teks } from "../../pesan/teks.ts";
import type { BagianUraian, Jawaban, Jejak } from "../jejak.ts";
import { dialoguePromptId } from "../prompt.ts";
import { type Dialogue, waitOf } from "../session.ts";
import { decline, drawId, type Talk } from "../talk.ts";
import { amend, fresh, owedIn } from "../tanya/drive.ts";
import { readPairs } from "../tanya/form/isian/bulk.ts";
import { uraianKode } from "../tanya/form/isian/sheet.ts";
import { takeBackChoice } from "../tanya/form/isian/summary.ts";
import { refuse } from "../tanya/question.ts";
import { findTask, type Task } from "../tugas/find.ts";
import { holderText } from "../tugas/position.ts";
import type { Masukan } from "../world.ts";
import { onText } from "./text.ts";

type Ralat = Extract<Masukan, { jenis: "ralat" }>;

/**
 * Takes an edit of an earlier message. An answer that may still be changed is read anew; so is a try
 * at the question that is still open. Whatever else a message led to is not undone by editing it.
 */
export function onRalat(talk: Talk, ralat: Ralat): Talk {
  const { teks, jejak } = ralat;
  if (teks === null) return talk;
  if (jejak !== null && isStillAsked(talk, jejak)) return onText(talk, teks);
  const first = jejak === null ? undefined : correctable(jejak, teks);
  if (first === undefined) return inform(talk, "ralat-tidak-dibaca");
  const task = openTask(talk, first.waitId);
  return task === null
    ? tooLate(talk, first, "ralat")
    : correct(talk, task, { ...ralat, ...first, teks });
}

/** A deleted message takes nothing back; whoever may think it does is told what stands. */
export function onHapus(talk: Talk, jejak: Jejak | null): Talk {
  const [first] = jejak?.jawaban ?? [];
  if (first === undefined) return talk;
  return openTask(talk, first.waitId) === null
    ? tooLate(talk, first, "hapus")
    : inform(talk, "hapus-tercatat", { cara: caraOf(first) });
}

/** An answer that a text can give, of which kode. */
interface Correctable extends Jawaban {
  readonly bagian: "angka" | BagianUraian | "formulir";
  readonly kode: string;
}

const isCorrectable = (one: Jawaban): one is Correctable =>
  one.kode !== null && one.bagian !== "bukti" && one.bagian !== "keputusan";

/** Several figures of one message are told apart only where the new text names them. */
function correctable({ jawaban }: Jejak, teks: string): Correctable | undefined {
  const [first, second] = jawaban.filter(isCorrectable);
  return second === undefined || readPairs(teks) !== null ? first : undefined;
}

function isStillAsked({ session }: Talk, { pertanyaan }: Jejak): boolean {
  const { dialogue, seq } = session;
  return dialogue !== null && pertanyaan === dialoguePromptId(dialogue, seq);
}

interface Amending extends Correctable, Pick<Ralat, "terakhir"> {
  readonly teks: string;
}

function correct(talk: Talk, task: Task, ralat: Amending): Talk {
  const { bagian, kode, teks, terakhir } = ralat;
  const { talk: drawn, dialogue } = dialogueAbout(talk, task, bagian);
  const open = talk.session.dialogue;
  const amended = amend(
    drawn,
    dialogue,
    {
      kode: bagian === "angka" || bagian === "formulir" ? kode : uraianKode(kode, bagian),
      teks,
      kabar: terakhir ? isianText.ralatTerakhir : [],
    },
    open?.id === dialogue.id ? null : open,
  );
  return typeof amended === "string" ? inform(talk, amended, { cara: caraOf(ralat) }) : amended;
}

/** The open dialogue if it is about this answer's task, else a fresh one; a form is only shown then. */
function dialogueAbout(
  talk: Talk,
  { wait }: Task,
  bagian: Correctable["bagian"],
): { readonly talk: Talk; readonly dialogue: Dialogue } {
  const { dialogue } = talk.session;
  const jenis = bagian === "formulir" ? "formulir" : "isian";
  if (dialogue?.jenis === jenis && waitOf(dialogue) === wait.id) return { talk, dialogue };
  const { talk: drawn, id } = drawId(talk);
  const blank = fresh({ jenis, hal: { waitId: wait.id } }, id);
  const antrean = jenis === "isian" ? owedIn(drawn, blank) : [];
  return { talk: drawn, dialogue: { ...blank, antrean } };
}

/** The wait an answer was given to; once that is closed, the one that asks this person for it anew. */
function openTask({ world, pegawai }: Talk, waitId: WaitId): Task | null {
  const task = findTask(world, waitId);
  if (task === null || task.berkas.state.status !== "berjalan") return null;
  const wait = openWaits(task.berkas.state).find(
    (one) =>
      isHolder(one, pegawai) &&
      one.langkahNo === task.wait.langkahNo &&
      one.macam === task.wait.macam &&
      one.tahap === task.wait.tahap,
  );
  return wait === undefined ? null : { berkas: task.berkas, wait };
}

function tooLate(talk: Talk, { waitId }: Jawaban, what: "ralat" | "hapus"): Talk {
  const task = findTask(talk.world, waitId);
  if (task === null || task.berkas.state.status !== "berjalan") {
    return inform(talk, `${what}-ditutup`);
  }
  // While the others are waited for, whoever sent can take it back without asking anybody.
  if (task.wait.macam === "unit" && isCollecting(task.berkas.state, task.wait)) {
    const offer = { teks: [], promptId: waitId, ...takeBackChoice };
    return talk.session.dialogue === null
      ? decline(talk, `${what}-dikirim`, {}, offer)
      : inform(talk, `${what}-dikirim`);
  }
  const pemegang = holderText(talk.world.kantor, task.berkas);
  return inform(talk, `${what}-terkirim`, { pemegang });
}

const caraOf = ({ bagian, kode }: Jawaban): string =>
  kode === null || bagian === "formulir" ? "/tugas" : `/isi ${kode}`;

/** Says something beside the open question, which is asked once more below it. */
function inform(talk: Talk, code: PenolakanCode, data: Readonly<Record<string, Teks>> = {}): Talk {
  const { dialogue } = talk.session;
  return dialogue === null ? decline(talk, code, data) : refuse(talk, dialogue, code, data);
}
