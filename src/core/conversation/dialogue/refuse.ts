import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import type { Teks } from "../../pesan/teks.ts";
import { markDeclined, type Talk } from "../talk.ts";

/** Refuses an answer to a dialogue: why it does not serve, and below it the open question once more. */
export const refuseBy =
  <D>(again: (talk: Talk, dialogue: D, kepala: Teks) => Talk) =>
  (talk: Talk, dialogue: D, code: PenolakanCode, data: Readonly<Record<string, Teks>> = {}): Talk =>
    again(markDeclined(talk, code), dialogue, penolakanText(code, data));
