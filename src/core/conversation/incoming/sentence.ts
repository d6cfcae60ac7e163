import { isSapaan } from "../../kinerja/angka/baca.ts";
import type { PercakapanCode } from "../../pesan/penolakan.ts";

/** Longer than this is no sentence any more, and no message carries a dozen of them. */
export const KALIMAT_PALING_PANJANG = 500;

/** A sentence a person wrote, or why it cannot be taken as one. */
export type Sentence =
  | { readonly kind: "kalimat"; readonly teks: string }
  | {
      readonly kind: "ditolak";
      readonly code: PercakapanCode;
      readonly data: Readonly<Record<string, string>>;
    };

/** What fits one message together with its heading, on both services. */
export const SIARAN_PALING_PANJANG = 3000;

/** Reads a reason or a note: inner white space made one blank, neither a sign, mere courtesy nor an essay. */
export const readSentence = (text: string, batas = KALIMAT_PALING_PANJANG): Sentence =>
  read(text.trim().replace(/\s+/g, " "), batas);

/** Reads the text of a broadcast; its lines stay as they were written. */
export const readBroadcast = (text: string): Sentence => read(text.trim(), SIARAN_PALING_PANJANG);

function read(teks: string, batas: number): Sentence {
  if (!/\p{L}{2}/u.test(teks) || isSapaan(teks)) {
    return { kind: "ditolak", code: "kalimat-terlalu-pendek", data: {} };
  }
  if (teks.length > batas) {
    const data = { batas: String(batas), panjang: String(teks.length) };
    return { kind: "ditolak", code: "kalimat-terlalu-panjang", data };
  }
  return { kind: "kalimat", teks };
}
