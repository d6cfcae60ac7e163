import { answerDesk, enterDesk } from "../desk.ts";
import { answerReceipt, isReceipt } from "../receipt.ts";
import type { LangkahHandler } from "./handler.ts";

/** The holder lets the draft go out, or returns it; whoever receives it may confirm having read it. */
export const sosialisasi: LangkahHandler<"sosialisasi"> = {
  enter: enterDesk,
  answer: (turn, langkah, wait, event) => {
    if (isReceipt(wait)) return answerReceipt(turn, wait, event);
    const move = answerDesk(turn, langkah, wait, event);
    if ("kind" in move || move.hasil !== "selesai") return move;
    const kepada = turn.context.kantor.pegawaiList
      .filter(
        ({ id, peran }) => id !== event.oleh && peran.some((one) => langkah.penerima.includes(one)),
      )
      .map(({ id }) => id);
    return { ...move, edaran: { langkah, tanggapan: "baca", kepada } };
  },
};
