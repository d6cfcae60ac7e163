import type { Wait } from "../engine/state.ts";
import { taskMessage } from "../engine/task.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { turnOf } from "./talk.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** The message a task came with, written anew from today's figures. */
export const taskPesan = (world: World, berkas: BerkasTerbuka, wait: Wait): Pesan =>
  taskMessage(turnOf(world, berkas), wait);
