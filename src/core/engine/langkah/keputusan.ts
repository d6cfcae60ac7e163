import { answerDesk, enterDesk } from "../desk.ts";
import type { LangkahHandler } from "./handler.ts";

/** A decision with two exits: agreeing is one tap, returning one tap and one sentence. */
export const keputusan: LangkahHandler<"keputusan"> = {
  enter: enterDesk,
  answer: answerDesk,
};
