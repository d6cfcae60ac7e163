// Modules that send, change and take back.
import type { MessageData } from "../../wire.ts";
import {
  type Chat,
  chats,
  type Message,
  type MessageFields,
  messages,
  newMessage,
  optionsOf,
} from "../state.ts";
import { tell } from "../upstream.ts";
import { MsgKey, type Wid, widOf } from "../wid.ts";

type Fields = Omit<MessageFields, "pollOptions"> & { pollOptions?: { name: string }[] };

/** Resolves at once with the message, as the library's page does, and later with what became of it. */
function addAndSend(chat: Chat, fields: Fields): [Promise<Message>, Promise<object>] {
  const { pollOptions, ...rest } = fields;
  const titles = pollOptions?.map(({ name }) => name);
  const message = newMessage({ ...rest, ...(titles && { pollOptions: optionsOf(titles) }) });
  messages.add(message);
  const sent = tell("message", dataOf(chat, message)).then(({ ok, error }) => {
    message.set({ ack: ok ? Math.max(1, message.ack) : -1, isNewMsg: false }, messages);
    if (error !== null) throw new Error(error);
    return { messageSendResult: ok ? "OK" : "ERROR_UNKNOWN" };
  });
  return [Promise.resolve(message), sent];
}

function dataOf(chat: Chat, message: Message): MessageData {
  const { directPath, filename, mimetype, size } = message;
  const text = directPath === undefined ? (message.pollName ?? message.body) : message.caption;
  const quoted = chat.msgs
    .getModelsArray()
    .find(({ id }) => id.id === message.quotedStanzaID && message.quotedStanzaID !== undefined);
  return {
    id: message.id._serialized,
    chat: chat.id._serialized,
    author: message.from._serialized,
    type: message.type,
    text: text ?? "",
    file:
      directPath === undefined
        ? null
        : { name: filename ?? "", mime: mimetype ?? "", size: size ?? 0, path: directPath },
    poll: message.pollOptions?.map(({ name }) => name) ?? null,
    quoted: quoted?.id._serialized ?? null,
    ack: 1,
    t: message.t,
  };
}

const sealed = new Set<string>();

export function seal(): void {
  for (const { id } of messages.getModelsArray()) sealed.add(id.id);
}

export const sendModules = {
  WAWebWidFactory: { createWid: widOf, createWidFromWidLike: widOf, asUserWidOrThrow: widOf },
  WAWebMsgKey: MsgKey,
  WAWebFindChatAction: {
    // a stranger's number cannot be written to: only who wrote first has a chat
    async findOrCreateLatestChat(id: Wid | string) {
      const chat = chats.get(id);
      if (chat === undefined) throw new Error("No LID for user");
      return { chat };
    },
  },
  WAWebStreamModel: {
    Stream: { markAvailable: () => undefined, markUnavailable: () => undefined },
  },
  WAWebUpdateUnreadChatAction: {
    async sendSeen({ chat }: { readonly chat: Chat }) {
      chat.set({ unreadCount: 0 }, chats);
      await tell("seen", { chat: chat.id._serialized });
    },
  },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebMsgReply: { canReplyMsg: () => true },
  WAWebLinkPreviewChatAction: { getLinkPreview: async () => null },
  WAWebSendMsgChatAction: { addAndSendMsgToChat: addAndSend },
  WAWebSendMessageEditAction: {
    async sendMessageEdit(message: Message, text: string) {
      await tell("edit", { id: message.id._serialized, text });
      const changed = message.directPath === undefined ? { body: text } : { caption: text };
      message.set({ ...changed, latestEditSenderTimestampMs: Date.now() }, messages);
    },
  },
  WAWebMsgActionCapability: {
    canEditText: ({ id, type }: Message) => id.fromMe && type === "chat" && !sealed.has(id.id),
    canEditCaption: ({ id, directPath }: Message) =>
      id.fromMe && directPath !== undefined && !sealed.has(id.id),
    canSenderRevokeMsg: ({ id }: Message) => id.fromMe,
    canAdminRevokeMsg: () => false,
  },
  WAWebChatStateBridge: {
    sendChatStateComposing: (chat: Wid) => tell("typing", { chat: chat._serialized }),
    sendChatStatePaused: async () => undefined,
    sendChatStateRecording: async () => undefined,
  },
};
