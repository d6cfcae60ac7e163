import { backoffMs } from "../../core/backoff.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import {
  berkasDimusnahkan,
  berkasMenyusul,
  berkasTerlaluBesar,
  denganSidik,
  tanpaBerkas,
} from "../../core/pesan/lampiran.ts";
import type { Pesan, Pilihan } from "../../core/pesan/pesan.ts";
import { degrade } from "../../core/pesan/render.ts";
import { plain, plainText } from "../../core/pesan/spans.ts";
import type { Teks } from "../../core/pesan/teks.ts";
import { tokenOf } from "../../core/pesan/token.ts";
import { inWords, type Pembaca, pembacaAsing, sayTo } from "../../core/pesan/ucap.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Attachments, Destroyed, TooLarge } from "../ports/attachments.ts";
import type {
  Capabilities,
  Channel,
  MessageRef,
  Outgoing,
  OutgoingFile,
  SendResult,
  SoFar,
} from "../ports/channel.ts";
import type { OutboxDraft, OutboxOutcome, OutboxRow } from "../ports/outbox.ts";

export type SendFailure = Extract<SendResult, { kind: "failed" }>;

/** Attempts after which a message is given up; with the pauses between them about two hours. */
const ATTEMPTS_MAX = 20;
/**
 * Faults of its own after which a message is given up, a task too: others of its chat wait behind
 * it. With the pauses between them two and a half minutes.
 */
export const FAULTS_MAX = 5;

/** What is to be had of a message's file: the file, why there is none, or null where it has none. */
export type Loaded = OutgoingFile | TooLarge | Destroyed | Missing | null;

/** A file that a message goes without. */
interface Missing {
  readonly gagal: "dibuat" | "dikirim";
  readonly error: string;
}

/**
 * True when there is nothing to send: the message to be replaced never came out, or it cannot be
 * changed and there is nothing to say instead.
 */
export const isMoot = ({ op, isi }: OutboxRow, channel: Channel): boolean =>
  op.kind === "ubah" &&
  (op.ref === null || (channel.edit === undefined && isi.singkat === undefined));

/**
 * The row as the channel takes it, tokens complete and choices fitted; behind it, where that differs,
 * the same without looks and buttons, its choices as text, for a service that refuses the shape.
 */
export function formsOf(
  row: OutboxRow,
  { caps, kamus }: { readonly caps: Capabilities; readonly kamus: Kamus },
  file: Loaded,
): readonly Outgoing[] {
  const { isi } = row;
  const pembaca = pembacaDari(kamus, isi);
  const promptId = row.promptId ?? isi.promptId ?? null;
  const withToken = (one: Pilihan): Pilihan => ({ ...one, id: tokenOf(promptId, one.id) });
  const teks = textOf(isi, file);
  const shown = {
    teks: inWords(pembaca, teks),
    // What became of a file is told in words alone.
    ...(isi.blok !== undefined && teks === isi.teks && { blok: isi.blok }),
    pilihan: (isi.pilihan ?? []).map((list) => list.map(withToken)),
    tanpaNomor: isi.tanpaNomor === true,
  };
  const data = isFile(file) ? file : null;
  const more = {
    file: data,
    ...(row.siaranId !== null && ({ massal: true } as const)),
    ...(isi.sematan && { sematan: isi.sematan }),
  };
  const full = { ...degrade(shown, caps, pembaca), ...more };
  const worded = degrade(shown, { ...caps, choices: "text" }, pembaca);
  const bare = { teks: plain(plainText(worded.teks)), pilihan: [], ...more };
  const hasShape =
    full.pilihan.length > 0 ||
    full.blok !== undefined ||
    full.teks.some(({ tebal, miring }) => tebal || miring);
  return hasShape ? [full, bare] : [full];
}

/** The file is there. */
export const isFile = (file: Loaded): file is OutgoingFile => file !== null && "data" in file;

/** The file is not there, and neither too large nor destroyed. */
export const isMissing = (file: Loaded): file is Missing => file !== null && "gagal" in file;

/** The service takes messages, but not this one as it is. */
export const isRefused = (result: SendResult): result is SendFailure =>
  result.kind === "failed" && result.code === "rejected";

/** The message arrives all the same; its text says what became of the file. */
function textOf({ teks, lampiran }: Pesan, file: Loaded): Teks {
  if (lampiran === undefined || file === null || isFile(file)) return teks;
  if ("dimusnahkan" in file) return berkasDimusnahkan(teks, file.nama);
  return isMissing(file)
    ? tanpaBerkas(teks, lampiran, file.gagal)
    : berkasTerlaluBesar(teks, lampiran, file);
}

