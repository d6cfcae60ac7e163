import type { Wait } from "../../engine/state.ts";
import { taskOf } from "../../engine/task.ts";
import { sayKabar } from "../../pesan/say.ts";
import { paragraphs, type Teks, type Ucapan } from "../../pesan/teks.ts";
import { say, type Talk, turnOf } from "../talk.ts";
import type { BerkasTerbuka, World } from "../world.ts";
import type { Task } from "./find.ts";

/** The message a task came with, written anew from today's figures. */
export function taskPesan(world: World, berkas: BerkasTerbuka, wait: Wait): Ucapan {
  const turn = turnOf(world, berkas);
  return sayKabar(turn, taskOf(turn, wait));
}

/** What was just done to a task, above the task as it stands now; its papers are in the chat already. */
export function sayTask(talk: Talk, { berkas, wait }: Task, kepala: Teks): Talk {
  const after = talk.world.berkasById.get(berkas.state.id) ?? berkas;
  const { lampiran: _, ...pesan } = taskPesan(talk.world, after, wait);
  return say(talk, { ...pesan, teks: paragraphs(kepala, pesan.teks) });
}
