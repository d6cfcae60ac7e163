import type {
  Capabilities,
  MessageRef,
  Outgoing,
  OutgoingFile,
  SendResult,
} from "../../app/ports/channel.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { splitInto } from "../../core/pesan/split.ts";
import type { BotApi } from "./api.ts";
import { overlongToken, sanitizeFileName, toEntities, toKeyboard, toParts } from "./render.ts";
import { isUnchanged, toFailure } from "./send-error.ts";

export interface SendDeps {
  readonly api: BotApi;
  readonly caps: Capabilities;
  readonly timing: Timing;
}

/** 50 MB over a village's uplink. */
const UPLOAD_TIMEOUT_MS = 110_000;
/** What Telegram takes as a photo. */
const PHOTO_MAX_BYTE = 10_000_000;
/** A message of several parts waits so long for its rest; beyond it, all of it is sent again later. */
const PART_WAIT_MAX_MS = 15_000;

/** Sends one message as one or more of Telegram's; the last of them has the keyboard. */
export async function send(deps: SendDeps, chat: string, content: Outgoing): Promise<SendResult> {
  const problem = problemOf(content, deps.caps);
  if (problem !== null) return rejected(problem);
  const partList = toParts(content, deps.caps);
  const externalIdList: string[] = [];
  for (const [at, part] of partList.entries()) {
    const keyboard = at === partList.length - 1 ? toKeyboard(content.pilihan) : null;
    const file = at === 0 ? content.file : null;
    const message = { chat, part, keyboard, file };
    const result = await withPatience(deps.timing, at > 0, () => sendPart(deps.api, message));
    if (result.kind === "failed") return result;
    externalIdList.push(...result.externalIdList);
  }
  return { kind: "sent", externalIdList };
}

/** Replaces text and keyboard of what `send` made; the file of a message stays. */
export async function edit(
  { api, caps }: SendDeps,
  ref: MessageRef,
  content: Outgoing,
): Promise<SendResult> {
  const { externalIdList, withFile } = ref;
  const limits = { max: caps.textMax, firstMax: withFile ? caps.captionMax : caps.textMax };
  // Paired from the end: the last message has the keyboard, and so gets the outcome.
  const partList = splitInto(content.teks, externalIdList.length, limits);
  const targetList = externalIdList.slice(externalIdList.length - Math.max(1, partList.length));
  for (const [at, externalId] of targetList.entries()) {
    const last = at === targetList.length - 1;
    const result = await editPart(api, {
      chat: ref.chat,
      externalId,
      part: partList[at] ?? [],
      keyboard: last ? toKeyboard(content.pilihan) : null,
      isCaption: withFile && externalId === externalIdList[0],
    });
    if (result.kind === "failed") return result;
  }
  return { kind: "sent", externalIdList };
}

interface Part {
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

async function editPart(
  api: BotApi,
  {
    chat,
    part,
    keyboard,
    externalId,
    isCaption,
  }: Part & {
    readonly externalId: string;
    readonly isCaption: boolean;
  },
): Promise<SendResult> {
  const target = {
    chat_id: chat,
    message_id: Number(externalId),
    ...(keyboard === null ? {} : { reply_markup: keyboard }),
  };
  const { text, entities } = toEntities(part);
  try {
    if (text === "") await api.call("editMessageReplyMarkup", target);
    else if (isCaption)
      await api.call("editMessageCaption", {
        ...target,
        caption: text,
        caption_entities: entities,
      });
    else
      await api.call("editMessageText", {
        ...target,
        text,
        entities,
        link_preview_options: { is_disabled: true },
      });
    return { kind: "sent", externalIdList: [externalId] };
  } catch (error) {
    return isUnchanged(error) ? { kind: "sent", externalIdList: [externalId] } : toFailure(error);
  }
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
