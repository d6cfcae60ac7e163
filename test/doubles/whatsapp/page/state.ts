// Everything the page knows: the connection, chats, contacts and messages.
import type { ContactData, MessageData } from "../wire.ts";
import { browser } from "./browser.ts";
import { Collection, type Data, Emitter, Model } from "./model.ts";
import { MsgKey, Wid, widOf } from "./wid.ts";

interface SocketFields {
  state: string;
  hasSynced: boolean;
}
interface ConnFields {
  ref: string;
  platform: string;
  pushname: string;
}
const started: SocketFields = { state: "OPENING", hasSynced: false };
const unlinked: ConnFields = { ref: "", platform: "android", pushname: "Sopir" };
export const Socket = Object.assign(new Model<SocketFields>(), started);
export const Conn = Object.assign(new Model<ConnFields>(), unlinked);
export const Cmd = new Emitter();

export class MessageModel extends Model<MessageFields> {
  unsafe(): this {
    return this;
  }

  canReply(): boolean {
    return true;
  }

  msgContextInfo(this: Message): Data {
    const { id, type, body, from } = this;
    return { quotedMsg: { type, body }, quotedStanzaID: id.id, quotedParticipant: from };
  }

  async downloadMedia(this: Message): Promise<void> {
    this.mediaData = { mediaStage: "RESOLVED" };
  }
}
export type Message = MessageModel & MessageFields;

export const newMessage = (fields: MessageFields): Message =>
  Object.assign(new MessageModel(), fields);

export interface MessageFields {
  id: MsgKey;
  from: Wid;
  to: Wid;
  type: string;
  body?: string;
  caption?: string;
  ack: number;
  t: number;
  isNewMsg: boolean;
  directPath?: string;
  filename?: string;
  mimetype?: string;
  size?: number;
  mediaData?: { mediaStage: string };
  pollName?: string;
  pollOptions?: { localId: number; name: string }[];
  quotedStanzaID?: string;
  quotedMsg?: object;
  latestEditSenderTimestampMs?: number;
}

export interface ChatFields {
  id: Wid;
  formattedTitle: string;
  unreadCount: number;
  t: number;
  mute: { expiration: number };
}
export class ChatModel extends Model<ChatFields> {
  readonly #id: string;

  constructor(id: string) {
    super();
    this.#id = id;
  }

  /** On the prototype, so that it is no field when the chat is handed out. */
  get msgs(): { getModelsArray(): Message[] } {
    const own = (one: Message): boolean => one.id.remote.toString() === this.#id;
    return { getModelsArray: () => messages.getModelsArray().filter(own) };
  }
}
export type Chat = ChatModel & ChatFields;

export interface ContactFields {
  id: Wid;
  pushname: string;
  phoneNumber: Wid | undefined;
  isContactBlocked: boolean;
}
export type Contact = Model<ContactFields> & ContactFields;

export const messages = new Collection<Message>();
export const chats = new Collection<Chat>();
export const contacts = new Collection<Contact>();

export const me = (): Wid | undefined => remembered("pn");
export const meLid = (): Wid | undefined => remembered("lid");

function remembered(name: string): Wid | undefined {
  const text = browser.localStorage.getItem(name);
  return text === null ? undefined : new Wid(text);
}

export function meet({ id, name, pn }: ContactData): Contact {
  return contacts.put(
    Object.assign(new Model<ContactFields>(), {
      id: new Wid(id),
      pushname: name,
      phoneNumber: pn === null ? undefined : new Wid(pn),
      isContactBlocked: false,
    }),
  );
}

export function chatOf(id: string, unread: number): Chat {
  const title = contacts.get(id)?.pushname ?? id;
  const t = Math.floor(Date.now() / 1_000);
  const known = chats.get(id);
  if (known !== undefined) return known;
  const fresh = { id: new Wid(id), formattedTitle: title, unreadCount: unread, t };
  return chats.put(Object.assign(new ChatModel(id), { ...fresh, mute: { expiration: 0 } }));
}

/** A message of the service as the library wants to see it. */
export function messageOf(data: MessageData, isNewMsg: boolean): Message {
  const id = MsgKey.of(data.id);
  const self = me() ?? id.remote;
  const chat = widOf(data.chat);
  const message = newMessage({
    id,
    from: id.fromMe ? self : chat,
    to: id.fromMe ? chat : self,
    type: data.type,
    ack: data.ack,
    t: data.t,
    isNewMsg,
    ...(data.file === null ? { body: data.text } : fileFields(data.file, data.text)),
    ...(data.poll === null ? {} : { pollName: data.text, pollOptions: optionsOf(data.poll) }),
    ...(data.quoted === null ? {} : quotedFields(data.quoted)),
  });
  const inGroup = !id.fromMe && data.author !== data.chat;
  return inGroup ? Object.assign(message, { author: widOf(data.author) }) : message;
}

const fileFields = (file: NonNullable<MessageData["file"]>, caption: string) => ({
  caption,
  // photos have none
  ...(file.name === "" ? {} : { filename: file.name }),
  mimetype: file.mime,
  size: file.size,
  directPath: file.path,
  filehash: "filehash",
  encFilehash: "encFilehash",
  mediaKey: "mediaKey",
  mediaData: { mediaStage: "NEED_POKE" },
  mediaObject: {},
});

export const optionsOf = (titles: readonly string[]): { localId: number; name: string }[] =>
  titles.map((name, localId) => ({ localId, name }));

function quotedFields(serialized: string): Partial<MessageFields> {
  const { body = "", type = "chat" } = messages.get(serialized) ?? {};
  return { quotedStanzaID: MsgKey.of(serialized).id, quotedMsg: { type, body } };
}