/** True at the fault after which a message goes without its file, or not at all. */
export const isLastFault = ({ faults }: OutboxRow): boolean => faults + 1 >= FAULTS_MAX;

/** Whether a message makes sense without its file: not where it brings nothing but one left behind. */
export const canGoWithout = ({ isi, dedupeKey }: OutboxRow): boolean =>
  isi.lampiran !== undefined && !dedupeKey.startsWith(LEFT_BEHIND);

/** The file that a message went without, as a message of its own. */
export function leftBehind(row: OutboxRow, file: Loaded, kamus: Kamus): Left {
  const { id, kantorId, pegawaiId, address, prioritas, isi } = row;
  if (isi.lampiran === undefined || !isMissing(file)) return {};
  const letter: OutboxDraft = {
    id: `${id}.berkas`,
    dedupeKey: `${LEFT_BEHIND}${id}`,
    kantorId,
    pegawaiId,
    address,
    prioritas,
    promptId: null,
    siaranId: null,
    isi: sayTo(pembacaDari(kamus, isi), {
      teks: berkasMenyusul(isi.lampiran),
      lampiran: isi.lampiran,
    }),
  };
  return { left: { letter, error: `berkas tidak dapat ${file.gagal}: ${file.error}` } };
}

/** Whoever reads what sending adds to this message. */
const pembacaDari = (kamus: Kamus, { bahasa }: Pesan): Pembaca => ({
  ...pembacaAsing(kamus),
  bahasa: bahasa ?? "id",
});

type Left = Pick<Extract<OutboxOutcome, { kind: "sent" }>, "left">;

/** What is written down beside a message that was sent. */
type More = Left & Pick<Extract<OutboxOutcome, { kind: "sent" }>, "charge">;

const LEFT_BEHIND = "berkas:";

/**
 * Sends or replaces; the one place where the two differ. What can no longer be replaced is followed
 * by its outcome in one short message, so that nobody goes on trusting an old prompt.
 */
export async function transmit(
  row: OutboxRow,
  channel: Channel,
  content: Outgoing,
  soFar: SoFar,
): Promise<SendResult> {
  const { op, address, isi } = row;
  if (op.kind === "kirim")
    return (await reacted(row, channel)) ?? channel.send(address.chat, content, soFar);
  if (op.ref === null) return nothingSent;
  // It was on its way anew when it stopped.
  if (soFar.done !== undefined) return channel.send(address.chat, content, soFar);
  const edited = (await channel.edit?.(op.ref, content)) ?? nothingSent;
  // What is to stay at the top of a chat is shown anew where it was deleted.
  if (isi.sematan === "pasang" && isGone(edited)) return channel.send(address.chat, content);
  if (isi.singkat === undefined || (channel.edit !== undefined && !isPastEditing(edited)))
    return edited;
  return channel.send(address.chat, { teks: isi.singkat, pilihan: [], file: null });
}

/**
 * A sign in place of the message; null where there is none to be put, or the service will not have it, and
 * words are needed. After anything else the sign is tried again, which does not double it.
 */
async function reacted({ isi, address }: OutboxRow, channel: Channel): Promise<SendResult | null> {
  const { reaksi } = isi;
  if (reaksi?.pada === undefined) return null;
  const result = await channel.react?.(address.chat, reaksi.pada, reaksi.tanda);
  return result === undefined || isRefused(result) ? null : result;
}

/**
 * What a result means for the row. What a chat refuses is kept back until it takes messages again, but
 * a broadcast reports it.
 */
export function outcomeOf(
  row: OutboxRow,
  result: SendResult,
  { atMs, withFile, ...more }: { readonly atMs: Instant; readonly withFile: boolean } & More,
): OutboxOutcome {
  const { op, address, isi } = row;
  if (result.kind === "sent" || (op.kind === "ubah" && result.code === "gone")) {
    const externalIdList = result.kind === "sent" ? result.externalIdList : [];
    const ref = { chat: address.chat, externalIdList, withFile };
    return { kind: "sent", ...shownAs(row, ref), atMs, ...more };
  }
  const outcome = unsent(row, result);
  const { partIdList = [] } = result;
  const goesOn = op.kind === "kirim" || isi.sematan === "pasang";
  return outcome.kind === "retry" && goesOn && partIdList.length > 0
    ? { ...outcome, part: { chat: address.chat, externalIdList: partIdList, withFile } }
    : outcome;
}

