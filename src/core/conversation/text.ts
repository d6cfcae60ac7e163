import type { Pertanyaan } from "../pesan/pesan.ts";
import { recognizeChoice, recognizeWhole, recognizeWords } from "../pesan/recognize.ts";
import { fill } from "../pesan/template.ts";
import { tugasText } from "../pesan/tugas.ts";
import { sheetsOf } from "./command/isi.ts";
import { dialogues, textTo } from "./dialogue/index.ts";
import { findTask } from "./find.ts";
import { isNumeric } from "./formulir/question.ts";
import { readPairs } from "./isian/bulk.ts";
import { openNow } from "./menu.ts";
import { readSlash, readWord, runPerintah } from "./perintah.ts";
import { answerPointed } from "./pointed.ts";
import type { Dialogue, Session } from "./session.ts";
import { decline, type Talk } from "./talk.ts";
import { taskPesan } from "./task.ts";
import { answerPrompt } from "./token.ts";
import { tugasOf } from "./tugas.ts";

/**
 * Takes a typed text: a command, one of the choices of the message it answers or else of those shown
 * last, or an answer to the open question.
 */
export function onText(talk: Talk, text: string, menjawab: Pertanyaan | null): Talk {
  const slash = readSlash(text);
  if (slash !== null) return runPerintah(talk, slash.nama, slash.argumen);
  const pointed = menjawab === null ? null : answerPointed(talk, text, menjawab);
  if (pointed !== null) return pointed;
  const chosen = typedChoice(talk.session, text);
  if (chosen !== null) {
    const meant = isClosed(talk, chosen.promptId) ? (onlyMeaning(talk, text) ?? chosen) : chosen;
    return answerPrompt(talk, meant.promptId, meant.id);
  }
  const { dialogue } = talk.session;
  const word = readWord(text);
  if (word !== null && (dialogue === null || word.nama === "batal" || !asksForText(dialogue))) {
    return runPerintah(talk, word.nama, word.argumen);
  }
  return dialogue === null ? unasked(talk, text) : textTo(talk, dialogue, text);
}

/** What was shown last may be answered by now, and the same word may be meant for what is open. */
const isClosed = ({ world }: Talk, promptId: string): boolean =>
  (findTask(world, promptId)?.wait.jawaban ?? null) !== null;

/** The choice a text means among those shown last. */
function typedChoice(
  { prompt, dialogue }: Session,
  text: string,
): { readonly promptId: string; readonly id: string } | null {
  if (prompt === null) return null;
  const { promptId, pilihan } = prompt;
  // "isi" is the choice of that name, and not the beginning of "Isi lewat Excel".
  const word = readWord(text);
  const named = word?.argumen === "" ? pilihan.find(({ id }) => id === word.nama) : undefined;
  const found = named ?? recognizerOf(dialogue)(text, pilihan);
  return found === null ? null : { promptId, id: found.id };
}

/** How a typed text is held against the choices: strictly where it may be an answer of its own. */
function recognizerOf(dialogue: Dialogue | null): typeof recognizeChoice {
  if (asksForFigure(dialogue)) return recognizeWords;
  return dialogue !== null && asksForText(dialogue) ? recognizeWhole : recognizeChoice;
}

function asksForFigure(dialogue: Dialogue | null): boolean {
  if (dialogue?.jenis === "isian") return dialogue.tahap.tahap === "angka";
  return dialogue?.jenis === "formulir" && dialogue.calon === null && isNumeric(dialogue);
}

/** Where any word may be the answer, a word is no command. */
function asksForText(dialogue: Dialogue): boolean {
  switch (dialogue.jenis) {
    case "alasan":
    case "tutup":
    case "hentikan":
      return true;
    case "siaran":
      return dialogue.teks === null;
    case "isian":
      return dialogue.tahap.tahap === "penghambat";
    case "formulir":
      return dialogue.calon === null && ["teks", "daftar"].includes(dialogue.tipe);
    case "unit":
    case "suntingan":
    case "tabel":
    case "mulai":
      return false;
  }
}

/** Nothing was asked: several figures at once begin the sheet, anything else shows what is open. */
function unasked(talk: Talk, text: string): Talk {
  const { world, pegawai } = talk;
  const [sheet] = sheetsOf(world, pegawai);
  if (sheet !== undefined && readPairs(text) !== null) {
    return dialogues.isian.start(talk, { waitId: sheet.wait.id, kode: null, teks: text });
  }
  const meant = onlyMeaning(talk, text);
  if (meant !== null) return answerPrompt(talk, meant.promptId, meant.id);
  const kosong = fill(tugasText.bantuan, {});
  return decline(talk, "tidak-dipahami", {}, openNow(world, pegawai, { kepala: [], kosong }));
}

/**
 * What a word like "setuju" can only mean when one task alone offers it, whatever was shown since.
 * Numbers are left out: they count the choices of a list, and it is not clear of which.
 */
function onlyMeaning(
  { world, pegawai }: Talk,
  text: string,
): { readonly promptId: string; readonly id: string } | null {
  const meanings = tugasOf(world, pegawai).flatMap(({ berkas, wait }) => {
    const pilihan = (taskPesan(world, berkas, wait).pilihan ?? []).flat();
    const found = recognizeWords(text, pilihan);
    return found === null ? [] : [{ promptId: wait.id, id: found.id }];
  });
  const [only, another] = meanings;
  return only !== undefined && another === undefined ? only : null;
}
