import { z } from "zod";
import type {
  Address,
  FileRef,
  InboundContent,
  InboundEvent,
  Receipt,
} from "../../app/ports/channel.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { meaningOf } from "./errors.ts";
import { SILENT, UNSUPPORTED } from "./kinds.ts";
import { OPEN } from "./send.ts";

/** What one call of the webhook brought: events in the order people acted, and what was passed over. */
export interface Parsed {
  readonly events: readonly InboundEvent[];
  /** Of our own number; the newest may be shown as read. */
  readonly ignored: readonly Ignored[];
  /** Fields about the account itself. */
  readonly news: readonly string[];
}

export type Ignored = "malformed" | "not-for-us" | "another-number";

/** The channel a webhook is read for. */
export interface Reader {
  readonly channelId: string;
  /** Several numbers may share a webhook. */
  readonly phoneId: string;
  /** When we learned of it. */
  readonly nowMs: Instant;
}

/** Reads one call of the webhook, whose signature was right. */
export function parseWebhook(raw: unknown, reader: Reader): Parsed {
  const body = Webhook.safeParse(raw);
  if (!body.success) return { events: [], ignored: ["malformed"], news: [] };
  const changes = body.data.entry.flatMap(({ changes: list }) => list);
  const partList = changes.map((change) => readChange(change, reader));
  return {
    events: partList.flatMap(({ events }) => events),
    ignored: partList.flatMap(({ ignored }) => ignored),
    news: partList.flatMap(({ news }) => news),
  };
}

const Change = z.object({ field: z.string(), value: z.unknown() });
const Webhook = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(z.object({ changes: z.array(Change) })),
});

const Contact = z.object({
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  profile: z.object({ name: z.string().optional() }).optional(),
});
const Media = z.object({
  id: z.string(),
  mime_type: z.string().optional(),
  filename: z.string().optional(),
  caption: z.string().optional(),
});
type Media = z.infer<typeof Media>;

const Message = z.object({
  id: z.string(),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  timestamp: z.string(),
  type: z.string(),
  group_id: z.string().optional(),
  context: z.object({ id: z.string().optional() }).optional().catch(undefined),
  text: z.object({ body: z.string() }).optional(),
  button: z.object({ payload: z.string().optional(), text: z.string() }).optional(),
  interactive: z
    .object({
      button_reply: z.object({ id: z.string() }).optional(),
      list_reply: z.object({ id: z.string() }).optional(),
    })
    .optional(),
  document: Media.optional(),
  image: Media.optional(),
  video: Media.optional(),
  audio: Media.optional(),
});
type Message = z.infer<typeof Message>;

const Status = z.object({
  id: z.string(),
  status: z.string(),
  timestamp: z.string(),
  recipient_id: z.string().optional(),
  recipient_user_id: z.string().optional(),
  errors: z.array(z.object({ code: z.int() })).optional(),
});
type Status = z.infer<typeof Status>;

const Value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z.array(Contact).default([]),
  messages: z.array(z.unknown()).default([]),
  statuses: z.array(z.unknown()).default([]),
});

function readChange({ field, value }: z.infer<typeof Change>, reader: Reader): Parsed {
  if (field !== "messages") return { events: [], ignored: [], news: [field] };
  const read = Value.safeParse(value);
  if (!read.success) return { events: [], ignored: ["malformed"], news: [] };
  const { metadata, contacts, messages, statuses } = read.data;
  if (metadata.phone_number_id !== reader.phoneId)
    return { events: [], ignored: ["another-number"], news: [] };
  const results = [
    ...messages.map((raw) => readMessage(raw, contacts, reader)),
    ...statuses.map((raw) => readStatus(raw, reader)),
  ];
  return {
    events: results.flatMap((one) => (typeof one === "string" ? [] : one)),
    ignored: results.flatMap((one) => (typeof one === "string" ? [one] : [])),
    news: [],
  };
}

type Read = readonly InboundEvent[] | Ignored;

function readMessage(
  raw: unknown,
  contacts: readonly z.infer<typeof Contact>[],
  reader: Reader,
): Read {
  const { channelId, nowMs } = reader;
  const { data } = Message.safeParse(raw);
  const chat = data && (data.from ?? data.from_user_id);
  if (data === undefined || chat === undefined) return "malformed";
  if (data.group_id !== undefined) {
    const from = { channelId, chat: data.group_id };
    const eventId = `${channelId}:group:${data.group_id}`;
    return [{ type: "group", channelId, eventId, atMs: nowMs, from }];
  }
  if (SILENT[data.type] !== undefined) return "not-for-us";
  return [saidBy({ channelId, chat }, data, { contacts, nowMs })];
}

