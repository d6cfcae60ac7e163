import { z } from "zod";
import type {
  Address,
  FileRef,
  InboundContent,
  InboundEvent,
  Written,
} from "../../app/ports/channel.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { SILENT_MESSAGE } from "./kinds.ts";

/** What one update is to us. A tap has an id, because Telegram wants it answered at once. */
export type Parsed =
  | { readonly kind: "event"; readonly event: InboundEvent; readonly tapId: string | null }
  | { readonly kind: "ignored"; readonly why: "malformed" | "not-private" | "not-for-us" };

/** Reads one update. `atMs` is when we learned of it: taps carry no time of their own. */
export function parseUpdate(raw: unknown, channelId: string, atMs: Instant): Parsed {
  const { success, data } = Update.safeParse(raw);
  if (!success) return ignored("malformed");
  const said = saidIn(data);
  if (typeof said === "string") return ignored(said);
  const { chat, tapId, nama, messageId, content } = said;
  const from: Address = { channelId, chat: String(chat.id) };
  if (chat.type !== "private") {
    // Whatever is said there has one key, so that it is answered once.
    const eventId = `${channelId}:group:${chat.id}`;
    return { kind: "event", event: { type: "group", channelId, eventId, atMs, from }, tapId };
  }
  const eventId = `${channelId}:${data.update_id}`;
  const common = { channelId, eventId, atMs, from, nama, ...(messageId && { messageId }) };
  return { kind: "event", event: { ...common, ...content }, tapId };
}

/** The number of an update, by which it is confirmed; null if it is not even an update. */
export const updateIdOf = (raw: unknown): number | null =>
  UpdateId.safeParse(raw).data?.update_id ?? null;

const UpdateId = z.object({ update_id: z.int() });

const Chat = z.object({ id: z.int(), type: z.string() });
const User = z.object({
  id: z.int(),
  first_name: z.string().default(""),
  last_name: z.string().default(""),
});
const Media = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.int().optional(),
});

const Message = z.looseObject({
  message_id: z.int(),
  chat: Chat,
  from: User.optional(),
  text: z.string().optional(),
  reply_to_message: z.object({ message_id: z.int() }).optional().catch(undefined),
  caption: z.string().default(""),
  document: Media.optional(),
  photo: z.array(Media).optional(),
  video: Media.optional(),
  audio: Media.optional(),
  voice: Media.optional(),
});
type Message = z.infer<typeof Message>;

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  message: z.object({ chat: Chat }).optional(),
  data: z.string().optional(),
});
type CallbackQuery = z.infer<typeof CallbackQuery>;

/** What became of the bot's own place in a chat; in a private one, whether it is blocked. */
const Membership = z.object({
  chat: Chat,
  from: User,
  new_chat_member: z.object({ status: z.string() }),
});

const Update = z.object({
  update_id: z.int(),
  my_chat_member: Membership.optional(),
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: CallbackQuery.optional(),
});

type NotSaid = Extract<Parsed, { kind: "ignored" }>["why"];

interface Said {
  readonly chat: z.infer<typeof Chat>;
  readonly nama: string | null;
  readonly messageId: string | null;
  readonly content: InboundContent;
  readonly tapId: string | null;
}

function saidIn(update: z.infer<typeof Update>): Said | NotSaid {
  const { message, edited_message: edited, callback_query: tap, my_chat_member } = update;
  if (my_chat_member !== undefined) return membershipOf(my_chat_member);
  if (message !== undefined) return messageOf(message, contentOf(message));
  if (edited === undefined) return tapOf(tap);
  const now = contentOf(edited);
  return messageOf(edited, { type: "edited", of: String(edited.message_id), now, last: false });
}

function membershipOf({ chat, from, new_chat_member }: z.infer<typeof Membership>): Said | NotSaid {
  if (chat.type !== "private") return "not-private";
  const { status } = new_chat_member;
  if (status !== "member" && status !== "kicked") return "not-for-us";
  const content = { type: "reach", reachable: status === "member" } as const;
  return { chat, nama: namaOf(from), messageId: null, content, tapId: null };
}

