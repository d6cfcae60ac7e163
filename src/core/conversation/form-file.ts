import { tahapOf } from "../engine/formulir/lengkap.ts";
import { langkahOf } from "../engine/holders.ts";
import type { Bukti, NilaiOf } from "../formulir/nilai.ts";
import type { Task } from "./find.ts";
import { filesText, withFiles } from "./formulir/files.ts";
import { declineAnswer } from "./refusal.ts";
import { settle, type Talk } from "./talk.ts";
import { sayTask } from "./task.ts";
import { tugasOf } from "./tugas.ts";

interface Field extends Task {
  readonly kode: string;
  readonly nilai: NilaiOf<"berkas"> | null;
}

/**
 * Takes a file for the only form on this person's desk that asks for one: a scan, a proof, a photo of
 * the minutes. Null where none or several do.
 */
export function formFile(talk: Talk, added: readonly Bukti[]): Talk | null {
  const [field, another] = fieldsOf(talk);
  if (field === undefined || another !== undefined) return null;
  const { berkas, wait, kode, nilai } = field;
  const buktiList = withFiles(nilai?.buktiList ?? [], added);
  const { talk: settled, refusal } = settle(talk, berkas, {
    kind: "isi-formulir",
    waitId: wait.id,
    oleh: talk.pegawai.id,
    kode,
    nilai: { tipe: "berkas", buktiList },
  });
  if (refusal !== null) return declineAnswer(settled, field, refusal);
  return sayTask(settled, field, filesText(added, buktiList.length));
}

const fieldsOf = ({ world, pegawai }: Talk): readonly Field[] =>
  tugasOf(world, pegawai).flatMap(({ berkas, wait }): readonly Field[] => {
    const langkah = langkahOf(berkas.sop, wait.langkahNo);
    if (langkah.jenis !== "formulir" || wait.macam !== "meja") return [];
    return tahapOf(langkah, wait.tahap)
      .isian.filter(({ tipe }) => tipe === "berkas")
      .map(({ kode }) => {
        const given = berkas.state.formulirByLangkah[langkah.no]?.[kode];
        return { berkas, wait, kode, nilai: given?.tipe === "berkas" ? given : null };
      });
  });
