import { groupText, type kodeText, strangerText } from "../pesan/akun.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { fill } from "../pesan/template.ts";

/** Why a code is not taken. */
export type SebabKode = keyof typeof kodeText;

/** Why somebody without an account is sent away. */
export type SebabAsing = "tanpa-kode" | SebabKode;

/** The one polite sentence for people without an account. It tells nothing about the office. */
export const strangerReply = (sebab: SebabAsing): Pesan => ({
  teks: fill(strangerText[sebab], {}),
});

/** The one sentence for a group: who reads along there is not known. */
export const groupReply = (): Pesan => ({ teks: fill(groupText, {}) });
