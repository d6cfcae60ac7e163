// A chat as readable text: who wrote what, buttons in [ ], taps, and the bot's answers to them.
import type { TelegramInlineKeyboardButton, TelegramMessage } from "@gramio/types/objects";
import { wordsOf } from "./rich.ts";
import type { ChatRecord, Line, Tap } from "./world.ts";

const INDENT = "    ";

/** The whole chat as it looks now, one thing per line. */
export function transcriptOf(record: ChatRecord, botId: number): string {
  const shown = record.lines.flatMap((line) => describe(line, record.user.first_name, botId));
  const keys = record.keyboard.map((title) => `[${title}]`).join(" ");
  return [...shown, ...(keys ? [`keyboard: ${keys}`] : [])].join("\n");
}

/** The titles of a message's buttons, row by row. */
export function buttonRows(message: TelegramMessage): string[][] {
  return inlineButtons(message).map((row) => row.map((button) => button.text));
}

export function inlineButtons(message: TelegramMessage): TelegramInlineKeyboardButton[][] {
  const markup = message.reply_markup;
  return markup && "inline_keyboard" in markup ? markup.inline_keyboard : [];
}

function describe(line: Line, person: string, botId: number): string[] {
  if (line.kind === "tap") return describeTap(line, person);
  const { message, deleted } = line;
  const who = message.from?.id === botId ? "bot" : person;
  const mark = message.edit_date === undefined ? "" : " (edited)";
  if (deleted) return [`${who}: (deleted)`];
  const body = contentOf(message).replaceAll("\n", `\n${INDENT}`);
  const rows = buttonRows(message).map((row) => INDENT + row.map((t) => `[${t}]`).join(" "));
  return [`${who}${mark}: ${body}`, ...rows];
}

function describeTap(tap: Tap, person: string): string[] {
  const shown = tap.toast?.text
    ? [`${INDENT}${tap.toast.alert ? "alert" : "toast"}: ${tap.toast.text}`]
    : [];
  return [`${person} taps [${tap.title}]`, ...shown];
}

function contentOf(message: TelegramMessage): string {
  const { document, photo, contact } = message;
  const file = document && `<${document.file_name}, ${document.file_size} bytes>`;
  const picture = photo && `<photo, ${photo.at(-1)?.file_size} bytes>`;
  const card = contact && `<contact ${contact.phone_number}>`;
  return [file, picture, card, wordsOf(message)].filter(Boolean).join(" ");
}
