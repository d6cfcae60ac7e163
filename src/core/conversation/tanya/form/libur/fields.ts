import { liburText } from "../../../../../generated/teks.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import type { Teks } from "../../../../pesan/teks.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import { tinjau } from "../../../libur.ts";
import type { Talk } from "../../../talk.ts";
import { batal, choiceField, offer, selesai, sentenceField } from "../../declare.ts";
import type { Field } from "../../field.ts";

/** What the log and a message can carry. */
const NAMA_TERPANJANG = 120;
const DASAR_TERPANJANG = 200;

/** What a day is called. */
export const namaField = (teks: () => Teks): Field =>
  sentenceField("nama", teks, (said) => readSentence(said, NAMA_TERPANJANG));

/** The decree, or the reason. */
export const dasarField = (teks: () => Teks): Field =>
  sentenceField("dasar", teks, (said) => readSentence(said, DASAR_TERPANJANG));

/** Shows what a change comes to, once all of it was answered, and asks for it. */
export const pratinjauField = <P extends Perubahan>(
  talk: Talk,
  perubahan: P | null,
  teks: (decided: ReturnType<typeof tinjau>, perubahan: P) => Teks,
): readonly Field[] =>
  perubahan === null
    ? []
    : [
        choiceField("pratinjau", () => ({
          teks: teks(tinjau(talk, perubahan), perubahan),
          pilihan: [[offer("ya", liburText.ya, selesai), batal]],
        })),
      ];
