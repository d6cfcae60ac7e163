import type { MessageIds } from "../../app/ports/channel.ts";

/** Marks polls among the ids of a message: they have no text that could be replaced. */
const POLL = "poll:";

export const pollId = (id: string): string => `${POLL}${id}`;

export const isPollId = (externalId: string): boolean => externalId.startsWith(POLL);

/** The poll as WhatsApp calls it. */
export const messageOfPoll = (id: string): string => id.slice(POLL.length);

/**
 * Every id one of our messages may have gone out under. WhatsApp names the chat within it by phone
 * number or by LID and may change its mind; who points at a message names only the last part.
 */
export const sentAs = (formList: readonly string[], bareId: string): MessageIds =>
  formList.map((form) => `true_${form}_${bareId}`);
