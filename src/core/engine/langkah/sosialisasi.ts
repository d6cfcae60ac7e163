import { circular, draftToCorrect } from "../../pesan/berkas.ts";
import { receiptGiven, receiptReplaced } from "../../pesan/hasil.ts";
import { refuse } from "../decision.ts";
import { answerDesk, enterDesk } from "../desk.ts";
import { openWaits } from "../holders.ts";
import type { Wait } from "../state.ts";
import type { Turn } from "../turn.ts";
import { closeWait, note, openWait, tell } from "../turn.ts";
import type { AnswerEvent, LangkahHandler } from "./handler.ts";
import type { LangkahOf } from "./schema.ts";

/** The holder lets the draft go out, or returns it; whoever receives it may confirm having read it. */
export const sosialisasi: LangkahHandler<"sosialisasi"> = {
  enter: (turn, langkah, arrival) => enterDesk(turn, langkah, arrival, draftToCorrect),
  answer: (turn, langkah, wait, event) => {
    if (wait.macam === "baca") return answerReceipt(turn, wait, event);
    const move = answerDesk(turn, langkah, wait, event);
    if ("kind" in move || move.hasil !== "selesai") return move;
    return { ...move, turn: distribute(replaceUnread(move.turn, langkah), langkah, event) };
  },
};

/** A receipt nobody gave is for a draft that is old news now. */
const replaceUnread = (turn: Turn, langkah: LangkahOf<"sosialisasi">): Turn =>
  openWaits(turn.state)
    .filter(({ macam, langkahNo }) => macam === "baca" && langkahNo === langkah.no)
    .reduce(
      (next, wait) =>
        closeWait(
          next,
          wait,
          { oleh: "sistem", pilihan: "beralih", atMs: next.context.nowMs },
          receiptReplaced(),
        ),
      turn,
    );

function distribute(turn: Turn, langkah: LangkahOf<"sosialisasi">, { oleh }: AnswerEvent): Turn {
  const readers = turn.context.kantor.pegawaiList.filter(
    ({ id, peran }) => id !== oleh && peran.some((one) => langkah.penerima.includes(one)),
  );
  return readers.reduce((next, reader) => {
    const { turn: opened, wait } = openWait(next, langkah, "baca", {
      jenis: "pegawai",
      pegawaiId: reader.id,
    });
    return tell(opened, reader.id, circular(opened, wait));
  }, turn);
}

function answerReceipt(turn: Turn, wait: Wait, event: AnswerEvent): ReturnType<typeof answerDesk> {
  if (event.kind !== "pilihan" || event.pilihan !== "baca") return refuse("pilihan-tidak-dikenal");
  const jawaban = { oleh: event.oleh, pilihan: "baca", atMs: turn.context.nowMs };
  const closed = closeWait(turn, wait, jawaban, receiptGiven(turn, jawaban));
  return { turn: note(closed, "dibaca", event.oleh, { wait: wait.id }), tujuan: null };
}