function saidBy(
  from: Address,
  message: Message,
  { contacts, nowMs }: Pick<Reader, "nowMs"> & { contacts: readonly z.infer<typeof Contact>[] },
): InboundEvent {
  const { channelId, chat } = from;
  const who = contacts.find(({ wa_id, user_id }) => wa_id === chat || user_id === chat);
  const atMs = Math.min(instantOf(message.timestamp) ?? nowMs, nowMs);
  const eventId = `${channelId}:${message.id}`;
  const content = contentOf(message);
  const isMessage = content.type !== "choice" && content.type !== "reach";
  return {
    channelId,
    eventId,
    atMs,
    from,
    nama: who?.profile?.name ?? null,
    ...(isMessage && { messageId: message.id }),
    ...content,
  };
}

const contentOf = (message: Message): InboundContent =>
  tapOf(message) ??
  textOf(message) ??
  fileOf(message) ?? { type: "unsupported", what: UNSUPPORTED[message.type] ?? "other" };

function tapOf({ interactive, button }: Message): InboundContent | null {
  const token = interactive?.button_reply?.id ?? interactive?.list_reply?.id;
  if (token !== undefined) return { type: "choice", token };
  // What waited follows by itself: the tap says no more than that somebody is there.
  return button?.payload === OPEN ? { type: "reach", reachable: true } : null;
}

const COMMAND = /^\/(\w{1,32})(?:\s+([\s\S]*))?$/;

function textOf({ button, text: written, context }: Message): InboundContent | null {
  const text = button?.text ?? written?.body;
  if (text === undefined) return null;
  const command = COMMAND.exec(text);
  if (command === null)
    return { type: "text", text, ...(context?.id !== undefined && { quoted: [context.id] }) };
  const [, name = "", args = ""] = command;
  return { type: "command", name: name.toLowerCase(), args: args.trim() };
}

/** Names and types where WhatsApp gives none. */
const FALLBACK = {
  document: { nama: "berkas", mime: "application/octet-stream" },
  image: { nama: "foto.jpg", mime: "image/jpeg" },
  video: { nama: "video.mp4", mime: "video/mp4" },
  audio: { nama: "rekaman.ogg", mime: "audio/ogg" },
} as const;

function fileOf(message: Message): InboundContent | null {
  for (const kind of ["document", "image", "video", "audio"] as const) {
    const media = message[kind];
    if (media !== undefined)
      return { type: "file", file: refOf(media, kind), caption: media.caption ?? "" };
  }
  return null;
}

const refOf = ({ id, filename, mime_type }: Media, kind: keyof typeof FALLBACK): FileRef => ({
  id,
  nama: filename ?? FALLBACK[kind].nama,
  mime: mime_type?.split(";")[0]?.trim() ?? FALLBACK[kind].mime,
  // Told only when the file is asked for.
  ukuranByte: null,
});

const RECEIPT: Readonly<Record<string, Receipt>> = {
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
};

function readStatus(raw: unknown, { channelId, nowMs }: Reader): Read {
  const { data } = Status.safeParse(raw);
  const chat = data && (data.recipient_id ?? data.recipient_user_id);
  if (data === undefined || chat === undefined) return "malformed";
  const state = RECEIPT[data.status];
  if (state === undefined) return "not-for-us";
  const common = { channelId, atMs: Math.min(instantOf(data.timestamp) ?? nowMs, nowMs) };
  const causes = failuresOf(data);
  const receipt: InboundEvent = {
    ...common,
    type: "receipt",
    eventId: `${channelId}:${data.id}:${data.status}`,
    externalId: data.id,
    chat,
    state,
    ...(causes.includes("closed") && { closed: true }),
  };
  if (!causes.includes("blocked")) return [receipt];
  const eventId = `${receipt.eventId}:jangkauan`;
  const from = { channelId, chat };
  return [receipt, { ...common, type: "reach", reachable: false, eventId, from, nama: null }];
}

const failuresOf = ({ status, errors = [] }: Status): readonly string[] =>
  status === "failed" ? errors.map(({ code }) => meaningOf(code).code) : [];

/** Seconds since 1970, as text. */
function instantOf(timestamp: string): Instant | null {
  const seconds = Number(timestamp);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}