/** A replacement is found where the replaced was, but for one that is pinned and went out again in its place. */
function shownAs(
  { op, isi }: OutboxRow,
  ref: MessageRef,
): Pick<Extract<OutboxOutcome, { kind: "sent" }>, "ref" | "anew"> {
  if (op.kind === "kirim" || op.ref === null) return { ref };
  const last = ref.externalIdList.at(-1);
  const anew =
    isi.sematan === "pasang" && last !== undefined && last !== op.ref.externalIdList.at(-1);
  return anew ? { ref, anew } : { ref: op.ref };
}

/** A task is never given up while only the way is bad, for somebody waits for its answer. */
function unsent(row: OutboxRow, result: SendFailure): OutboxOutcome {
  const error = `${result.code}: ${result.detail}`;
  if (result.code === "blocked") return refusedBy(row, error);
  if (result.code === "closed") return { kind: "held", heardMs: null, closed: true };
  if (result.retryAfterMs === null) return { kind: "dead", error };
  if (result.code === "rejected") return faulted(row, { error, tried: true });
  // The channel's trouble, not the message's: however long it lasts, it costs the message nothing.
  if (result.code === "throttled" || result.code === "not-ready")
    return { kind: "retry", afterMs: result.retryAfterMs, error, tried: false, faulty: false };
  if (isExhausted(row) && row.prioritas !== PRIORITAS_TUGAS) return { kind: "dead", error };
  const afterMs = Math.max(result.retryAfterMs, backoffMs(row.attempts + 1, ROW_BACKOFF));
  return { kind: "retry", afterMs, error, tried: true, faulty: false };
}

/** What a fault of its own means for a message: later tries, and in the end a dead letter. */
export function faulted(
  row: OutboxRow,
  fault: { readonly error: string; readonly tried: boolean },
): OutboxOutcome {
  if (isLastFault(row)) return { kind: "dead", error: fault.error };
  const afterMs = backoffMs(row.faults + 1, FAULT_BACKOFF);
  return { kind: "retry", afterMs, faulty: true, ...fault };
}

/** Somebody comes back to a task; to an announcement they do not, and its sender is told. */
const refusedBy = ({ siaranId }: OutboxRow, error: string): OutboxOutcome =>
  siaranId === null ? { kind: "parked", error } : { kind: "dead", error: "tidak terjangkau" };

/** True at the attempt after which a message that is no task is given up. */
export const isExhausted = ({ attempts }: OutboxRow): boolean => attempts + 1 >= ATTEMPTS_MAX;

const PRIORITAS_TUGAS = 1;
const ROW_BACKOFF = { firstMs: 1_000, capMs: 600_000 } as const;
const FAULT_BACKOFF = { firstMs: 10_000, capMs: 600_000 } as const;
const isGone = (result: SendResult): boolean => result.kind === "failed" && result.code === "gone";
const isPastEditing = (result: SendResult): boolean =>
  isGone(result) || (result.kind === "failed" && result.code === "rejected");

/** What a message that had nothing to send came to. */
export const nothingSent: SendResult = { kind: "sent", externalIdList: [] };

/** The row with the digest of the log below its words, where it promises one. */
export async function withSidik(
  row: OutboxRow,
  { attachments, kamus }: { readonly attachments: Attachments; readonly kamus: Kamus },
): Promise<OutboxRow> {
  const { isi, kantorId } = row;
  const { sidik, blok: _, ...words } = isi;
  if (sidik === undefined) return row;
  if (kantorId === null) throw new Error("a message without an office has no log");
  const ujung = await attachments.ujung(kantorId, sidik);
  const teks = inWords(pembacaDari(kamus, isi), denganSidik(isi.teks, ujung));
  return { ...row, isi: { ...words, teks } };
}

/** A replacement changes text and choices; the file that was sent stays. */
export async function loadFile(
  { isi, op, kantorId }: OutboxRow,
  attachments: Attachments,
  maxByte: number,
): Promise<OutgoingFile | TooLarge | Destroyed | null> {
  if (isi.lampiran === undefined || op.kind === "ubah") return null;
  if (kantorId === null) throw new Error("a message without an office carries a file");
  return attachments.load(isi.lampiran, kantorId, maxByte);
}
