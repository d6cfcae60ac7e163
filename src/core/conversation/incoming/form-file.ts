import type { Bukti } from "../../formulir/nilai.ts";
import type { Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { attachFiles, fileFields } from "../tanya/form/formulir/attach.ts";
import { tugasOf } from "../tugas/tugas.ts";

/**
 * Takes files for the only form on this person's desk that asks for some: a scan, a proof, a photo of
 * the minutes. Which of several it is for is asked. Null where no form asks, or more than one.
 */
export function formFile(talk: Talk, added: readonly Bukti[]): Talk | null {
  const [task, another] = tugasOf(talk.world, talk.pegawai).filter(
    (one) => fileFields(one).length > 0,
  );
  if (task === undefined || another !== undefined) return null;
  const [field, second] = fileFields(task);
  if (field === undefined) return null;
  return second === undefined
    ? attachFiles(talk, task, field.kode, added)
    : start(talk, { jenis: "lampiran", hal: { waitId: task.wait.id, buktiList: [...added] } });
}
