import { isianText } from "../../generated/teks.ts";
import { isHolder, openWaits } from "../engine/holders.ts";
import type { WaitId } from "../engine/state.ts";
import { isCollecting } from "../engine/tarik.ts";
import type { PenolakanCode } from "../pesan/penolakan.ts";
import type { Teks } from "../pesan/teks.ts";
import { lines } from "../pesan/teks.ts";
import { againTo, refuseTo } from "./dialogue/index.ts";
import { findTask, type Task } from "./find.ts";
import { amendField, askAmendedField, fieldOf } from "./formulir/amend.ts";
import { type Amended, amendSheet, askAmended, goOnAmended } from "./isian/amend.ts";
import { readPairs } from "./isian/bulk.ts";
import { sheetOf } from "./isian/sheet.ts";
import { takeBackChoice } from "./isian/summary.ts";
import type { Jawaban, Jejak } from "./jejak.ts";
import { holderText } from "./position.ts";
import { dialoguePromptId } from "./prompt.ts";
import { decline, type Talk } from "./talk.ts";
import { sayTask } from "./task.ts";
import { onText } from "./text.ts";
import type { Masukan } from "./world.ts";

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
    : amend(talk, task, { ...ralat, ...first, teks });
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
  readonly bagian: "angka" | "keterangan" | "formulir";
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

function amend(talk: Talk, task: Task, ralat: Amending): Talk {
  const { bagian, kode, teks } = ralat;
  const sheet = sheetOf(talk.world, task.wait.id);
  if (bagian !== "formulir" && sheet !== null) {
    const amendment = { bagian, kode, teks };
    const amended = amendSheet(talk, sheet, amendment);
    if (amended === null && isElsewhere(talk, task)) return unclear(talk, ralat);
    if (amended === null) return askAmended(talk, sheet, amendment);
    return resume(withNotice(amended, ralat), task, (one) => goOnAmended(one, sheet, kode));
  }
  const field = fieldOf(task, kode);
  if (field === null) return inform(talk, "ralat-tidak-dibaca");
  const amended = amendField(talk, task, field, teks);
  if (amended === null && isElsewhere(talk, task)) return unclear(talk, ralat);
  if (amended === null) return askAmendedField(talk, task, field, teks);
  return resume(withNotice(amended, ralat), task, (one) => {
    const { dialogue } = one.talk.session;
    return dialogue === null
      ? sayTask(one.talk, task, one.echo)
      : againTo(one.talk, dialogue, one.echo);
  });
}

/** Somebody in the middle of something else stays there. */
function resume(amended: Amended, task: Task, goOn: (amended: Amended) => Talk): Talk {
  const { dialogue } = amended.talk.session;
  return dialogue !== null && isElsewhere(amended.talk, task)
    ? againTo(amended.talk, dialogue, amended.echo)
    : goOn(amended);
}

/** Whether the open dialogue is about anything but this task. */
function isElsewhere({ session: { dialogue } }: Talk, { wait }: Task): boolean {
  const filling = dialogue?.jenis === "isian" || dialogue?.jenis === "formulir";
  return dialogue !== null && !(filling && dialogue.waitId === wait.id);
}

const withNotice = ({ talk, echo }: Amended, { terakhir }: Amending): Amended => ({
  talk,
  echo: terakhir ? lines(echo, isianText.ralatTerakhir) : echo,
});

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

const unclear = (talk: Talk, one: Jawaban): Talk =>
  inform(talk, "ralat-belum-jelas", { cara: caraOf(one) });

const caraOf = ({ bagian, kode }: Jawaban): string =>
  kode === null || bagian === "formulir" ? "/tugas" : `/isi ${kode}`;

/** Says something beside the open question, which is asked once more below it. */
function inform(talk: Talk, code: PenolakanCode, data: Readonly<Record<string, Teks>> = {}): Talk {
  const { dialogue } = talk.session;
  return dialogue === null ? decline(talk, code, data) : refuseTo(talk, dialogue, code, data);
}
