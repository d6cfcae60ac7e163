import { start } from "../tanya/drive.ts";
import { type Command, semua } from "./handler.ts";

/** Puts the reminders of what one owes off to an hour of today, or to tomorrow. */
export const tunda: Command = {
  untuk: semua,
  run: (talk) => start(talk, { jenis: "tunda", hal: {} }),
};
