import { formulirText } from "../../../../generated/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { aboutWait, batal, choiceField, kata, offer, tolak } from "../declare.ts";
import { attachFiles, fileFields } from "./formulir/attach.ts";

/** Which field of a form some files are for. */
export const lampiran = aboutWait<DialogueOf<"lampiran">>("formulir", (_, task, dialogue) => ({
  fields: [
    choiceField("isian", () => ({
      teks: formulirText.untukApa,
      pilihan: [
        ...fileFields(task).map(({ kode, nama }) => [offer(kode, nama, kata(kode))]),
        [batal],
      ],
    })),
  ],
  berkas: () => tolak("bukan-pilihan"),
  finish: (closed) =>
    attachFiles(closed, task, dialogue.jawaban["isian"] ?? "", dialogue.hal.buktiList),
}));
