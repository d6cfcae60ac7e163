import { suntinganText } from "../../../../generated/teks.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill, lines, type Teks } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import type { Task } from "../../tugas/find.ts";
import { takeSuntingan } from "../../tugas/suntingan.ts";
import { aboutWait, batal, choiceField, offer, selesai, tolak } from "../declare.ts";

/** Whether a Word file that was made from another version, or by somebody else, is to be taken. */
export const suntingan = aboutWait<DialogueOf<"suntingan">>("lihat", (_, task, { hal }) => ({
  fields: [
    choiceField("pakai", () => ({
      teks: question(task, hal),
      pilihan: [[offer("pakai", suntinganText.pakai, selesai), batal]],
    })),
  ],
  berkas: () => tolak("bukan-pilihan"),
  finish: (closed) => takeSuntingan(closed, task, hal),
}));

/** Which version it was made from, and what was left open in it: whatever gives reason to ask. */
function question({ berkas }: Task, { asal, terbuka }: DialogueOf<"suntingan">["hal"]): Teks {
  const { draf, periode } = berkas.state;
  const kini = draf?.sebutan ?? "";
  return lines(
    terbuka === undefined ? [] : fill(suntinganText.terbuka, { isi: terbuka }),
    asal === null
      ? fill(suntinganText.tanyaAsing, {
          periode: sebutPeriode(periode),
        })
      : asal === kini
        ? suntinganText.tanyaTerbuka
        : fill(suntinganText.tanyaLama, { asal, kini }),
  );
}
