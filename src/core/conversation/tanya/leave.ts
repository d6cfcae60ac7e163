import type { RichText } from "../../pesan/pesan.ts";
import { fill } from "../../pesan/template.ts";
import { umumText } from "../../pesan/umum.ts";
import { closeDialogue, say, type Talk } from "../talk.ts";

/** Leaves the open dialogue because the person asked to; what was saved stays. */
export function cancelDialogue(talk: Talk): Talk {
  const { dialogue } = talk.session;
  if (dialogue === null) return say(talk, { teks: fill(umumText.tidakAdaDialog, {}) });
  return say(closeDialogue(talk), {
    teks:
      dialogue.jenis === "isian"
        ? fill(umumText.isianDitinggalkan, {})
        : dialogue.jenis === "formulir"
          ? fill(umumText.formulirDitinggalkan, {})
          : fill(umumText.dibatalkan, {}),
  });
}

/** What a person reads when a command took them out of a dialogue. */
export const leftText = (talk: Talk): RichText =>
  talk.session.dialogue?.jenis === "isian"
    ? fill(umumText.isianDitinggalkan, {})
    : fill(umumText.ditinggalkan, {});
