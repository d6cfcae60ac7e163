import type { InboundContent } from "../../app/ports/channel.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { createGatherer, type Gatherer } from "../gather.ts";
import { createLanes, type Lanes } from "../lanes.ts";
import { type StoreDeps, storeUntilDone } from "../store-until-done.ts";
import type { Addresses } from "./addresses.ts";
import type { Allowance } from "./allowance.ts";
import { within } from "./fault.ts";
import { pollId, sentAs } from "./message-id.ts";
import {
  type Parsed,
  parseAck,
  parseEdit,
  parseMessage,
  parseRevoked,
  parseUnreadable,
  type Said,
} from "./parse.ts";
import { parseVote, type Vote } from "./parse-vote.ts";
import type { WaClient } from "./seam.ts";

export interface IntakeDeps extends StoreDeps {
  readonly channelId: string;
  readonly addresses: Addresses;
  readonly allowance: Pick<Allowance, "heard">;
  readonly gatherMs: number;
  /** The lanes of sending: a receipt must not overtake the record of its message. */
  readonly sending: Pick<Lanes, "idle">;
  readonly now: () => Instant;
}

/** Hands what comes from the page to the application, each chat's messages in order. */
export interface Intake {
  take(client: WaClient, raw: unknown): Promise<void>;
  /** A message the page could not decrypt. */
  takeUnreadable(client: WaClient, raw: unknown): Promise<void>;
  /** A message written over: as it is now, and the text it had. */
  takeEdit(client: WaClient, raw: unknown, before: unknown): Promise<void>;
  /** A message deleted for everybody. */
  takeRevoked(client: WaClient, raw: unknown): Promise<void>;
  takeAck(raw: unknown, ack: unknown): Promise<void>;
  takeVote(client: WaClient, raw: unknown): Promise<void>;
  /** What waited, in the order it happened, without what happened before `sinceMs`. */
  catchUp(client: WaClient, waited: Waited, sinceMs: number): Promise<void>;
}

/** Unread messages, and votes that may have been cast while nobody listened. */
export interface Waited {
  readonly messages: readonly unknown[];
  readonly votes: readonly unknown[];
}

/** The page asks the server about a number it does not know. */
const ASK_MS = 10_000;
/** A receipt may be here before the dispatcher has recorded what it is for. */
const RECEIPT_DELAY_MS = 1_000;

export function createIntake(deps: IntakeDeps): Intake {
  const lanes = createLanes();
  const gatherer = createGatherer(deps);

  async function accept(client: WaClient, parsed: Parsed): Promise<void> {
    if (parsed.kind === "ignored") {
      const fields = { why: parsed.why };
      if (parsed.why === "malformed") deps.log.error(fields, "a message is not as it used to be");
      else deps.log.debug(fields, "a message was ignored");
      return;
    }
    if (parsed.kind === "group") {
      await lanes.run(parsed.chat, () => storeGroup(deps, parsed.chat));
      return;
    }
    const { said } = parsed;
    // Only handed over in the lane: what was sent together must be able to wait together.
    const { stored, chat } = await lanes.run(said.from, () => store(deps, gatherer, client, said));
    // The rest of the chat may not be stored yet, and "read" counts for all of it.
    const isLast = (): boolean => lanes.isIdle(said.from) && gatherer.isIdle(chat);
    if ((await stored) && isLast()) await markRead(deps, client, said.from);
  }

  async function acceptVote(client: WaClient, vote: Vote): Promise<void> {
    await lanes.run(vote.chat, () => storeVote(deps, gatherer, client, vote));
  }

  return {
    take: (client, raw) => accept(client, parseMessage(raw)),
    takeUnreadable: (client, raw) => accept(client, parseUnreadable(raw)),
    takeEdit: (client, raw, before) => accept(client, parseEdit(raw, before)),
    takeRevoked: (client, raw) => accept(client, parseRevoked(raw)),
    takeAck: (raw, ack) => passReceipt(deps, raw, ack),
    async takeVote(client, raw) {
      const vote = parseVote(raw);
      if (vote === "malformed") deps.log.error({}, "a vote is not as it used to be");
      else if (vote !== "not-for-us") await acceptVote(client, vote);
    },
    async catchUp(client, { messages, votes }, sinceMs) {
      const messageList = messages.map(parseMessage).map((parsed) => ({
        atMs: parsed.kind === "said" ? parsed.said.sentMs : Number.POSITIVE_INFINITY,
        accept: () => accept(client, parsed),
      }));
      const voteList = votes
        .map(parseVote)
        .filter((vote) => typeof vote !== "string")
        .map((vote) => ({ atMs: vote.atMs, accept: () => acceptVote(client, vote) }));
      const inOrder = [...messageList, ...voteList]
        .filter(({ atMs }) => atMs >= sinceMs)
        .toSorted((one, other) => secondOf(one) - secondOf(other));
      await Promise.all(inOrder.map((one) => one.accept()));
    },
  };
}

