import { z } from "zod";
import type { FileRef, InboundContent, Receipt, Written } from "../../app/ports/channel.ts";
import { SILENT_MESSAGE } from "./kinds.ts";

/** What one message of the library is to us. `from` is still as the page gives it. */
export type Parsed =
  | { readonly kind: "said"; readonly said: Said }
  | { readonly kind: "group"; readonly chat: string }
  | { readonly kind: "ignored"; readonly why: "malformed" | "not-private" | "not-for-us" };

export interface Said {
  /** Unique without the chat, so that it names no phone number in a log. */
  readonly key: string;
  /** Null where it is about an earlier message. */
  readonly messageId: string | null;
  readonly from: string;
  readonly nama: string | null;
  /** When it was written, by WhatsApp's clock, in epoch milliseconds. */
  readonly sentMs: number;
  readonly content: InboundContent;
  /** The message it was written as an answer to: the last part of its id. */
  readonly quotedId: string | null;
}

/** Reads one message; own ones, status, broadcasts and channels are not for us. */
export function parseMessage(raw: unknown): Parsed {
  const { success, data } = Message.safeParse(raw);
  if (!success) return ignored("malformed");
  if (data.id.fromMe) return ignored("not-for-us");
  if (data.isStatus || data.broadcast) return ignored("not-private");
  if (SILENT_MESSAGE.has(data.type)) return ignored("not-for-us");
  if (isGroup(data.from)) return { kind: "group", chat: data.from };
  if (data.author !== undefined || !isPerson(data.from)) return ignored("not-private");
  return said(data, contentOf(data));
}

/**
 * Reads an edited message. The library tells of the first edit only. It tells as well when a message
 * becomes readable: then there was nothing before, and no edit in it.
 */
export function parseEdit(raw: unknown, before: unknown): Parsed {
  const parsed = parseMessage(raw);
  const { data } = Message.safeParse(raw);
  if (parsed.kind !== "said" || data === undefined) return parsed;
  const editedMs = data.latestEditSenderTimestampMs ?? 0;
  if (editedMs === 0 && (typeof before !== "string" || before === "")) return ignored("not-for-us");
  const content = { type: "edited", of: data.id.id, now: contentOf(data), last: true } as const;
  const key = `edit:${data.id.id}:${editedMs}`;
  return { kind: "said", said: { ...parsed.said, content, key, messageId: null, quotedId: null } };
}

/** Reads what is left of a message that was deleted for everybody: nothing but its id. */
export function parseRevoked(raw: unknown): Parsed {
  const { success, data } = Message.safeParse(raw);
  if (!success) return ignored("malformed");
  const parsed = parseMessage({ ...data, type: "chat" });
  if (parsed.kind !== "said") return parsed;
  const of = data.protocolMessageKey?.id ?? data.id.id;
  const content = { type: "deleted", of } as const;
  return { kind: "said", said: { ...parsed.said, content, key: `revoke:${of}`, messageId: null } };
}

/** A message that could not be decrypted; whoever wrote it should know. */
export function parseUnreadable(raw: unknown): Parsed {
  const parsed = parseMessage(raw);
  if (parsed.kind !== "ignored" || parsed.why !== "not-for-us") return parsed;
  const { data } = Message.safeParse(raw);
  if (data === undefined || data.id.fromMe || !isPerson(data.from)) return parsed;
  return said(data, { type: "unsupported", what: "ciphertext" });
}

/** True for the chat of one person, by phone number or by LID. */
export const isPerson = (chat: string): boolean => /^\d{1,20}@(c\.us|lid)$/.test(chat);

export const isGroup = (chat: string): boolean => /^[\d-]{1,40}@g\.us$/.test(chat);

/** How far one of our messages came; null when that says nothing new. */
export function parseAck(
  raw: unknown,
  ack: unknown,
): { readonly externalId: string; readonly to: string; readonly state: Receipt } | null {
  const { success, data } = Acked.safeParse(raw);
  const state = STATE_BY_ACK.get(Number(ack));
  if (!success || state === undefined || !data.id.fromMe || !isPerson(data.to)) return null;
  return { externalId: data.id._serialized, to: data.to, state };
}

