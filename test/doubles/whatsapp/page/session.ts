// How the page becomes linked, comes online, and is logged out.
import type { Link } from "../wire.ts";
import { browser } from "./browser.ts";
import { keepVote } from "./modules/receive.ts";
import { Cmd, Conn, chatOf, contacts, meet, messageOf, messages, Socket } from "./state.ts";
import { tell } from "./upstream.ts";

/** A page with a session goes online, one without shows a QR. */
export async function begin(): Promise<void> {
  const token = browser.localStorage.getItem("token");
  const { linked, ref } = await tell("hello", { token });
  if (linked) return connect();
  if (token !== null) return leave();
  Conn.set({ ref });
  Socket.set({ state: "UNPAIRED" });
}

export function login({ pn, lid, token }: Link): Promise<void> {
  for (const [name, value] of Object.entries({ pn, lid, token })) {
    browser.localStorage.setItem(name, value);
  }
  Socket.set({ state: "PAIRING" });
  return connect();
}

/** The phone, or the library, ended the session: the page forgets it and begins anew. */
export function leave(): void {
  browser.localStorage.clear();
  Cmd.emit("logout");
  setTimeout(() => {
    browser.location.href = "/?post_logout=1";
  }, 50);
}

async function connect(): Promise<void> {
  Socket.set({ state: "CONNECTED" });
  // the library waits for the synchronisation, so it must not be over before it listens
  await Socket.heard("change:hasSynced");
  const sync = await tell("sync", {});
  for (const contact of sync.contacts) if (!contacts.get(contact.id)) meet(contact);
  for (const { id, unread } of sync.chats) chatOf(id, unread);
  for (const data of sync.messages) {
    if (messages.get(data.id) === undefined) messages.put(messageOf(data, false));
  }
  for (const vote of sync.votes) keepVote(vote);
  setTimeout(() => {
    Cmd.emit("offline_progress_update_from_bridge");
    Socket.set({ hasSynced: true });
    void tell("online", {});
  }, 50);
}
