import type { Lampiran } from "../../core/pesan/pesan.ts";
import type { Outgoing, SendResult, SoFar } from "../ports/channel.ts";
import type { OutboxOutcome, OutboxRow } from "../ports/outbox.ts";
import {
  canGoWithout,
  faulted,
  formsOf,
  isExhausted,
  isFile,
  isLastFault,
  isMissing,
  isMoot,
  isRefused,
  type Loaded,
  leftBehind,
  loadFile,
  nothingSent,
  outcomeOf,
  type SendFailure,
  transmit,
  withSidik,
} from "./deliver.ts";
import { chargeOf, openClosed, waitAtWindow } from "./open-chat.ts";
import type { Way } from "./way.ts";

/** So long a throttled message is kept in hand; for longer it goes back to the outbox. */
export const HOLD_MAX_MS = 30_000;

/** Tries to send one message, in the best form that goes through, and says what became of it. */
export async function sendRow(way: Way, row: OutboxRow): Promise<OutboxOutcome> {
  const outcome = await pass(way, row).catch((error: unknown) =>
    faulted(row, { error: blame(way, row, error), tried: false }),
  );
  tell(way, row, outcome);
  return outcome;
}

/** Through the channel, where its service lets us write now. */
async function pass(way: Way, row: OutboxRow): Promise<OutboxOutcome> {
  if (isMoot(row, way.channel)) return ended(way, row, nothingSent, null);
  const waits = await waitAtWindow(way, row);
  if (waits !== null) return waits;
  const outcome = await attempt(way, row);
  return outcome.kind === "held" ? openClosed(way, row) : outcome;
}

async function attempt(way: Way, given: OutboxRow): Promise<OutboxOutcome> {
  const { channel, timing } = way;
  const row = await withSidik(given, way);
  const file = await fileOf(way, row);
  const lastResort = isLastFault(row) && canGoWithout(row);
  if (isMissing(file) && !lastResort) return faulted(row, { error: file.error, tried: false });
  const heldUntil = timing.now() + HOLD_MAX_MS;
  const forms = formsOf(row, { caps: channel.caps, kamus: way.kamus }, file);
  const result = await sendBest(way, row, { forms, heldUntil });
  if (result === null) return { kind: "returned" };
  const mayBeFile = isRefused(result) && isFile(file) && canGoWithout(row);
  if (!mayBeFile || !(lastResort || result.retryAfterMs === null))
    return ended(way, row, result, file);
  const missing: Loaded = { gagal: "dikirim", error: result.detail };
  const bare = formsOf(row, { caps: channel.caps, kamus: way.kamus }, missing).slice(-1);
  const without = await sendBest(way, row, { forms: bare, heldUntil });
  return without === null ? { kind: "returned" } : ended(way, row, without, missing);
}

/** A file that cannot be made is no fault of the others in its chat. */
async function fileOf(way: Way, row: OutboxRow): Promise<Loaded> {
  const { lampiran } = row.isi;
  if (lampiran !== undefined && row.op.kind === "kirim")
    way.channel.preparing?.(row.address.chat, isGambar(lampiran) ? "gambar" : "dokumen");
  try {
    return await loadFile(row, way.attachments, way.channel.caps.fileOutMaxByte);
  } catch (error) {
    return { gagal: "dibuat", error: blame(way, row, error) };
  }
}

/** Whether it is looked at in the chat itself. */
const isGambar = ({ jenis }: Lampiran): boolean => jenis === "grafik" || jenis === "bagan";

interface Forms {
  readonly forms: readonly Outgoing[];
  /** Until then (`Timing.now`) a pause the service asks for is waited out. */
  readonly heldUntil: number;
}

/** One form after another, while the service refuses them; null when the message is given back. */
async function sendBest(
  way: Way,
  row: OutboxRow,
  { forms, heldUntil }: Forms,
): Promise<SendResult | null> {
  let result: SendResult | null = null;
  for (const form of forms) {
    result = await sendForm(way, goingOn(row, result), { form, heldUntil });
    if (result === null || !isRefused(result)) return result;
  }
  return result;
}

async function sendForm(
  way: Way,
  row: OutboxRow,
  { form, heldUntil }: { readonly form: Outgoing; readonly heldUntil: number },
): Promise<SendResult | null> {
  const { pacer, stop, timing } = way;
  for (let rest = row; ; ) {
    if (stop.aborted) return null;
    if ((await pacer.turn(row.address.chat, row.prioritas)) === "give-back") return null;
    const result = await through(way, rest, form);
    await way.learn(result);
    if (!isHeld(result) || timing.now() + (result.retryAfterMs ?? 0) > heldUntil) return result;
    rest = goingOn(rest, result);
  }
}

/** It is worth keeping in hand for a moment; of messages to many there are others meanwhile. */
const isHeld = (result: SendResult): result is SendFailure =>
  result.kind === "failed" && result.code === "throttled" && result.scope !== "massal";

/** The row without what of it has gone out by now: no part is sent twice. */
function goingOn(row: OutboxRow, result: SendResult | null): OutboxRow {
  const parts = result?.kind === "failed" ? result.partIdList : undefined;
  return parts === undefined || parts.length === 0 ? row : { ...row, done: parts };
}

/** What the channel throws is a refusal nobody knows yet. */
async function through(way: Way, row: OutboxRow, form: Outgoing): Promise<SendResult> {
  try {
    const went: SoFar["went"] = (partIdList) => keep(way, row, form, partIdList);
    return await transmit(row, way.channel, form, { done: row.done, went });
  } catch (error) {
    return { kind: "failed", code: "rejected", detail: blame(way, row, error), retryAfterMs: 0 };
  }
}

/** What cannot be kept may go out once more, which holds up nothing. */
async function keep(
  { store, log, channel }: Way,
  { id, address: { chat } }: OutboxRow,
  { file }: Outgoing,
  externalIdList: readonly string[],
): Promise<void> {
  try {
    await store.keepParts(id, { chat, externalIdList, withFile: file !== null });
  } catch (error) {
    const fields = { err: error, outboxId: id, channelId: channel.id };
    log.error(fields, "what of a message is out could not be recorded");
  }
}

function ended(way: Way, row: OutboxRow, result: SendResult, file: Loaded): OutboxOutcome {
  const atMs = way.clock.now();
  return outcomeOf(row, result, {
    atMs,
    withFile: isFile(file),
    ...leftBehind(row, file, way.kamus),
    ...chargeOf(way, row, result),
  });
}

/** Logs a fault; its name is all that is kept of it, for its text may hold what was to be sent. */
function blame({ log, channel }: Way, { id }: OutboxRow, error: unknown): string {
  const fields = { err: error, outboxId: id, channelId: channel.id };
  log.error(fields, "a message could not be prepared");
  return error instanceof Error ? error.name : "fault";
}

function tell({ log, channel }: Way, row: OutboxRow, outcome: OutboxOutcome): void {
  const attempts = row.attempts + 1;
  const say = (error: string, message: string): void =>
    log.error({ outboxId: row.id, channelId: channel.id, attempts, error }, message);
  if (outcome.kind === "dead") say(outcome.error, "a message was given up");
  else if (outcome.kind === "parked") say(outcome.error, "a message was kept back");
  else if (outcome.kind === "sent" && outcome.left !== undefined)
    say(outcome.left.error, "a message went without its file");
  else if (outcome.kind === "retry" && outcome.tried && isExhausted(row))
    say(outcome.error, "a task still cannot be sent");
}
