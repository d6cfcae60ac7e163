import { kodeText, strangerText } from "../../generated/teks.ts";
import type { Ucapan } from "../pesan/teks.ts";

/** Why a code is not taken. */
export type SebabKode = keyof typeof kodeText;

/** Why somebody without an account is sent away. */
export type SebabAsing = "tanpa-kode" | SebabKode;

/** The one polite sentence for people without an account. It tells nothing about the office. */
export const strangerReply = (sebab: SebabAsing): Ucapan => ({
  teks: sebab === "tanpa-kode" ? strangerText[sebab] : kodeText[sebab],
});

/** The one sentence for a group: who reads along there is not known. */
export const groupReply = (): Ucapan => ({ teks: strangerText.grup });
