import { tahapOf } from "../../engine/formulir/lengkap.ts";
import { langkahOf } from "../../engine/holders.ts";
import type { Bukti } from "../../formulir/nilai.ts";
import type { Talk } from "../talk.ts";
import { filesAnswer } from "../tanya/declare.ts";
import { saveField } from "../tanya/form/formulir/form.ts";
import type { Task } from "../tugas/find.ts";
import { sayTask } from "../tugas/task.ts";
import { tugasOf } from "../tugas/tugas.ts";

interface Field extends Task {
  readonly kode: string;
}

/**
 * Takes a file for the only form on this person's desk that asks for one: a scan, a proof, a photo of
 * the minutes. Null where none or several do.
 */
export function formFile(talk: Talk, added: readonly Bukti[]): Talk | null {
  const [field, another] = fieldsOf(talk);
  if (field === undefined || another !== undefined) return null;
  const saved = saveField(talk, field, { kode: field.kode, nilai: filesAnswer(added) });
  return saved.over === null
    ? sayTask(saved.talk, field, saved.gema)
    : saved.over.finish(saved.talk, []);
}

const fieldsOf = ({ world, pegawai }: Talk): readonly Field[] =>
  tugasOf(world, pegawai).flatMap(({ berkas, wait }): readonly Field[] => {
    const langkah = langkahOf(berkas.sop, wait.langkahNo);
    if (langkah.jenis !== "formulir" || wait.macam !== "meja") return [];
    return tahapOf(langkah, wait.tahap)
      .isian.filter(({ tipe }) => tipe === "berkas")
      .map(({ kode }) => ({ berkas, wait, kode }));
  });