/** Messages are dated by the second, and their order within it is known otherwise. */
const secondOf = ({ atMs }: { readonly atMs: number }): number => Math.floor(atMs / 1_000);

async function store(
  deps: IntakeDeps,
  gatherer: Gatherer,
  client: WaClient,
  said: Said,
): Promise<{ readonly chat: string; readonly stored: Promise<boolean> }> {
  const { channelId, addresses, allowance } = deps;
  const chat = await addresses.resolve(said.from, asking(deps, client));
  allowance.heard(chat);
  const stored = gatherer.give(chat, {
    channelId,
    eventId: `${channelId}:${said.key}`,
    atMs: deps.now(),
    from: { channelId, chat },
    nama: said.nama,
    ...(said.messageId !== null && { messageId: said.messageId }),
    ...pointing(said, addresses.formsOf(chat)),
  });
  return { chat, stored };
}

/** Whatever is said in a group has one key, so that it is answered once. */
async function storeGroup(deps: IntakeDeps, chat: string): Promise<void> {
  const { channelId, allowance, now } = deps;
  allowance.heard(chat);
  const eventId = `${channelId}:group:${chat}`;
  await storeUntilDone(deps, {
    type: "group",
    channelId,
    eventId,
    atMs: now(),
    from: { channelId, chat },
  });
}

const asking =
  ({ timing }: IntakeDeps, client: WaClient) =>
  (form: string): Promise<unknown> =>
    within(timing, ASK_MS, client.getLidAndPhone(form));

/** Who answers a prompt may have touched its text or the poll behind it. */
function pointing({ content, quotedId }: Said, formList: readonly string[]): InboundContent {
  if (content.type !== "text" || quotedId === null) return content;
  const idList = sentAs(formList, quotedId);
  return { ...content, quoted: [...idList, ...idList.map(pollId)] };
}

/** The owner of our number can vote too, on the phone; only the person the poll is for is heard. */
async function storeVote(
  deps: IntakeDeps,
  gatherer: Gatherer,
  client: WaClient,
  vote: Vote,
): Promise<void> {
  const { channelId, addresses, allowance, sending, now } = deps;
  const chat = addresses.addressOf(vote.chat);
  if (addresses.addressOf(vote.voter) !== chat) {
    if ((await addresses.resolve(vote.voter, asking(deps, client))) !== chat) return;
  }
  allowance.heard(chat);
  // The poll is looked up in what was sent, and so must have been recorded.
  await sending.idle(chat);
  const { pollId: id, nomor, atMs } = vote;
  await gatherer.give(chat, {
    type: "vote",
    channelId,
    // A page that loads itself anew may tell of the same vote again.
    eventId: `${channelId}:vote:${id}:${atMs}:${nomor ?? "none"}`,
    atMs: now(),
    from: { channelId, chat },
    nama: null,
    poll: sentAs(addresses.formsOf(chat), id).map(pollId),
    nomor,
  });
}

/** Only then may the service be told that the messages arrived. */
async function markRead(
  { timing, log }: IntakeDeps,
  client: WaClient,
  chat: string,
): Promise<void> {
  try {
    await within(timing, ASK_MS, client.sendSeen(chat));
  } catch (err) {
    log.debug({ err }, "a chat could not be marked as read");
  }
}

/** A receipt is a convenience: a lost one is not asked for again. */
async function passReceipt(deps: IntakeDeps, raw: unknown, ack: unknown): Promise<void> {
  const { channelId, addresses, sending, timing, log, signal } = deps;
  const receipt = parseAck(raw, ack);
  if (receipt === null) return;
  const { externalId, state } = receipt;
  const chat = addresses.addressOf(receipt.to);
  await sending.idle(chat);
  await timing.sleep(RECEIPT_DELAY_MS, signal);
  const eventId = `${channelId}:${externalId}:${state}`;
  try {
    await deps.sink({
      type: "receipt",
      channelId,
      eventId,
      atMs: deps.now(),
      externalId,
      chat,
      state,
    });
  } catch (err) {
    log.warn({ err }, "a receipt could not be stored");
  }
}
