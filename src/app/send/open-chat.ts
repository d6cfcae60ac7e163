import { bareTitle } from "../../core/pesan/render.ts";
import { judulSurat } from "../../core/pesan/surat-mati.ts";
import type { Pembuka } from "../../core/pesan/templat-pembuka.ts";
import type { SendResult } from "../ports/channel.ts";
import type { OutboxOutcome, OutboxRow } from "../ports/outbox.ts";
import type { ChatWindow } from "../ports/window.ts";
import { isRefused, outcomeOf } from "./deliver.ts";
import { bulanOf, OPENING_EVERY_MS, passageOf } from "./passage.ts";
import type { Way } from "./way.ts";

/**
 * Whether a message may go now, on a channel that lets us write freely only for a while: null if so, else
 * what becomes of it. A chat that has been silent is opened by one short message its service approved.
 */
export async function waitAtWindow(way: Way, row: OutboxRow): Promise<OutboxOutcome | null> {
  const rule = way.channel.caps.window;
  if (rule === undefined) return null;
  const nowMs = way.clock.now();
  const chat = await way.store.chatWindow(row.address, bulanOf(nowMs));
  const passage = passageOf({ row, chat, rule, nowMs });
  switch (passage.kind) {
    case "free":
      return null;
    case "later":
      return { ...LATER, afterMs: passage.afterMs };
    case "hold":
      return held(chat);
    case "open":
      return openFor(way, row, { chat, nowMs });
  }
}

/** The service says that the chat is not open, whatever we thought. */
export async function openClosed(way: Way, row: OutboxRow): Promise<OutboxOutcome> {
  const rule = way.channel.caps.window;
  const nowMs = way.clock.now();
  const chat = await way.store.chatWindow(row.address, bulanOf(nowMs));
  const closed = { ...chat, heardMs: null };
  const opens = rule !== undefined && passageOf({ row, chat: closed, rule, nowMs }).kind === "open";
  const outcome = opens ? await openFor(way, row, { chat, nowMs }) : held(chat);
  return outcome.kind === "held" ? { ...outcome, closed: true } : outcome;
}

/** What is put down to be charged of a message that went; nothing where nothing is charged. */
export const chargeOf = (
  { channel, clock }: Pick<Way, "channel" | "clock">,
  { kantorId }: OutboxRow,
  result: SendResult,
): Pick<Extract<OutboxOutcome, { kind: "sent" }>, "charge"> =>
  channel.caps.window === undefined || result.kind === "failed"
    ? {}
    : { charge: { kantorId, bulan: bulanOf(clock.now()), jumlah: result.externalIdList.length } };

interface Moment {
  readonly chat: ChatWindow;
  readonly nowMs: number;
}

/**
 * The right to open a chat is taken before the message leaves: whoever is killed between the two has
 * opened it for all anybody knows, and nobody does so twice. Only where certainly nothing was sent it is
 * given back.
 */
async function openFor(way: Way, row: OutboxRow, { chat, nowMs }: Moment): Promise<OutboxOutcome> {
  const { store, channel, pacer } = way;
  const { address, kantorId } = row;
  const { heardMs } = chat;
  const sinceMs = nowMs - OPENING_EVERY_MS;
  const bill = { nowMs, kantorId, bulan: bulanOf(nowMs) };
  if ((await pacer.turn(address.chat, row.prioritas)) === "give-back") return { kind: "returned" };
  if (!(await store.takeOpening(address, { ...bill, sinceMs, heardMs }))) return held(chat);
  const result = await openingOf(way, row, chat);
  await way.learn(result);
  if (result.kind === "sent" || isUncertain(result)) return held(chat);
  // One that is refused stays refused: it is not tried again before the day is over.
  if (isRefused(result)) {
    way.log.error({ outboxId: row.id, channelId: channel.id, error: result.detail }, REFUSED);
    return held(chat);
  }
  await store.returnOpening(address, bill);
  return outcomeOf(row, result, { atMs: nowMs, withFile: false });
}

async function openingOf(way: Way, row: OutboxRow, { waiting }: ChatWindow): Promise<SendResult> {
  try {
    const sent = await way.channel.open?.(row.address.chat, pembukaOf(row, waiting));
    return sent ?? NO_WAY;
  } catch (error) {
    way.log.error({ err: error, outboxId: row.id }, REFUSED);
    return NO_WAY;
  }
}

/** No answer came: the opening may be there. */
const isUncertain = (result: SendResult): boolean =>
  result.kind === "failed" && result.code === "unreachable" && result.neverLeft !== true;

const NO_WAY: SendResult = {
  kind: "failed",
  code: "rejected",
  detail: "the chat cannot be opened",
  retryAfterMs: null,
};

const REFUSED = "a chat could not be opened; what is to be said there waits for its person";

/** What waits, in one line: the head of the message that made us ring. */
export function pembukaOf(
  { isi, promptId, prioritas }: Pick<OutboxRow, "isi" | "promptId" | "prioritas">,
  waiting: number,
): Pembuka {
  const asks = (promptId ?? isi.promptId ?? null) !== null || prioritas === REMINDER;
  return {
    jenis: asks ? "tugas" : "kabar",
    bahasa: isi.bahasa ?? "id",
    jumlah: waiting + 1,
    hal: headOf(bareTitle(judulSurat(isi))),
  };
}

/** What stands before the first dash, without a mark at its end. */
const headOf = (title: string): string =>
  (title.split(" — ")[0] ?? title).replace(/[.:;,\s]+$/, "");

const REMINDER = 2;

const held = ({ heardMs }: ChatWindow): Extract<OutboxOutcome, { kind: "held" }> => ({
  kind: "held",
  heardMs,
});

const LATER = {
  kind: "retry",
  error: "throttled: the month's limit is used up",
  tried: false,
  faulty: false,
} as const;
