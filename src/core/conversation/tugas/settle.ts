import type { BerkasEvent } from "../../engine/event.ts";
import { settle, type Talk } from "../talk.ts";
import type { BerkasTerbuka } from "../world.ts";
import type { Task } from "./find.ts";
import { declineAnswer } from "./refusal.ts";

/** An answer to a wait, whoever gives it. */
type AnswerTo<E> = E extends { readonly waitId: string } ? Omit<E, "waitId" | "oleh"> : never;

/** Lets the engine take an answer to a task, or says why not; `then` is told the berkas as it is now. */
export function settleTask(
  talk: Talk,
  task: Task,
  answer: AnswerTo<BerkasEvent>,
  then: (settled: Talk, berkas: BerkasTerbuka) => Talk,
): Talk {
  const event = { ...answer, waitId: task.wait.id, oleh: talk.pegawai.id };
  const { talk: settled, refusal } = settle(talk, task.berkas, event);
  return refusal === null
    ? then(settled, settled.world.berkasById.get(task.berkas.state.id) ?? task.berkas)
    : declineAnswer(settled, task, refusal);
}
