import type { Langkah } from "../sop/langkah.ts";
import { type Refusal, refuse } from "./decision.ts";
import type { Edaran, Tanggapan } from "./edaran.ts";
import { holdersOf, openWaits } from "./holders.ts";
import type { AnswerEvent, Move } from "./langkah/handler.ts";
import type { Wait } from "./state.ts";
import { taskOf } from "./task.ts";
import { closeWait, note, openWait, type Turn, tell } from "./turn.ts";

/** Passes something on; an answer nobody gave to the one before is for old news and given up. */
export function circulate(turn: Turn, { langkah, tanggapan, kepada }: Edaran): Turn {
  return kepada.reduce(
    (next, pegawaiId) => {
      const pemegang = { jenis: "pegawai", pegawaiId } as const;
      const { turn: opened, wait } = openWait(next, langkah, { macam: tanggapan, pemegang });
      const kabar = taskOf(opened, wait);
      return holdersOf(wait, opened.context.kantor).reduce(
        (told, { id }) => tell(told, id, kabar),
        opened,
      );
    },
    replaceUnanswered(turn, langkah, tanggapan),
  );
}

const replaceUnanswered = (turn: Turn, { no }: Langkah, tanggapan: Tanggapan): Turn =>
  openWaits(turn.state)
    .filter(({ macam, langkahNo }) => macam === tanggapan && langkahNo === no)
    .reduce(
      (next, wait) =>
        closeWait(
          next,
          wait,
          { oleh: "sistem", pilihan: "beralih", atMs: next.context.nowMs },
          { jenis: "digantikan" },
        ),
      turn,
    );

const pilihanByTanggapan: { readonly [T in Tanggapan]: readonly string[] } = {
  baca: ["baca"],
  hadir: ["hadir", "berhalangan"],
};

/** Takes what a reader or somebody invited answers. */
export function answerReceipt(
  turn: Turn,
  wait: Wait & { readonly macam: Tanggapan },
  event: AnswerEvent,
): Move | Refusal {
  const expected = pilihanByTanggapan[wait.macam];
  if (event.kind !== "pilihan" || !expected.includes(event.pilihan)) {
    return refuse("pilihan-tidak-dikenal");
  }
  const { oleh, pilihan } = event;
  const jawaban = { oleh, pilihan, atMs: turn.context.nowMs };
  const closed = closeWait(turn, wait, jawaban, { jenis: "ditanggapi" });
  const jenis = wait.macam === "baca" ? "dibaca" : "undangan-dijawab";
  return { turn: note(closed, jenis, oleh, { wait: wait.id, pilihan }), tujuan: null };
}

/** Whether a wait is for an answer that holds nothing up. */
export const isReceipt = (wait: Wait): wait is Wait & { readonly macam: Tanggapan } =>
  wait.macam === "baca" || wait.macam === "hadir";
