import type { Wait } from "../engine/state.ts";
import { taskOf } from "../engine/task.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { sayKabar } from "../pesan/say.ts";
import { turnOf } from "./talk.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** The message a task came with, written anew from today's figures. */
export function taskPesan(world: World, berkas: BerkasTerbuka, wait: Wait): Pesan {
  const turn = turnOf(world, berkas);
  return sayKabar(turn, taskOf(turn, wait));
}
