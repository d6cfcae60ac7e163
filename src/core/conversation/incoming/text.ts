import { tugasText } from "../../../generated/teks.ts";
import { isSapaan } from "../../kinerja/angka/baca.ts";
import type { Dilipat, Pertanyaan, Pilihan } from "../../pesan/pesan.ts";
import { recognizeChoice, recognizeWhole, recognizeWords } from "../../pesan/recognize.ts";
import { titlesFor } from "../../pesan/ucap.ts";
import { sheetsOf } from "../command/isi.ts";
import { dialoguePromptId } from "../prompt.ts";
import { decline, readerOf, say, type Talk } from "../talk.ts";
import { text as answer, start } from "../tanya/drive.ts";
import type { Menerima } from "../tanya/field.ts";
import { readKoreksi, readPairs } from "../tanya/form/isian/bulk.ts";
import { correctSent } from "../tanya/form/isian/tarik.ts";
import { listening, refuse } from "../tanya/question.ts";
import { findTask, type Task } from "../tugas/find.ts";
import { openNow } from "../tugas/menu.ts";
import { taskPesan } from "../tugas/task.ts";
import { tugasOf } from "../tugas/tugas.ts";
import { readSlash, readWord, runPerintah } from "./perintah.ts";
import { answerPointed } from "./pointed.ts";
import { answerPrompt } from "./token.ts";

/**
 * Takes a typed text: a command, one of the choices of the message it answers or else of those shown
 * last, or an answer to the open question.
 */
export function onText(talk: Talk, text: string, menjawab?: Pertanyaan | Dilipat): Talk {
  const slash = readSlash(text);
  if (slash !== null) return runPerintah(talk, slash.nama, slash.argumen);
  const pointed = menjawab === undefined ? null : answerPointed(talk, text, menjawab);
  if (pointed !== null) return pointed;
  return onWords(talk, text, menjawab === undefined && isAskedElsewhere(talk));
}

/** `elsewhere`: the open question was not seen where this was typed. */
function onWords(talk: Talk, text: string, elsewhere: boolean): Talk {
  const { dialogue } = talk.session;
  const awaited = dialogue === null ? "pilihan" : listening(talk, dialogue);
  const meant = meantChoice(talk, text, awaited);
  if (meant !== null) {
    const asks = elsewhere && isOfQuestion(talk, meant);
    return asks ? askHere(talk) : answerPrompt(talk, meant.promptId, meant.id);
  }
  const word = readWord(text);
  // Where any word may be the answer, a word is no command.
  if (word !== null && (awaited !== "kalimat" || word.nama === "batal")) {
    return runPerintah(talk, word.nama, word.argumen);
  }
  if (dialogue === null) return unasked(talk, text);
  return elsewhere ? askHere(talk) : answer(talk, dialogue, text);
}

/**
 * Whether the open question stands in another chat of this person than the one they write in. Two answers
 * given on two services at one instant are to one question: the second must not become the answer to the next.
 */
const isAskedElsewhere = ({ session: { dialogue, ditanyaDi }, akunId }: Talk): boolean =>
  dialogue !== null && ditanyaDi !== undefined && akunId !== null && ditanyaDi !== akunId;

const isOfQuestion = ({ session: { dialogue, seq } }: Talk, { promptId }: Chosen): boolean =>
  dialogue !== null && promptId === dialoguePromptId(dialogue, seq);

const askHere = (talk: Talk): Talk =>
  talk.session.dialogue === null ? talk : refuse(talk, talk.session.dialogue, "ditanya-di-lain");

/** A choice of a message, as a text means it. */
interface Chosen {
  readonly promptId: string;
  readonly id: string;
}

/** The choice a text means, if any. */
function meantChoice(talk: Talk, text: string, awaited: Menerima): Chosen | null {
  const chosen = typedChoice(talk, text, awaited) ?? deskChoice(talk, text, awaited);
  const closed = chosen !== null && isClosed(talk, chosen.promptId);
  return closed ? (onlyMeaning(talk, text) ?? chosen) : chosen;
}

