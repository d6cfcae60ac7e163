import type {
  Capabilities,
  Outgoing,
  OutgoingFile,
  SendResult,
  SoFar,
} from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { sendParts } from "../send-parts.ts";
import type { BotApi } from "./api.ts";
import { bareFile, fileOf, isBareFile } from "./part-id.ts";
import { pinned } from "./pin.ts";
import { overlongToken, sanitizeFileName, toEntities, toKeyboard, toParts } from "./render.ts";
import { type RichMessage, toRichMessage } from "./rich.ts";
import type { RichSupport } from "./rich-support.ts";
import { isUnchanged, toFailure } from "./send-error.ts";

export interface SendDeps {
  readonly api: BotApi;
  readonly caps: Capabilities;
  readonly timing: Timing;
  readonly rich: RichSupport;
  /** The address of the page that choices may open; null where there is none. */
  readonly page: string | null;
  readonly log: Log;
}

/** 50 MB over a village's uplink. */
const UPLOAD_TIMEOUT_MS = 110_000;
/** What Telegram takes as a photo. */
const PHOTO_MAX_BYTE = 10_000_000;
/** A message of several parts waits so long for its rest; beyond it, all of it is sent again later. */
const PART_WAIT_MAX_MS = 15_000;

/** Sends one message as one or more of Telegram's; the last of them has the keyboard. */
export async function send(
  deps: SendDeps,
  chat: string,
  content: Outgoing,
  soFar: SoFar = {},
): Promise<SendResult> {
  const problem = problemOf(content, deps.caps);
  if (problem !== null) return rejected(problem);
  const result = await sendAll(deps, chat, { content, ...soFar });
  return content.sematan === "pasang" && result.kind === "sent"
    ? pinned(deps, chat, result)
    : result;
}

interface Sending extends SoFar {
  readonly content: Outgoing;
}

async function sendAll(deps: SendDeps, chat: string, sending: Sending): Promise<SendResult> {
  const { content, done = [], went } = sending;
  const [first, ...words] = done;
  // Words that went out in part go on as words.
  if (first !== undefined && !isBareFile(first)) return sendInParts(deps, chat, sending);
  const message = words.length > 0 ? null : await richOf(deps, content);
  if (first === undefined && message === null) return sendInParts(deps, chat, sending);
  return sendBehindFile(deps, chat, { content, message, file: first ?? null, words, went });
}

async function sendInParts(
  { api, caps, timing, page }: SendDeps,
  chat: string,
  { content, ...soFar }: Sending,
): Promise<SendResult> {
  const partList = toParts(content, caps);
  return sendParts(partList, soFar, (part, at) => {
    const keyboard = at === partList.length - 1 ? toKeyboard(content.pilihan, page) : null;
    const file = at === 0 ? content.file : null;
    const quiet = content.sematan !== undefined;
    const message = { chat, part, keyboard, file, quiet };
    return withPatience(timing, at > 0, () => sendPart(api, message));
  });
}

interface BehindFile {
  readonly content: Outgoing;
  /** Null where what follows the file is said in words. */
  readonly message: RichMessage | null;
  /** The file, where it went out in an earlier try. */
  readonly file: string | null;
  /** Words behind it that did too. */
  readonly words: readonly string[];
  readonly went: SoFar["went"];
}

/** A file goes first and by itself, for a rich message holds none; each try goes on where the last one failed. */
async function sendBehindFile(
  deps: SendDeps,
  chat: string,
  { content: { file, ...rest }, message, ...sending }: BehindFile,
): Promise<SendResult> {
  const before = await sendBareFile(deps, chat, { file, done: sending.file });
  if (before.kind === "failed") return before;
  const content = { ...rest, file: null };
  const patient = file !== null;
  const fileIdList = before.externalIdList;
  const withWords = (words: readonly string[]) => [...fileIdList.map(bareFile), ...words];
  const went = async (words: readonly string[]) => sending.went?.(withWords(words));
  if (fileIdList.length > 0 && sending.file === null) await went([]);
  const result =
    message === null
      ? await sendInParts(deps, chat, { content, done: sending.words, went })
      : await sendRichOrWords(deps, chat, { content, message, patient, went });
  return result.kind === "failed"
    ? { ...result, partIdList: withWords(result.partIdList ?? []) }
    : { ...result, externalIdList: [...fileIdList, ...result.externalIdList] };
}

/** Where there is a file and it has not gone out. */
async function sendBareFile(
  { api }: SendDeps,
  chat: string,
  { file, done }: { readonly file: OutgoingFile | null; readonly done: string | null },
): Promise<SendResult> {
  if (done !== null) return { kind: "sent", externalIdList: [fileOf(done)] };
  return file === null ? NOTHING_YET : sendPart(api, { chat, part: [], keyboard: null, file });
}

interface Rich {
  readonly content: Outgoing;
  readonly message: RichMessage;
  /** Something of it is out already. */
  readonly patient: boolean;
  readonly went: SoFar["went"];
}