function messageOf(message: Message, content: InboundContent): Said | NotSaid {
  const { chat } = message;
  if (chat.type === "channel") return "not-private";
  const service = Object.keys(SILENT_MESSAGE).some((kind) => message[kind] !== undefined);
  if (chat.type === "private" && service) return "not-for-us";
  const messageId = content.type === "edited" ? null : String(message.message_id);
  return { chat, nama: namaOf(message.from), messageId, content, tapId: null };
}

const contentOf = (message: Message): Written =>
  textOf(message) ?? fileOf(message) ?? unsupportedOf(message);

function tapOf(query: CallbackQuery | undefined): Said | NotSaid {
  if (query?.data === undefined) return "not-for-us";
  const chat = query.message?.chat ?? { id: query.from.id, type: "private" };
  if (chat.type === "channel") return "not-private";
  const content = { type: "choice", token: query.data } as const;
  return { chat, nama: namaOf(query.from), messageId: null, content, tapId: query.id };
}

// "/isi@sopir_bot 1.1": in a private chat the bot's own name may follow the command.
const COMMAND = /^\/(\w{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/;

function textOf({ text, reply_to_message: answered }: Message): Written | null {
  if (text === undefined) return null;
  const command = COMMAND.exec(text);
  if (command === null)
    return { type: "text", text, ...(answered && { quoted: [String(answered.message_id)] }) };
  const [, name = "", args = ""] = command;
  return { type: "command", name: name.toLowerCase(), args: args.trim() };
}

/** Names and types where Telegram gives none. */
const FALLBACK = {
  document: { nama: "berkas", mime: "application/octet-stream" },
  photo: { nama: "foto.jpg", mime: "image/jpeg" },
  video: { nama: "video.mp4", mime: "video/mp4" },
  audio: { nama: "audio.mp3", mime: "audio/mpeg" },
  voice: { nama: "rekaman.ogg", mime: "audio/ogg" },
} as const;

function fileOf(message: Message): Written | null {
  const { caption, document, photo, video, audio, voice } = message;
  // A GIF comes as animation and, for old bots, as document too; it is no evidence of anything.
  if (message["animation"] !== undefined) return null;
  const file =
    refOf(document, "document") ??
    refOf(largest(photo), "photo") ??
    refOf(video, "video") ??
    refOf(audio, "audio") ??
    refOf(voice, "voice");
  return file === null ? null : { type: "file", file, caption };
}

type Media = z.infer<typeof Media>;

function refOf(media: Media | undefined, kind: keyof typeof FALLBACK): FileRef | null {
  if (media === undefined) return null;
  return {
    id: media.file_id,
    nama: media.file_name ?? FALLBACK[kind].nama,
    mime: media.mime_type ?? FALLBACK[kind].mime,
    ukuranByte: media.file_size ?? null,
  };
}

/** Telegram lists the sizes of a photo from small to large, without promising to. */
const largest = (photo: readonly Media[] | undefined): Media | undefined =>
  photo?.toSorted((a, b) => (a.file_size ?? 0) - (b.file_size ?? 0)).at(-1);

const UNSUPPORTED_LIST = [
  "sticker",
  "animation",
  "video_note",
  "contact",
  "location",
  "poll",
] as const;

const unsupportedOf = (message: Message): Written => ({
  type: "unsupported",
  what: UNSUPPORTED_LIST.find((kind) => message[kind] !== undefined) ?? "other",
});

function namaOf(user: z.infer<typeof User> | undefined): string | null {
  const nama = `${user?.first_name ?? ""} ${user?.last_name ?? ""}`.trim();
  return nama === "" ? null : nama;
}

const ignored = (why: NotSaid): Parsed => ({ kind: "ignored", why });
