import { tugasText } from "../../../generated/teks.ts";
import { fill, lines } from "../../pesan/teks.ts";
import { decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { findTask } from "../tugas/find.ts";
import { tugasMenu } from "../tugas/menu.ts";
import { declineAnswer, refusalToOpen } from "../tugas/refusal.ts";
import { taskPesan } from "../tugas/task.ts";
import { tugasOf } from "../tugas/tugas.ts";
import { type Command, semua } from "./handler.ts";

/** Own open tasks; with the id of one, that task itself. A single task needs no list. */
export const tugas: Command = {
  untuk: semua,
  run: (talk, argumen) => (argumen === "" ? list(talk) : show(talk, argumen)),
};

function list(talk: Talk): Talk {
  const tugasList = tugasOf(talk.world, talk.pegawai);
  const [only, second] = tugasList;
  if (only === undefined) {
    const teks = lines(tugasText.kosong, tugasText.kosongLanjut);
    return say(talk, { teks });
  }
  if (second === undefined) return say(talk, taskPesan(talk.world, only.berkas, only.wait));
  const kepala = fill(tugasText.kepala, { jumlah: tugasList.length });
  return say(talk, tugasMenu(talk.world, talk.pegawai, kepala));
}

function show(talk: Talk, argumen: string): Talk {
  const task = findTask(talk.world, argumen) ?? nthTask(talk, argumen);
  if (task === null) return decline(talk, "tombol-lama");
  const refusal = refusalToOpen(talk, task, "lihat");
  if (refusal !== null) return declineAnswer(talk, task, refusal);
  return task.wait.macam === "unit"
    ? start(talk, { jenis: "isian", hal: { waitId: task.wait.id } })
    : say(talk, taskPesan(talk.world, task.berkas, task.wait));
}

/** "/tugas 2" as a person types it: the second of the list. */
function nthTask(talk: Talk, argumen: string): ReturnType<typeof findTask> {
  if (!/^\d{1,2}$/.test(argumen)) return null;
  return tugasOf(talk.world, talk.pegawai)[Number(argumen) - 1] ?? null;
}
