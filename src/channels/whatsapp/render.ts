import type { Capabilities, Outgoing } from "../../app/ports/channel.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { splitText } from "../../core/pesan/split.ts";

/** The texts of the messages that one message becomes; the first may be the caption of a file. */
export function toParts(content: Outgoing, caps: Capabilities): RichText[] {
  const { file, teks } = content;
  const partList = splitText(teks, caps.textMax, file === null ? caps.textMax : caps.captionMax);
  return file !== null && partList.length === 0 ? [[]] : partList;
}