/** What was shown last may be answered by now, and the same word may be meant for what is open. */
const isClosed = ({ world }: Talk, promptId: string): boolean =>
  (findTask(world, promptId)?.wait.jawaban ?? null) !== null;

/** The choice a text means among those shown last. */
function typedChoice(
  { session: { prompt } }: Talk,
  text: string,
  awaited: Menerima,
): Chosen | null {
  if (prompt === null) return null;
  const { promptId, pilihan } = prompt;
  // "isi" is the choice of that name, and not the beginning of "Isi lewat Excel".
  const word = readWord(text);
  const named = word?.argumen === "" ? pilihan.find(({ id }) => id === word.nama) : undefined;
  const found = named ?? recognizers[awaited](text, pilihan);
  return found === null ? null : { promptId, id: found.id };
}

/** While a reason is asked for, "setuju" is no reason: it is the choice of the desk it is asked at. */
function deskChoice(talk: Talk, text: string, awaited: Menerima): Chosen | null {
  const hal = talk.session.dialogue?.hal ?? {};
  const task = "waitId" in hal ? findTask(talk.world, hal.waitId) : null;
  if (awaited !== "kalimat" || task === null || /\d/.test(text)) return null;
  const found = recognizeWhole(text, choicesAt(talk, task));
  return found === null ? null : { promptId: task.wait.id, id: found.id };
}

/** How a typed text is held against the choices: strictly where it may be an answer of its own. */
const recognizers: { readonly [M in Menerima]: typeof recognizeChoice } = {
  angka: recognizeWords,
  kalimat: recognizeWhole,
  pilihan: recognizeChoice,
  berkas: recognizeChoice,
};

const TERIMA_KASIH = /(?:^|\P{L})(?:terima\s*kasih|makasih|trims|tks|thx|thanks)(?!\p{L})/iu;

/** Nothing was asked: several figures at once, or a wish to correct one, begin the sheet; anything else
 * shows what is open. */
function unasked(talk: Talk, text: string): Talk {
  const { world, pegawai } = talk;
  const kosong = tugasText.bantuan;
  if (/\S/.test(text) && isSapaan(text)) {
    const open = openNow(world, pegawai, { kepala: tugasText.salam, kosong });
    // Thanks ask for nothing: where nothing waits either, a sign is answer enough.
    const enough = open.pilihan === undefined && TERIMA_KASIH.test(text);
    return say(talk, enough ? { ...open, reaksi: { tanda: "👍" } } : open);
  }
  const [sheet] = sheetsOf(world, pegawai);
  if (readPairs(text) !== null || readKoreksi(text) !== null) {
    if (sheet !== undefined) {
      const hal = { waitId: sheet.wait.id };
      return start(talk, { jenis: "isian", hal }, { teks: text });
    }
    const corrected = correctSent(talk);
    if (corrected !== null) return corrected;
  }
  const meant = onlyMeaning(talk, text);
  if (meant !== null) return answerPrompt(talk, meant.promptId, meant.id);
  return decline(talk, "tidak-dipahami", {}, openNow(world, pegawai, { kepala: [], kosong }));
}

/**
 * What a word like "setuju" can only mean when one task alone offers it, whatever was shown since.
 * Numbers are left out: they count the choices of a list, and it is not clear of which.
 */
function onlyMeaning(talk: Talk, text: string): Chosen | null {
  const { world, pegawai } = talk;
  const meanings = tugasOf(world, pegawai).flatMap((task) => {
    const found = recognizeWords(text, choicesAt(talk, task));
    return found === null ? [] : [{ promptId: task.wait.id, id: found.id }];
  });
  const [only, another] = meanings;
  return only !== undefined && another === undefined ? only : null;
}

/** What a task offers, as whoever writes reads it. */
const choicesAt = (talk: Talk, { berkas, wait }: Task): readonly Pilihan[] =>
  titlesFor(readerOf(talk), taskPesan(talk.world, berkas, wait).pilihan ?? []).flat();
