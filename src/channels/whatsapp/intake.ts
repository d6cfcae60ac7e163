import type { Instant } from "../../core/waktu/instant.ts";
import { createLanes, type Lanes } from "../lanes.ts";
import { type StoreDeps, storeUntilDone } from "../store-until-done.ts";
import type { Addresses } from "./addresses.ts";
import type { Allowance } from "./allowance.ts";
import { within } from "./fault.ts";
import { type Parsed, parseAck, parseMessage, parseUnreadable, type Said } from "./parse.ts";
import type { WaClient } from "./seam.ts";

export interface IntakeDeps extends StoreDeps {
  readonly channelId: string;
  readonly addresses: Addresses;
  readonly allowance: Pick<Allowance, "heard">;
  /** The lanes of sending: a receipt must not overtake the record of its message. */
  readonly sending: Pick<Lanes, "idle">;
  readonly now: () => Instant;
}

/** Hands what comes from the page to the application, each chat's messages in order. */
export interface Intake {
  take(client: WaClient, raw: unknown): Promise<void>;
  /** A message the page could not decrypt. */
  takeUnreadable(client: WaClient, raw: unknown): Promise<void>;
  takeAck(raw: unknown, ack: unknown): Promise<void>;
  /** Messages that waited unread, without those written before `sinceMs`. */
  catchUp(client: WaClient, rawList: readonly unknown[], sinceMs: number): Promise<void>;
}

/** The page asks the server about a number it does not know. */
const ASK_MS = 10_000;
/** A receipt may be here before the dispatcher has recorded what it is for. */
const RECEIPT_DELAY_MS = 1_000;

export function createIntake(deps: IntakeDeps): Intake {
  const lanes = createLanes();

  async function accept(client: WaClient, parsed: Parsed): Promise<void> {
    if (parsed.kind === "ignored") {
      const fields = { why: parsed.why };
      if (parsed.why === "malformed") deps.log.error(fields, "a message is not as it used to be");
      else deps.log.debug(fields, "a message was ignored");
      return;
    }
    const { said } = parsed;
    const stored = await lanes.run(said.from, () => store(deps, client, said));
    // The rest of the chat may not be stored yet, and "read" counts for all of it.
    if (stored && lanes.isIdle(said.from)) await markRead(deps, client, said.from);
  }

  return {
    take: (client, raw) => accept(client, parseMessage(raw)),
    takeUnreadable: (client, raw) => accept(client, parseUnreadable(raw)),
    takeAck: (raw, ack) => passReceipt(deps, raw, ack),
    async catchUp(client, rawList, sinceMs) {
      const parsedList = rawList.map(parseMessage).filter((parsed) => isSince(parsed, sinceMs));
      await Promise.all(parsedList.map((parsed) => accept(client, parsed)));
    },
  };
}

const isSince = (parsed: Parsed, sinceMs: number): boolean =>
  parsed.kind === "ignored" || parsed.said.sentMs >= sinceMs;

async function store(deps: IntakeDeps, client: WaClient, said: Said): Promise<boolean> {
  const { channelId, addresses, allowance, timing } = deps;
  const ask = (form: string): Promise<unknown> =>
    within(timing, ASK_MS, client.getLidAndPhone(form));
  const chat = await addresses.resolve(said.from, ask);
  allowance.heard(chat);
  return storeUntilDone(deps, {
    channelId,
    eventId: `${channelId}:${said.messageId}`,
    atMs: deps.now(),
    from: { channelId, chat },
    nama: said.nama,
    ...said.content,
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
