// Modules the library listens to for what people do, and asks for what was said before.
import { Collection, Emitter } from "../model.ts";
import { chats, contacts, type Message, MessageModel, messages } from "../state.ts";

const linksIn = (text?: string): { href: string }[] =>
  [...(text ?? "").matchAll(/https?:\/\/\S+/g)].map(([href]) => ({ href }));

/** The library puts its own function in the place of this one, and so learns of votes. */
export const pollVoteTableMode: { bulkUpsert(votes: readonly object[]): unknown } = {
  bulkUpsert: () => undefined,
};

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
  // the synchronisation already brought every message there is
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => null },
  // the library changes what these answer about locations, which nobody here sends
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => "text" },
};
