import { type PenolakanCode, penolakanText } from "../../pesan/penolakan.ts";
import type { RichText } from "../../pesan/pesan.ts";
import { markDeclined, type Talk } from "../talk.ts";

/** Refuses an answer to a dialogue: why it does not serve, and below it the open question once more. */
export const refuseBy =
  <D>(again: (talk: Talk, dialogue: D, kepala: RichText) => Talk) =>
  (
    talk: Talk,
    dialogue: D,
    code: PenolakanCode,
    data: Readonly<Record<string, string>> = {},
  ): Talk =>
    again(markDeclined(talk, code), dialogue, penolakanText(code, data));
