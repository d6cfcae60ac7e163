import type { CliIo } from "../io.ts";

/** Asks one line at a time; null once nobody answers any more. */
export interface Prompt {
  readonly say: (text: string) => void;
  readonly ask: (question: string) => Promise<string | null>;
}

/** A prompt over typed or piped lines; `/keluar` leaves the play wherever it is. */
export function createPrompt({ out, lines }: Pick<CliIo, "out" | "lines">): Prompt {
  const iterator = lines()[Symbol.asyncIterator]();
  let left = false;
  return {
    say: (text) => out(`${text}\n`),
    ask: async (question) => {
      if (left) return null;
      out(`${question} `);
      const next = await iterator.next();
      const line = next.done === true ? null : next.value.trim();
      left = line === null || line === "/keluar";
      if (left) out("\n");
      return left ? null : line;
    },
  };
}
