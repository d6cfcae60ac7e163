import { writeSync } from "node:fs";

/** A place for log lines that may refuse them; whoever logs never learns of it. */
export interface LogStream {
  write(line: string): void;
  /** How many lines it has not taken since the start. */
  readonly lost: number;
}

/** A reader that is slow gets this long; then the line is lost rather than the office held up. */
const WAIT_MS = 5;
const WAITS_MAX = 200;

/**
 * Writes lines through `put`, which answers how many bytes it took and may throw: a full disk or a
 * reader that is gone ends no process. What was lost is counted, and said once lines go through again.
 */
export function createLogStream(put: (bytes: Uint8Array) => number): LogStream {
  let lost = 0;
  let unsaid = 0;
  /** A line of which only a part went through; the next must not continue it. */
  let torn = false;

  const attempt = (text: string): boolean => {
    const bytes = Buffer.from(torn ? `\n${text}` : text);
    let done = 0;
    for (let waits = 0; done < bytes.length && waits < WAITS_MAX; ) {
      try {
        done += put(bytes.subarray(done));
      } catch (cause) {
        if (!isBusy(cause)) break;
        waits += 1;
        Atomics.wait(pause, 0, 0, WAIT_MS);
      }
    }
    torn = done < bytes.length && (torn || done > 0);
    return done === bytes.length;
  };

  return {
    get lost() {
      return lost;
    },
    write(line) {
      if (unsaid > 0 && attempt(noteOf(unsaid))) unsaid = 0;
      if (attempt(line)) return;
      lost += 1;
      unsaid += 1;
    },
  };
}

const pause = new Int32Array(new SharedArrayBuffer(4));

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "EAGAIN";

const noteOf = (lost: number): string =>
  `${JSON.stringify({
    level: "warn",
    time: new Date().toISOString(),
    lost,
    msg: "log lines were lost: there was no room for them, or nobody read them",
  })}\n`;

/** The process's own output. */
export const standardOutput = createLogStream((bytes) => writeSync(1, bytes));
