import type { Pegawai } from "../../kantor/schema.ts";
import type { Talk } from "../talk.ts";

/** One command. Add a command: its text in `flows/teks`, one file like these, one line. */
export interface Command {
  /** Whether this person is offered the command; others are refused by it. */
  untuk(pegawai: Pegawai): boolean;
  run(talk: Talk, argumen: string): Talk;
}

/** For everybody with an account. */
export const semua = (): boolean => true;