/** Id and fate of a message we sent; null when the library gave none: it does not know the chat. */
export function parseSent(raw: unknown): { readonly id: string; readonly refused: boolean } | null {
  const { success, data } = SentMessage.safeParse(raw);
  return success ? { id: data.id._serialized, refused: data.ack === ACK_ERROR } : null;
}

/** The size WhatsApp tells of a message's file; null when it tells none. */
export const sizeOf = (raw: unknown): number | null =>
  Message.safeParse(raw).data?._data?.size ?? null;

const ACK_ERROR = -1;

/** 0 and 1 (waiting, taken by the server) are known from the send itself. */
const STATE_BY_ACK: ReadonlyMap<number, Receipt> = new Map([
  [ACK_ERROR, "failed"],
  [2, "delivered"],
  [3, "read"],
  [4, "read"],
]);

const Id = z.object({ id: z.string(), _serialized: z.string(), fromMe: z.boolean() });

const Acked = z.object({ id: Id, to: z.string() });
const SentMessage = z.object({ id: Id, ack: z.number().optional() });

/** What the page knows of a file; it leaves out or nulls what it does not. */
const Details = z.object({
  notifyName: z.string().nullish(),
  filename: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  quotedStanzaID: z.string().nullish(),
});

const Message = z.object({
  id: Id,
  from: z.string(),
  author: z.string().optional(),
  type: z.string(),
  body: z.string().catch(""),
  timestamp: z.number().catch(0),
  hasMedia: z.boolean().catch(false),
  isStatus: z.boolean().catch(false),
  broadcast: z.boolean().catch(false),
  latestEditSenderTimestampMs: z.number().optional().catch(undefined),
  protocolMessageKey: z.object({ id: z.string() }).optional().catch(undefined),
  _data: Details.optional().catch(undefined),
});
type Message = z.infer<typeof Message>;

const contentOf = (message: Message): Written =>
  textOf(message) ?? fileOf(message) ?? { type: "unsupported", what: message.type };

const COMMAND = /^\/(\w{1,32})(?:\s+([\s\S]*))?$/;

function textOf({ type, body }: Message): Written | null {
  if (type !== "chat") return null;
  const command = COMMAND.exec(body.trim());
  if (command === null) return { type: "text", text: body };
  const [, name = "", args = ""] = command;
  return { type: "command", name: name.toLowerCase(), args: args.trim() };
}

/** Names and types where WhatsApp gives none. */
const FALLBACK: ReadonlyMap<string, { readonly nama: string; readonly mime: string }> = new Map([
  ["document", { nama: "berkas", mime: "application/octet-stream" }],
  ["image", { nama: "foto.jpg", mime: "image/jpeg" }],
  ["video", { nama: "video.mp4", mime: "video/mp4" }],
  ["audio", { nama: "audio.mp3", mime: "audio/mpeg" }],
  ["ptt", { nama: "rekaman.ogg", mime: "audio/ogg" }],
]);

function fileOf({ id, type, body, hasMedia, _data }: Message): Written | null {
  const fallback = FALLBACK.get(type);
  if (fallback === undefined || !hasMedia) return null;
  const nama = _data?.filename ?? fallback.nama;
  const file: FileRef = {
    id: id._serialized,
    nama,
    mime: _data?.mimetype ?? fallback.mime,
    ukuranByte: _data?.size ?? null,
  };
  // A document without a caption comes with its own name in its place.
  return { type: "file", file, caption: body === nama ? "" : body };
}

function said({ id, from, timestamp, _data }: Message, content: InboundContent): Parsed {
  const nama = _data?.notifyName?.trim() ?? "";
  return {
    kind: "said",
    said: {
      key: id.id,
      messageId: id.id,
      from,
      nama: nama === "" ? null : nama,
      sentMs: timestamp * 1_000,
      content,
      quotedId: _data?.quotedStanzaID ?? null,
    },
  };
}

const ignored = (why: Extract<Parsed, { kind: "ignored" }>["why"]): Parsed => ({
  kind: "ignored",
  why,
});
