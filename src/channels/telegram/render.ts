import type { MessageEntity } from "telegraf/types";
import type { Capabilities, Outgoing } from "../../app/ports/channel.ts";
import type { Pilihan, RichText, Span } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { splitText } from "../../core/pesan/split.ts";

/** A text as Telegram wants it: bare, with its looks beside it. */
export interface EntityText {
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** Offsets and lengths are UTF-16 units, which is how JavaScript counts too. */
export function toEntities(text: RichText): EntityText {
  const entities: MessageEntity[] = [];
  let offset = 0;
  for (const span of text) {
    for (const type of looksOf(span)) entities.push({ type, offset, length: span.teks.length });
    offset += span.teks.length;
  }
  return { text: plainText(text), entities };
}

/** Plain objects: telegraf's own button makers add a field the Bot API does not have. */
export interface InlineKeyboard {
  inline_keyboard: (Button & { text: string; style?: "success" | "danger" })[][];
}

type Button = { callback_data: string } | { web_app: { url: string } };

/** The buttons below a message; nothing when there are none. `page` is what opens where one is to be opened. */
export function toKeyboard(
  pilihan: readonly (readonly Pilihan[])[],
  page: string | null = null,
): InlineKeyboard | null {
  const rowList = pilihan.filter((row) => row.length > 0);
  if (rowList.length === 0) return null;
  return {
    inline_keyboard: rowList.map((row) =>
      row.map(({ id, judul, peran, halaman }) => ({
        text: judul,
        ...(halaman === undefined || page === null
          ? { callback_data: id }
          : { web_app: { url: page } }),
        ...(peran && { style: STYLE[peran] }),
      })),
    ),
  };
}

/** The choice whose token is too long for a button, if there is one. */
export const overlongToken = (pilihan: readonly (readonly Pilihan[])[]): Pilihan | undefined =>
  pilihan.flat().find(({ id }) => Buffer.byteLength(id) > CALLBACK_DATA_MAX_BYTE);

/** The texts of the messages that one message becomes; the first may be the caption of a file. */
export function toParts(content: Outgoing, caps: Capabilities): RichText[] {
  const { file, teks } = content;
  const partList = splitText(teks, caps.textMax, file === null ? caps.textMax : caps.captionMax);
  return file !== null && partList.length === 0 ? [[]] : partList;
}

/** Multipart headers are not escaped by the client: a quote or a line break would end the name. */
export function sanitizeFileName(nama: string): string {
  const clean = nama.replace(UNSAFE_IN_NAME, "").replace(/[/\\]/g, "-").trim();
  return clean === "" ? "berkas" : clean;
}

/** Green for what goes on, red for what goes back; Bot API 9.4, and no word of it to older ones. */
const STYLE = { maju: "success", mundur: "danger" } as const;

const CALLBACK_DATA_MAX_BYTE = 64;

const UNSAFE_IN_NAME = /["\p{Cc}]/gu;

const looksOf = (span: Span): ("bold" | "italic")[] => [
  ...(span.tebal === true ? (["bold"] as const) : []),
  ...(span.miring === true ? (["italic"] as const) : []),
];
