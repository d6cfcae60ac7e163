import { umumText } from "../../../generated/teks.ts";
import type { Teks } from "../../pesan/teks.ts";
import { closeDialogue, say, type Talk } from "../talk.ts";

/** Leaves the open dialogue because the person asked to; what was saved stays. */
export function cancelDialogue(talk: Talk): Talk {
  const { dialogue } = talk.session;
  if (dialogue === null) return say(talk, { teks: umumText.tidakAdaDialog });
  return say(closeDialogue(talk), {
    teks:
      dialogue.jenis === "isian"
        ? umumText.isianDitinggalkan
        : dialogue.jenis === "formulir"
          ? umumText.formulirDitinggalkan
          : umumText.dibatalkan,
  });
}

/** What a person reads when a command took them out of a dialogue. */
export const leftText = (talk: Talk): Teks =>
  talk.session.dialogue?.jenis === "isian" ? umumText.isianDitinggalkan : umumText.ditinggalkan;
