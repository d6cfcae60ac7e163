// What the service tells the page, and what the page makes of it.
import type { Down } from "../wire.ts";
import { keepVote, pollVoteTableMode } from "./modules/receive.ts";
import { seal } from "./modules/send.ts";
import { leave, login } from "./session.ts";
import {
  Conn,
  chatOf,
  chats,
  contacts,
  type Message,
  meet,
  messageOf,
  messages,
  Socket,
} from "./state.ts";
import { MsgKey, randomHex, Wid } from "./wid.ts";

type Handlers = { [K in Down["kind"]]: (down: Extract<Down, { kind: K }>) => void };

const handlers: Handlers = {
  qr: ({ ref }) => Conn.set({ ref }),
  login: (link) => void login(link),
  message({ contact, chat: { id, unread }, message, again }) {
    if (messages.get(message.id) !== undefined && !again) return;
    if (contacts.get(contact.id) === undefined) meet(contact);
    const chat = chatOf(id, unread);
    messages.add(messageOf(message, true));
    chat.set({ unreadCount: unread, t: message.t }, chats);
  },
  ack: ({ id, ack }) => messageBy(id).set({ ack }, messages),
  vote(vote) {
    const { poll, from, options, atMs } = vote;
    keepVote(vote);
    pollVoteTableMode.bulkUpsert([
      {
        id: { id: randomHex(8), _serialized: randomHex(8) },
        pollUpdateParentKey: MsgKey.of(poll),
        t: atMs,
        senderTimestampMs: atMs,
        from: new Wid(from),
        selectedOptionLocalIds: options,
      },
    ]);
  },
  forget: ({ id }) => messages.remove(messageBy(id)),
  edit({ id, text }) {
    const message = messageBy(id);
    const changed = { body: text, latestEditSenderTimestampMs: Date.now() };
    // WhatsApp Web changes the message at every edit and tells the library of the first.
    if (message.latestEditSenderTimestampMs === undefined) message.set(changed, messages);
    else Object.assign(message, changed);
  },
  revoke: ({ id }) => messageBy(id).set({ type: "revoked" }, messages),
  seal,
  state: ({ state }) => Socket.set({ state }),
  loggedOut: leave,
};

export function take<K extends Down["kind"]>(down: Extract<Down, { kind: K }>): void {
  handlers[down.kind](down);
}

function messageBy(id: string): Message {
  const message = messages.get(id);
  if (message === undefined) throw new Error(`no message ${id} in this page`);
  return message;
}
