// Modules the library listens to for what people do, and asks for what was said before.
import type { VoteData } from "../../wire.ts";
import { Collection, Emitter } from "../model.ts";
import { chats, contacts, type Message, MessageModel, messages } from "../state.ts";

const linksIn = (text?: string): { href: string }[] =>
  [...(text ?? "").matchAll(/https?:\/\/\S+/g)].map(([href]) => ({ href }));

/** The library puts its own function in the place of this one, and so learns of votes. */
export const pollVoteTableMode: { bulkUpsert(votes: readonly object[]): unknown } = {
  bulkUpsert: () => undefined,
};

/** Votes as the page keeps them, the newest of each person in each poll. */
interface VoteRow {
  readonly parentMsgKey: string;
  readonly sender: string;
  readonly selectedOptionLocalIds: readonly number[];
  readonly senderTimestampMs: number;
}
const voteRows = new Map<string, VoteRow>();

export function keepVote({ poll, from, options, atMs }: VoteData): void {
  voteRows.set(`${poll} ${from}`, {
    parentMsgKey: poll,
    sender: from,
    selectedOptionLocalIds: options,
    senderTimestampMs: atMs,
  });
}

export const receiveModules = {
  WAWebCollections: {
    Msg: Object.assign(messages, { modelClass: MessageModel }),
    Chat: chats,
    Contact: contacts,
    Blocklist: new Collection(),
    GroupMetadata: { update: async () => undefined },
  },
  WAWebQuotedMsgModelUtils: {
    getQuotedMsgObj: ({ id, quotedStanzaID }: Message) =>
      messages
        .getModelsArray()
        .find(
          (one) =>
            one.id.id === quotedStanzaID && one.id.remote.toString() === id.remote.toString(),
        ),
  },
  WALinkify: { findLink: (text?: string) => linksIn(text)[0], findLinks: linksIn },
  WAWebSyncGatingUtils: {},
  WAWebCallCollection: Object.assign(new Emitter(), { calls: new Map() }),
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: {
    handlePlaceholderMsgsSeen: () => undefined,
  },
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: () => undefined } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode },
  WAWebPollsVotesSchema: {
    getTable: () => ({
      equals: async (_: readonly string[], poll: string) =>
        [...voteRows.values()].filter(({ parentMsgKey }) => parentMsgKey === poll),
    }),
  },
  // the synchronisation already brought every message there is
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => null },
  // the library changes what these answer about locations, which nobody here sends
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => "text" },
};
