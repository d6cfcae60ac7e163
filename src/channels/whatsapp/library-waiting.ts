import type { Chat, Client, Message } from "whatsapp-web.js";

/** Messages of people in chats that are not read yet, oldest first within a chat. */
export async function getUnread(client: Client, perChat: number): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const chat of await client.getChats()) {
    if (chat.isGroup || !(chat.unreadCount > 0)) continue;
    found.push(...(await newest(chat, false, Math.min(chat.unreadCount, perChat))));
  }
  return found;
}

/** How the votes stand in the newest polls we sent. */
export async function getVotes(client: Client, perChat: number): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const chat of await client.getChats()) {
    if (chat.isGroup) continue;
    const sent = await newest(chat, true, perChat * MESSAGES_PER_POLL);
    const polls = sent.filter(({ type }) => isPoll(type)).slice(-perChat);
    for (const poll of polls) found.push(...(await poll.getPollVotes()));
  }
  return found;
}

const isPoll = (type: string): boolean => type === "poll_creation";

/** A prompt is a text, at times a file, and the poll; answers stand between prompts. */
const MESSAGES_PER_POLL = 4;

/**
 * With a limit the library sorts by the second and may give older messages for newer ones; the first
 * call makes it load enough, the second gives all it has loaded, in order.
 */
async function newest(chat: Chat, fromMe: boolean, limit: number): Promise<readonly Message[]> {
  await chat.fetchMessages({ limit, fromMe });
  return (await chat.fetchMessages({ fromMe })).slice(-limit);
}
