import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Entry } from "./entry.ts";

/** A file of JSON lines that only grows; the chats are what its lines add up to. */
export interface Journal {
  /** What was in it when it was opened. */
  readonly entryList: readonly Entry[];
  /** Resolves once the line is in the file; lines keep their order. */
  append(entry: Entry): Promise<void>;
}

/** Opens the journal of a folder, which is made if need be. */
export async function openJournal(dir: string): Promise<Journal> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, "percakapan.jsonl");
  const text = await readFile(path, "utf8").catch(emptyWhenMissing);
  // Whoever was killed while writing left half a line; the next one must not continue it.
  if (text !== "" && !text.endsWith("\n")) await appendFile(path, "\n");
  let last: Promise<void> = Promise.resolve();
  return {
    entryList: text.split("\n").flatMap(parseLine),
    append(entry) {
      const mine = last.then(() => appendFile(path, `${JSON.stringify(entry)}\n`));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

function parseLine(line: string): readonly Entry[] {
  if (line === "") return [];
  try {
    return [Entry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function emptyWhenMissing(cause: unknown): string {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
  throw cause;
}
