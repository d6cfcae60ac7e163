import { tahapOf } from "../../../../engine/formulir/lengkap.ts";
import { langkahOf } from "../../../../engine/holders.ts";
import type { Bukti } from "../../../../formulir/nilai.ts";
import type { IsianFormulir } from "../../../../formulir/schema.ts";
import type { Talk } from "../../../talk.ts";
import type { Task } from "../../../tugas/find.ts";
import { sayTask } from "../../../tugas/task.ts";
import { filesAnswer } from "../../declare.ts";
import { saveField } from "./form.ts";

/** The fields of the form on this desk that ask for files. */
export function fileFields({ berkas, wait }: Task): readonly IsianFormulir[] {
  const langkah = langkahOf(berkas.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir" || wait.macam !== "meja") return [];
  return tahapOf(langkah, wait).isian.filter(({ tipe }) => tipe === "berkas");
}

/** Puts files into a field of a form that nobody is filling in just now, and shows its desk once more. */
export function attachFiles(talk: Talk, task: Task, kode: string, added: readonly Bukti[]): Talk {
  const saved = saveField(talk, task, { kode, nilai: filesAnswer(added) });
  return saved.over === null
    ? sayTask(saved.talk, task, saved.gema)
    : saved.over.finish(saved.talk, []);
}
