import { cancelDialogue } from "../tanya/leave.ts";
import { type Command, semua } from "./handler.ts";

/** Leaves whatever is being done; nothing that was saved is lost. */
export const batal: Command = { untuk: semua, run: (talk) => cancelDialogue(talk) };
