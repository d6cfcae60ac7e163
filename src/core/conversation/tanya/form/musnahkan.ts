import { arsipText } from "../../../../generated/teks.ts";
import { musnahEffects } from "../../../arsip/jadwal.ts";
import { fill, paragraphs } from "../../../pesan/teks.ts";
import { lewatText } from "../../arsip.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, emit, say, type Talk } from "../../talk.ts";
import { batal, choiceField, offer, over, selesai, sentenceField } from "../declare.ts";
import type { Form } from "../field.ts";

/**
 * Destroys what is past its time: by which letter, then once more what it is. Only the list that was seen; where
 * it has changed by then, it is looked at anew.
 */
export function musnahkan({ world }: Talk, { hal, jawaban }: DialogueOf<"musnahkan">): Form {
  const { arsip } = world;
  if (arsip?.sidik !== hal.sidik || arsip.list.length === 0) return over("arsip-berubah");
  const { list } = arsip;
  const dasar = jawaban["dasar"] ?? "";
  return {
    fields: [
      sentenceField("dasar", () => fill(arsipText.tanyaDasar, { jumlah: list.length })),
      choiceField("pratinjau", () => ({
        teks: paragraphs(fill(arsipText.pratinjau, { dasar }), lewatText(list), arsipText.tetap),
        pilihan: [[offer("ya", fill(arsipText.ya, { jumlah: list.length }), selesai), batal]],
      })),
    ],
    antrean: () => ["dasar"],
    akhir: () => "pratinjau",
    finish: (closed) =>
      dasar === ""
        ? decline(closed, "tombol-lama")
        : say(emit(closed, ...musnahEffects({ list, dasar, oleh: closed.pegawai.id })), {
            teks: fill(arsipText.dimusnahkan, { jumlah: list.length }),
          }),
  };
}
