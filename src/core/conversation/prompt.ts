import type { Pesan } from "../pesan/pesan.ts";
import type { Dialogue, Session } from "./session.ts";

/** Prompt of one question of a dialogue; `seq` grows with each, so an earlier button is stale. */
export const dialoguePromptId = (dialogue: Dialogue, seq: number): string =>
  `${dialogue.id}-${seq}`;

/** The session once a message with choices was shown; a message without any leaves it alone. */
export function withPrompt(session: Session, pesan: Pesan): Session {
  const pilihan = (pesan.pilihan ?? []).flat();
  return pilihan.length === 0
    ? session
    : { ...session, prompt: { promptId: pesan.promptId ?? "", pilihan } };
}

/**
 * The session of somebody a task or reminder is written to. An open dialogue keeps its own choices:
 * nothing that arrives meanwhile may change what a typed `1` means.
 */
export const promptFor = (session: Session, pesan: Pesan): Session =>
  session.dialogue === null ? withPrompt(session, pesan) : session;