async function sendRichOrWords(deps: SendDeps, chat: string, rich: Rich): Promise<SendResult> {
  const result = await sendRich(deps, chat, rich);
  if (!isShapeRefused(result)) return result;
  const words = await sendInParts(deps, chat, { content: rich.content, went: rich.went });
  if (words.kind === "sent") deps.rich.refused();
  return words;
}

async function sendRich(
  { api, timing, rich, page }: SendDeps,
  chat: string,
  { content: { pilihan }, message, patient }: Rich,
): Promise<SendResult> {
  const keyboard = toKeyboard(pilihan, page);
  const result = await withPatience(timing, patient, () =>
    answered(() =>
      api.callRich("sendRichMessage", {
        chat_id: chat,
        rich_message: message,
        ...(keyboard && { reply_markup: keyboard }),
      }),
    ),
  );
  if (result.kind === "sent") rich.taken();
  return result;
}

const NOTHING_YET = { kind: "sent", externalIdList: [] } as const;

/**
 * The blocks as the server may be asked to show them; null where there are none, or too many. Words that a
 * file could have had below it are not put at stake while nobody knows whether the server takes blocks.
 */
export async function richOf(
  { rich }: SendDeps,
  { blok, file }: Outgoing,
): Promise<RichMessage | null> {
  if (blok === undefined) return null;
  return (file === null ? rich.offered() : await rich.known()) ? toRichMessage(blok) : null;
}

/** Refused as such, so that nothing of it was shown; an older server does not know the method at all. */
export const isShapeRefused = (result: SendResult): boolean =>
  result.kind === "failed" && (result.code === "rejected" || result.code === "not-ready");

/** The message a call made or changed; one that looks so already is as good as changed. */
export async function answered(
  call: () => Promise<{ readonly message_id: number }>,
): Promise<SendResult> {
  try {
    const { message_id } = await call();
    return { kind: "sent", externalIdList: [String(message_id)] };
  } catch (error) {
    return isUnchanged(error) ? NOTHING_YET : toFailure(error);
  }
}

/** One message of several, as it goes out. */
export interface Part {
  readonly chat: string;
  readonly part: RichText;
  readonly keyboard: ReturnType<typeof toKeyboard>;
}

function problemOf({ teks, pilihan, file }: Outgoing, caps: Capabilities): string | null {
  const overlong = overlongToken(pilihan);
  if (overlong !== undefined) return "a choice's token is longer than 64 bytes";
  if (file === null) return plainText(teks).trim() === "" ? "the message is empty" : null;
  if (file.data.byteLength === 0) return "the file is empty";
  return file.data.byteLength > caps.fileOutMaxByte ? "the file is too large" : null;
}

async function sendPart(
  api: BotApi,
  {
    chat,
    part,
    keyboard,
    file,
    quiet = false,
  }: Part & { readonly file: OutgoingFile | null; readonly quiet?: boolean },
): Promise<SendResult> {
  const { text, entities } = toEntities(part);
  const markup = {
    ...(keyboard !== null && { reply_markup: keyboard }),
    ...(quiet && { disable_notification: true }),
  };
  try {
    const message =
      file === null
        ? await api.call("sendMessage", {
            chat_id: chat,
            text,
            entities,
            link_preview_options: { is_disabled: true },
            ...markup,
          })
        : await sendFile(api, file, {
            chat_id: chat,
            ...(text === "" ? {} : { caption: text, caption_entities: entities }),
            ...markup,
          });
    return { kind: "sent", externalIdList: [String(message.message_id)] };
  } catch (error) {
    return toFailure(error);
  }
}

/** A picture to be looked at is shown in the chat, unless it is larger than a photo may be. */
function sendFile(
  api: BotApi,
  { nama, data, gambar }: OutgoingFile,
  beside: Omit<Parameters<typeof api.call<"sendDocument">>[1], "document">,
) {
  const file = { source: bytesOf(data), filename: sanitizeFileName(nama) };
  const patience = { timeoutMs: UPLOAD_TIMEOUT_MS };
  return gambar === true && data.byteLength <= PHOTO_MAX_BYTE
    ? api.call("sendPhoto", { ...beside, photo: file }, patience)
    : api.call("sendDocument", { ...beside, document: file }, patience);
}

/** The first part may wait for a better day; once it is out, the others should follow it. */
async function withPatience(
  timing: Timing,
  patient: boolean,
  attempt: () => Promise<SendResult>,
): Promise<SendResult> {
  const result = await attempt();
  if (!patient || result.kind === "sent" || result.code !== "throttled") return result;
  const waitMs = result.retryAfterMs ?? 0;
  if (waitMs > PART_WAIT_MAX_MS) return result;
  await timing.sleep(waitMs);
  return attempt();
}

const rejected = (detail: string): SendResult => ({
  kind: "failed",
  code: "rejected",
  detail,
  retryAfterMs: null,
});

/** The same memory under the name the client knows it by. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
