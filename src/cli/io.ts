import type { Log } from "../app/ports/log.ts";
import type { Config } from "../config.ts";
import type { Outcome } from "./outcome.ts";

/** The world outside the command line; the tests bring their own. */
export interface CliIo {
  /** Writes to stdout as it stands. */
  readonly out: (text: string) => void;
  /** Writes to stderr as it stands. */
  readonly err: (text: string) => void;
  /** Lines typed or piped in. */
  readonly lines: () => AsyncIterable<string>;
  /** Whether somebody sits there to be asked. */
  readonly terminal?: boolean;
  readonly now: () => number;
  /** Read when a command needs it, so that a wrong variable does not stop the others. */
  readonly config: () => Config;
  /** The folder with `sop/`, `kantor/` and `kalender/`. */
  readonly flows: string;
}

/** How a command registers what it came to. */
export interface Cli {
  readonly io: CliIo;
  /** Whether stdout is reserved for one JSON document. */
  readonly json: () => boolean;
  readonly settle: (work: Promise<Outcome> | Outcome) => Promise<void>;
}

/** Only what an operator at the terminal must see. */
export const cliLog = ({ err }: Pick<CliIo, "err">): Log => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (_, message) => err(`${message}\n`),
  error: (_, message) => err(`${message}\n`),
});
