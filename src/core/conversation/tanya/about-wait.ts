import type { Hal } from "../session.ts";
import type { Talk } from "../talk.ts";
import { findTask, type Task } from "../tugas/find.ts";
import { type Opening, refusalToOpen } from "../tugas/refusal.ts";
import { type Form, over, overBy } from "./field.ts";

/** A form about a wait: over as soon as the engine would not take its answer from this person. */
export const aboutWait =
  <D extends { readonly hal: Hal["tutup"] }>(
    opening: Opening,
    form: (talk: Talk, task: Task, dialogue: D) => Form,
  ) =>
  (talk: Talk, dialogue: D): Form => {
    const task = findTask(talk.world, dialogue.hal.waitId);
    if (task === null) return over("tombol-lama");
    const refusal = refusalToOpen(talk, task, opening);
    return refusal === null ? form(talk, task, dialogue) : overBy(task, refusal);
  };
