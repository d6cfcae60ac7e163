// Rich messages as a person reads them: every block a line or more, what is folded away behind its title.
import type { TelegramMessage, TelegramRichBlock, TelegramRichText } from "@gramio/types/objects";

/** The words of a message, whatever it is made of. */
export const wordsOf = ({ text, caption, rich_message }: TelegramMessage): string =>
  rich_message === undefined ? (text ?? caption ?? "") : plainOf(rich_message.blocks);

/** The words of blocks, with cells of a row parted by " | ". */
export const plainOf = (blocks: readonly TelegramRichBlock[]): string =>
  blocks.map(blockText).join("\n");

/** The rows of every table, header first, those folded away too. */
export const rowsOf = (blocks: readonly TelegramRichBlock[]): readonly (readonly string[])[] =>
  blocks.flatMap((block) => {
    if (block.type === "details") return rowsOf(block.blocks);
    return block.type === "table" ? block.cells.map((row) => row.map(cellText)) : [];
  });

const cellText = ({ text }: { text?: Loose }): string => (text === undefined ? "" : textOf(text));

function blockText(block: TelegramRichBlock): string {
  if (block.type === "table")
    return rowsOf([block])
      .map((row) => row.join(" | "))
      .join("\n");
  if (block.type === "list")
    return block.items.map(({ blocks }) => `– ${plainOf(blocks)}`).join("\n");
  if (block.type === "details") return `▸ ${textOf(block.summary)}\n${plainOf(block.blocks)}`;
  return block.type === "paragraph" || block.type === "heading"
    ? textOf(block.text)
    : `<${block.type}>`;
}

/** The types leave out that a text may be a string or a list of texts; the documentation has both. */
type Loose = TelegramRichText | string | readonly Loose[];

function textOf(text: Loose): string {
  if (typeof text === "string") return text;
  if (isList(text)) return text.map(textOf).join("");
  return "text" in text ? textOf(text.text) : "";
}

const isList = (text: Loose): text is readonly Loose[] => Array.isArray(text);
