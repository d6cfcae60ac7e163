import { backoffMs } from "../core/backoff.ts";
import { berkasTerlaluBesar } from "../core/pesan/berkas-besar.ts";
import type { Pesan, Pilihan, RichText } from "../core/pesan/pesan.ts";
import { degrade } from "../core/pesan/render.ts";
import { tokenOf } from "../core/pesan/token.ts";
import type { Instant } from "../core/waktu/instant.ts";
import type { Attachments, TooLarge } from "./ports/attachments.ts";
import type { Capabilities, Channel, Outgoing, OutgoingFile, SendResult } from "./ports/channel.ts";
import type { OutboxOutcome, OutboxRow } from "./ports/outbox.ts";

export type SendFailure = Extract<SendResult, { kind: "failed" }>;

/** Attempts after which a message is given up; with the pauses between them about two hours. */
export const ATTEMPTS_MAX = 20;

/**
 * True when there is nothing to send: the message to be replaced never came out, or it cannot be
 * changed and there is nothing to say instead.
 */
export const isMoot = ({ op, isi }: OutboxRow, channel: Channel): boolean =>
  op.kind === "ubah" &&
  (op.ref === null || (channel.edit === undefined && isi.singkat === undefined));

/** The row as the channel takes it: tokens complete, choices fitted, the file made. */
export async function compose(
  row: OutboxRow,
  caps: Capabilities,
  attachments: Attachments,
): Promise<Outgoing> {
  const { isi } = row;
  const promptId = row.promptId ?? isi.promptId ?? null;
  const withToken = ({ id, judul }: Pilihan): Pilihan => ({ id: tokenOf(promptId, id), judul });
  const pilihan = (isi.pilihan ?? []).map((list) => list.map(withToken));
  const tanpaNomor = isi.tanpaNomor === true;
  const file = await fileOf(row, attachments, caps.fileOutMaxByte);
  return isTooLarge(file)
    ? { ...degrade({ teks: withoutFile(isi, file), pilihan, tanpaNomor }, caps), file: null }
    : { ...degrade({ teks: isi.teks, pilihan, tanpaNomor }, caps), file };
}

const isTooLarge = (file: OutgoingFile | TooLarge | null): file is TooLarge =>
  file !== null && !("data" in file);

/** The message arrives all the same; its text says where the file is to be had. */
const withoutFile = ({ teks, lampiran }: Pesan, file: TooLarge): RichText =>
  lampiran === undefined ? teks : berkasTerlaluBesar(teks, lampiran, file);

/**
 * Sends or replaces; the one place where the two differ. What can no longer be replaced is followed
 * by its outcome in one short message, so that nobody goes on trusting an old prompt.
 */
export async function transmit(
  { op, address, isi }: OutboxRow,
  channel: Channel,
  content: Outgoing,
): Promise<SendResult> {
  if (op.kind === "kirim") return channel.send(address.chat, content);
  if (op.ref === null) return nothingSent;
  const edited = (await channel.edit?.(op.ref, content)) ?? nothingSent;
  if (isi.singkat === undefined || (channel.edit !== undefined && !isPastEditing(edited)))
    return edited;
  return channel.send(address.chat, { teks: isi.singkat, pilihan: [], file: null });
}

/**
 * What a result means for the row. A task is never given up, for somebody waits for its answer; what a
 * chat refuses is kept back until it takes messages again, but a broadcast reports it.
 */
export function outcomeOf(
  row: OutboxRow,
  result: SendResult,
  { atMs, withFile }: { readonly atMs: Instant; readonly withFile: boolean },
): OutboxOutcome {
  const { op, address } = row;
  if (result.kind === "sent" || (op.kind === "ubah" && result.code === "gone")) {
    const externalIdList = result.kind === "sent" ? result.externalIdList : [];
    const sent = { chat: address.chat, externalIdList, withFile };
    return { kind: "sent", ref: op.kind === "ubah" && op.ref !== null ? op.ref : sent, atMs };
  }
  const error = `${result.code}: ${result.detail}`;
  if (result.code === "blocked") return refusedBy(row, error);
  if (result.retryAfterMs === null) return { kind: "dead", error };
  if (result.code === "throttled")
    return { kind: "retry", atMs: atMs + result.retryAfterMs, error };
  if (isExhausted(row) && row.prioritas !== PRIORITAS_TUGAS) return { kind: "dead", error };
  const pauseMs = Math.max(result.retryAfterMs, backoffMs(row.attempts + 1, ROW_BACKOFF));
  return { kind: "retry", atMs: atMs + pauseMs, error };
}

/** Somebody comes back to a task; to an announcement they do not, and its sender is told. */
const refusedBy = ({ siaranId }: OutboxRow, error: string): OutboxOutcome =>
  siaranId === null ? { kind: "parked", error } : { kind: "dead", error: "tidak terjangkau" };

/** True at the attempt after which a message that is no task is given up. */
export const isExhausted = ({ attempts }: OutboxRow): boolean => attempts + 1 >= ATTEMPTS_MAX;

const PRIORITAS_TUGAS = 1;
const ROW_BACKOFF = { firstMs: 1_000, capMs: 600_000 } as const;
const isPastEditing = (result: SendResult): boolean =>
  result.kind === "failed" && (result.code === "gone" || result.code === "rejected");

const nothingSent: SendResult = { kind: "sent", externalIdList: [] };

/** A replacement changes text and choices; the file that was sent stays. */
async function fileOf(
  { isi, op, kantorId }: OutboxRow,
  attachments: Attachments,
  maxByte: number,
): Promise<OutgoingFile | TooLarge | null> {
  if (isi.lampiran === undefined || op.kind === "ubah") return null;
  if (kantorId === null) throw new Error("a message without an office carries a file");
  return attachments.load(isi.lampiran, kantorId, maxByte);
}
