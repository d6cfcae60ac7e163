import { fromLocal, type Instant, toLocal } from "../../core/waktu/instant.ts";
import { partsOf, tanggalOf } from "../../core/waktu/tanggal.ts";
import type { WindowRule } from "../ports/channel.ts";
import type { OutboxRow } from "../ports/outbox.ts";
import type { ChatWindow } from "../ports/window.ts";

/** What may become of a message on a channel that lets us write freely only for a while. */
export type Passage =
  | { readonly kind: "free" }
  /** The chat is opened first, once; the message waits until its person does something. */
  | { readonly kind: "open" }
  /** The chat was opened before, or this message is not worth it: it waits for the person. */
  | { readonly kind: "hold" }
  /** The month has cost what it may. */
  | { readonly kind: "later"; readonly afterMs: number };

/** What a passage depends on. */
export interface Scene {
  readonly row: Pick<OutboxRow, "prioritas" | "op">;
  readonly chat: Omit<ChatWindow, "waiting">;
  readonly rule: WindowRule;
  readonly nowMs: Instant;
}

/** Between two openings of one chat. */
export const OPENING_EVERY_MS = 24 * 60 * 60_000;

/** May this message go freely now? */
export function passageOf({ row, chat, rule, nowMs }: Scene): Passage {
  if (isOverspent(row, chat, rule))
    return { kind: "later", afterMs: Math.min(DAY_MS, nextMonthMs(nowMs) - nowMs) };
  if (isOpenChat(chat, rule, nowMs)) return { kind: "free" };
  // The outcome of something answered long ago is no reason to ring somebody up.
  if (row.op.kind === "ubah") return { kind: "hold" };
  const { openedMs } = chat;
  return openedMs !== null && nowMs - openedMs < OPENING_EVERY_MS
    ? { kind: "hold" }
    : { kind: "open" };
}

/** The month of an instant, as what is charged for is counted by. */
export const bulanOf = (instant: Instant): string => toLocal(instant, ZONE).tanggal.slice(0, 7);

function isOpenChat({ heardMs }: Scene["chat"], { openMs }: WindowRule, nowMs: Instant): boolean {
  return heardMs !== null && nowMs < heardMs + openMs - MARGIN_MS;
}

/**
 * The share of a month's limit after which messages of a priority are held back. Answers to what somebody
 * just did always go, tasks until the limit is reached; reminders and broadcasts leave room for both.
 */
const SHARE: { readonly [P in OutboxRow["prioritas"]]: number } = {
  0: Number.POSITIVE_INFINITY,
  1: 1,
  2: 0.8,
  3: 0.8,
};

const isOverspent = (
  { prioritas }: Scene["row"],
  { spent }: Scene["chat"],
  { perMonthMax }: WindowRule,
): boolean => perMonthMax !== null && spent >= perMonthMax * SHARE[prioritas];

/** Eight o'clock on the first of the next month: nobody is written to at midnight. */
function nextMonthMs(nowMs: Instant): Instant {
  const { tahun, bulan } = partsOf(toLocal(nowMs, ZONE).tanggal);
  const first = bulan === 12 ? tanggalOf(tahun + 1, 1, 1) : tanggalOf(tahun, bulan + 1, 1);
  return fromLocal(first, 8 * 60, ZONE);
}

const ZONE = "Asia/Jakarta";
const DAY_MS = 24 * 60 * 60_000;
/** A message takes a moment to get there. */
const MARGIN_MS = 60_000;
