import type { Capabilities, Outgoing, OutgoingFile, SendResult } from "../../app/ports/channel.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";
import type { BotApi } from "./api.ts";
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
}

/** 50 MB over a village's uplink. */
const UPLOAD_TIMEOUT_MS = 110_000;
/** What Telegram takes as a photo. */
const PHOTO_MAX_BYTE = 10_000_000;
/** A message of several parts waits so long for its rest; beyond it, all of it is sent again later. */
const PART_WAIT_MAX_MS = 15_000;

/**
 * Sends one message as one or more of Telegram's; the last of them has the keyboard. Those in `done` went
 * out in an earlier try.
 */
export async function send(
  deps: SendDeps,
  chat: string,
  content: Outgoing,
  done: readonly string[] = [],
): Promise<SendResult> {
  const problem = problemOf(content, deps.caps);
  if (problem !== null) return rejected(problem);
  // What went out in part did not go out rich.
  const message = done.length > 0 ? null : richOf(deps, content);
  return message === null
    ? sendInParts(deps, chat, { content, done })
    : sendRich(deps, chat, { ...content, message });
}

async function sendInParts(
  { api, caps, timing, page }: SendDeps,
  chat: string,
  { content, done = [] }: { readonly content: Outgoing; readonly done?: readonly string[] },
): Promise<SendResult> {
  const partList = toParts(content, caps);
  const externalIdList = [...done];
  for (const [at, part] of partList.entries()) {
    if (at < done.length) continue;
    const keyboard = at === partList.length - 1 ? toKeyboard(content.pilihan, page) : null;
    const file = at === 0 ? content.file : null;
    const message = { chat, part, keyboard, file };
    const result = await withPatience(timing, at > 0, () => sendPart(api, message));
    if (result.kind === "failed") return { ...result, partIdList: externalIdList };
    externalIdList.push(...result.externalIdList);
  }
  return { kind: "sent", externalIdList };
}

/** A file goes first and by itself, for a rich message holds none. */
async function sendRich(
  deps: SendDeps,
  chat: string,
  { message, file, ...content }: Outgoing & { readonly message: RichMessage },
): Promise<SendResult> {
  const { api, timing, rich, page } = deps;
  const before =
    file === null ? NOTHING_YET : await sendPart(api, { chat, part: [], keyboard: null, file });
  if (before.kind === "failed") return before;
  const keyboard = toKeyboard(content.pilihan, page);
  const result = await withPatience(timing, file !== null, () =>
    answered(() =>
      api.callRich("sendRichMessage", {
        chat_id: chat,
        rich_message: message,
        ...(keyboard && { reply_markup: keyboard }),
      }),
    ),
  );
  if (result.kind === "sent") rich.taken();
  if (!isShapeRefused(result)) return behind(before, result);
  const plain = await sendInParts(deps, chat, { content: { ...content, file: null } });
  if (plain.kind === "sent") rich.refused();
  return behind(before, plain);
}

const NOTHING_YET = { kind: "sent", externalIdList: [] } as const;

/** A rich message has no parts to go on with: what fails is sent anew as a whole. */
const behind = (before: Sent, result: SendResult): SendResult =>
  result.kind === "failed"
    ? { ...result, partIdList: [] }
    : { kind: "sent", externalIdList: [...before.externalIdList, ...result.externalIdList] };

type Sent = Extract<SendResult, { kind: "sent" }>;

/** The blocks as the server may be asked to show them; null where there are none, or too many. */
export const richOf = ({ rich }: SendDeps, { blok }: Outgoing): RichMessage | null =>
  blok === undefined || !rich.offered() ? null : toRichMessage(blok);

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
  { chat, part, keyboard, file }: Part & { readonly file: OutgoingFile | null },
): Promise<SendResult> {
  const { text, entities } = toEntities(part);
  const markup = keyboard === null ? {} : { reply_markup: keyboard };
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
