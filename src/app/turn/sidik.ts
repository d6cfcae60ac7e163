import type { InboundContent } from "../ports/channel.ts";
import type { Random } from "../ports/random.ts";

/** Fingerprint of what a message says, looks aside: it tells an edit that changes nothing. */
export const sidikOf = ({ hash }: Pick<Random, "hash">, content: InboundContent): string =>
  hash(JSON.stringify(saidIn(content)));

function saidIn(content: InboundContent): readonly unknown[] {
  switch (content.type) {
    case "text":
      return ["text", bare(content.text)];
    case "command":
      return ["command", content.name, bare(content.args)];
    case "file": {
      // The service may name the same file anew.
      const { nama, mime, ukuranByte } = content.file;
      return ["file", nama, mime, ukuranByte, bare(content.caption)];
    }
    case "unsupported":
      return ["unsupported", content.what];
    case "edited":
      return saidIn(content.now);
    case "deleted":
    case "choice":
    case "vote":
    case "reach":
    case "sheet":
    case "evidence":
      return [content.type];
  }
}

/** Where looks are marked in the text itself, the marks are no part of what it says. */
const bare = (text: string): string =>
  text
    .replace(/(^|\s)[*_~`]+|[*_~`]+(?=\s|$)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
