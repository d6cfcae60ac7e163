import type { BerkasEvent } from "../engine/event.ts";
import type { BerkasState, WaitId } from "../engine/state.ts";
import { sameIsian } from "../kinerja/indikator.ts";
import { dialoguePromptId } from "./prompt.ts";
import type { Session } from "./session.ts";
import { isAnswered } from "./tanya/form/isian/answered.ts";

/** One thing a message set in a berkas. */
export interface Jawaban {
  readonly bagian: "angka" | "keterangan" | "bukti" | "formulir" | "keputusan";
  readonly waitId: WaitId;
  readonly kode: string | null;
}

/** What a message of a person led to, so that an edit or a deletion of it can be answered. */
export interface Jejak {
  readonly jawaban: readonly Jawaban[];
  /** Where it set nothing: the question it tried to answer, as it stood open afterwards. */
  readonly pertanyaan: string | null;
}

/** What an accepted event set; null where it belongs to no wait. */
export function jawabanOf(before: BerkasState, event: BerkasEvent): Jawaban | null {
  switch (event.kind) {
    case "isian": {
      const { waitId, kode } = event;
      return { bagian: isNote(before, event) ? "keterangan" : "angka", waitId, kode };
    }
    case "bukti":
      return { bagian: "bukti", waitId: event.waitId, kode: event.kode };
    case "isi-formulir":
      return { bagian: "formulir", waitId: event.waitId, kode: event.kode };
    case "pilihan":
    case "unggah-naskah":
    case "kirim":
    case "tutup":
    case "cabut-bukti":
      return { bagian: "keputusan", waitId: event.waitId, kode: null };
    case "batal":
    case "kantor":
    case "tarik":
      return null;
  }
}

/** The prompt of the question that was open before and is so still; null where there was none. */
export const openQuestion = (before: Session, { dialogue, seq }: Session): string | null =>
  dialogue !== null && before.dialogue?.id === dialogue.id ? dialoguePromptId(dialogue, seq) : null;

/** A sentence is saved beside the figure it explains, which stays as it was. */
function isNote(
  before: BerkasState,
  { kode, isian, keterangan }: Extract<BerkasEvent, { kind: "isian" }>,
): boolean {
  const recorded = before.isianByKode[kode];
  return typeof keterangan === "string" && isAnswered(recorded) && sameIsian(recorded.isian, isian);
}
