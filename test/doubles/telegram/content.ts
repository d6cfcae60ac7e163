// The parts of a message: texts with their limits, files, keyboards.
import type {
  TelegramInlineKeyboardButton,
  TelegramInlineKeyboardMarkup,
  TelegramMessage,
  TelegramMessageEntity,
  TelegramPhotoSize,
  TelegramRichBlock,
} from "@gramio/types/objects";
import { badRequest, Refusal } from "./answer.ts";
import type { Uploads } from "./check.ts";
import { plainOf } from "./rich.ts";
import type { ChatRecord, StoredFile, World } from "./world.ts";

/** The parameters this double acts upon; all others are checked and recorded only. */
export type MessageParams = {
  chat_id?: number | string;
  message_id?: number;
  text?: string;
  entities?: TelegramMessageEntity[];
  caption?: string;
  caption_entities?: TelegramMessageEntity[];
  parse_mode?: string;
  rich_message?: { blocks?: TelegramRichBlock[] };
  document?: string;
  photo?: string;
  reply_markup?: Partial<TelegramInlineKeyboardMarkup> & {
    keyboard?: (string | { text: string })[][];
    remove_keyboard?: boolean;
  };
  reply_parameters?: { message_id: number; allow_sending_without_reply?: boolean };
};

/**
 * Telegram counts after parsing entities, and in characters; this counts UTF-16 units, which is never
 * fewer. With a parse_mode the parsed length is unknown here, so the limit is not applied.
 */
export function textOf(params: MessageParams): Partial<TelegramMessage> {
  const text = params.text ?? "";
  if (text.trim() === "") throw badRequest("message text is empty");
  if (!params.parse_mode && text.length > 4_096) throw badRequest("message is too long");
  return { text, ...(params.entities?.length ? { entities: params.entities } : {}) };
}

/**
 * What came in as blocks is shown as blocks. An older server does not know the method, and of an edit
 * it reads the text alone.
 */
export function richOf(world: World, params: MessageParams): Partial<TelegramMessage> {
  if (!world.rich) {
    throw params.message_id === undefined
      ? new Refusal(404, "Not Found")
      : badRequest("message text is empty");
  }
  const blocks = params.rich_message?.blocks ?? [];
  if (blocks.length === 0) throw badRequest("rich message is empty");
  if (plainOf(blocks).length > 32_768) throw badRequest("rich message is too long");
  return { rich_message: { blocks } };
}

export function captionOf(params: MessageParams): Partial<TelegramMessage> {
  const { caption, caption_entities, parse_mode } = params;
  if (!caption) return {};
  if (!parse_mode && caption.length > 1_024) throw badRequest("message caption is too long");
  return { caption, ...(caption_entities?.length ? { caption_entities } : {}) };
}

/** The inline keyboard a message carries, without empty rows and without fields Telegram ignores. */
export function keyboardOf(params: MessageParams): Partial<TelegramMessage> {
  const rows = (params.reply_markup?.inline_keyboard ?? []).filter((row) => row.length > 0);
  const inline_keyboard = rows.map((row) => row.map(button));
  return inline_keyboard.length > 0 ? { reply_markup: { inline_keyboard } } : {};
}

/** Shows or removes the keyboard below the input field. */
export function applyReplyKeyboard(record: ChatRecord, params: MessageParams): void {
  const { keyboard, remove_keyboard } = params.reply_markup ?? {};
  if (remove_keyboard) record.keyboard = [];
  if (!keyboard) return;
  record.keyboard = keyboard.flat().map((key) => (typeof key === "string" ? key : key.text));
}

function button(raw: TelegramInlineKeyboardButton): TelegramInlineKeyboardButton {
  const { hide: _, ...plain } = raw as TelegramInlineKeyboardButton & { hide?: boolean };
  if (plain.text === "") throw badRequest("inline keyboard button text is empty");
  const actions = Object.keys(plain).filter((key) => !DECORATION.has(key));
  if (actions.length === 0) {
    throw badRequest("Text buttons are unallowed in the inline keyboard");
  }
  const bytes = Buffer.byteLength(plain.callback_data ?? "x");
  if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
  return plain;
}

const DECORATION = new Set(["text", "icon_custom_emoji_id", "style"]);

export function replyOf(
  world: World,
  record: ChatRecord,
  params: MessageParams,
): Partial<TelegramMessage> {
  const reply = params.reply_parameters;
  if (!reply) return {};
  const original = world.message(record.chat.id, reply.message_id);
  if (original) return { reply_to_message: original };
  if (reply.allow_sending_without_reply) return {};
  throw badRequest("message to be replied not found");
}

/** The document parameter: a new upload or the file_id of a stored file. */
export function documentOf(world: World, source: string, files: Uploads) {
  const file = resolveFile(world, "documents", source, files);
  return { document: documentPart(file) };
}

export function photoOf(world: World, source: string, files: Uploads) {
  const file = resolveFile(world, "photos", source, files);
  return { photo: photoPart(file) };
}

export function documentPart(file: StoredFile): NonNullable<TelegramMessage["document"]> {
  return { ...fileReference(file), file_name: file.name, mime_type: file.mime };
}

/** Sizes are listed from small to large, as Telegram does; here both are the same file. */
export function photoPart(file: StoredFile): TelegramPhotoSize[] {
  const reference = fileReference(file);
  return [
    { ...reference, width: 90, height: 67 },
    { ...reference, width: 1_280, height: 960 },
  ];
}

export function fileReference({ fileId, data }: StoredFile) {
  return { file_id: fileId, file_unique_id: `U-${fileId}`, file_size: data.length };
}

function resolveFile(world: World, folder: string, source: string, files: Uploads): StoredFile {
  if (!source.startsWith("attach://")) {
    const known = world.files.get(source);
    if (!known) throw badRequest("wrong file identifier/HTTP URL specified");
    return known;
  }
  const upload = files[source.slice("attach://".length)];
  if (!upload) throw badRequest("there is no upload in the request");
  if (upload.data.length === 0) throw badRequest("file must be non-empty");
  return world.store(folder, { ...upload, mime: upload.mime || mimeOf(upload.name) });
}

/** Bots rarely say what a file is; Telegram then judges by the name. */
function mimeOf(name: string): string {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return MIME[extension] ?? "application/octet-stream";
}

const MIME: Record<string, string> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};
