import { deskAnswered } from "../pesan/berkas.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { type Refusal, refuse } from "./decision.ts";
import { holdersOf } from "./holders.ts";
import type { AnswerEvent, Arrival, Move } from "./langkah/handler.ts";
import type { Langkah } from "./langkah/schema.ts";
import type { Wait } from "./state.ts";
import type { Turn } from "./turn.ts";
import { closeWait, note, openWait, tell } from "./turn.ts";

/** Lays the berkas on one desk: a wait for whoever holds the langkah, and a message to each of them. */
export function enterDesk(
  turn: Turn,
  langkah: Langkah,
  arrival: Arrival,
  write: (turn: Turn, wait: Wait, arrival: Arrival) => Pesan,
): Move {
  const { turn: opened, wait } = openWait(turn, langkah, "meja", {
    jenis: "peran",
    peran: langkah.pelaksana.peran,
  });
  const told = holdersOf(wait, turn.context.kantor).reduce(
    (next, holder) => tell(next, holder.id, write(next, wait, arrival)),
    opened,
  );
  return { turn: told, tujuan: null };
}

/**
 * Takes the choice made at a desk: the exits are the langkah's own `hasil`. A return needs a reason,
 * which travels to the desk it goes back to.
 */
export function answerDesk(
  turn: Turn,
  langkah: Langkah,
  wait: Wait,
  event: AnswerEvent,
): Move | Refusal {
  if (event.kind !== "pilihan") return refuse("pilihan-tidak-dikenal");
  const tujuan = Object.entries(langkah.hasil).find(([hasil]) => hasil === event.pilihan)?.[1];
  if (tujuan === undefined) return refuse("pilihan-tidak-dikenal");
  const alasan = event.alasan?.trim() ?? "";
  if (event.pilihan === "kembalikan" && alasan === "") return refuse("alasan-wajib");
  const jawaban = {
    oleh: event.oleh,
    pilihan: event.pilihan,
    atMs: turn.context.nowMs,
    ...(alasan === "" ? {} : { alasan }),
  };
  const closed = closeWait(turn, wait, jawaban, deskAnswered(turn, langkah, jawaban));
  const noted = note(closed, "dijawab", event.oleh, {
    langkah: langkah.no,
    pilihan: event.pilihan,
    alasan: alasan === "" ? null : alasan,
    unit: event.unit ?? null,
    rangkapJabatan: isOwnDraft(turn, langkah, event.oleh),
  });
  return {
    turn: noted,
    tujuan,
    hasil: event.pilihan,
    arrival: {
      alasan: event.pilihan === "kembalikan" ? alasan : null,
      oleh: event.oleh,
      unit: event.unit ?? null,
    },
  };
}

/** Whether somebody decides on what they sent themselves: allowed in a small office, but flagged. */
function isOwnDraft(turn: Turn, langkah: Langkah, oleh: AnswerEvent["oleh"]): boolean {
  if (langkah.jenis !== "keputusan") return false;
  const submitted = turn.state.waitList.some(
    (wait) => wait.jawaban?.oleh === oleh && wait.langkahNo !== langkah.no && wait.macam !== "baca",
  );
  return submitted;
}
