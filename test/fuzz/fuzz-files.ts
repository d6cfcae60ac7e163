import { fork } from "node:child_process";
import { join } from "node:path";

/** What reading took. */
export interface FilesRead {
  readonly files: number;
  readonly slowestMs: number;
  /** Of the whole process, with what made the sound files. */
  readonly peakMb: number;
}

/** A file that unfolds without bound meets this one first. */
const HEAP_MB = 256;

/** Reads so many changed files in a process of its own, whose memory is bounded; throws where it ends badly. */
export function fuzzFiles(seed: number, count: number): Promise<FilesRead> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "files-child.ts"), [`${seed}`, `${count}`], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`, "--import", import.meta.resolve("tsx")],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let errors = "";
    let read: FilesRead | null = null;
    child.stderr?.on("data", (chunk) => (errors += chunk));
    child.on("message", (told: FilesRead) => {
      read = told;
    });
    child.on("exit", (code, signal) => {
      if (code === 0 && read !== null) resolve(read);
      else reject(new Error(`it ended with ${code ?? signal}\n${errors}`));
    });
  });
}
