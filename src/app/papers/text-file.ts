import type { IsiZip } from "../ports/documents.ts";

/** A text as a file of a zip. */
export const textFile = (path: string, atMs: number, text: string): IsiZip => ({
  path,
  atMs,
  padatkan: true,
  async *content() {
    yield new TextEncoder().encode(text);
  },
});
