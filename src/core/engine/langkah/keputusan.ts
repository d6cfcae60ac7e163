import { decisionSheet } from "../../pesan/berkas.ts";
import { answerDesk, enterDesk } from "../desk.ts";
import type { LangkahHandler } from "./handler.ts";

/** A decision with two exits: agreeing is one tap, returning one tap and one sentence. */
export const keputusan: LangkahHandler<"keputusan"> = {
  enter: (turn, langkah, arrival) => enterDesk(turn, langkah, arrival, decisionSheet),
  answer: answerDesk,
};
