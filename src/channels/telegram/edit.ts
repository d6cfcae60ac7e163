import type { MessageRef, Outgoing, SendResult } from "../../app/ports/channel.ts";
import { splitInto } from "../../core/pesan/split.ts";
import type { BotApi } from "./api.ts";
import { unpinned } from "./pin.ts";
import { toEntities, toKeyboard } from "./render.ts";
import { answered, isShapeRefused, type Part, richOf, type SendDeps } from "./send.ts";
import { isUnchanged, toFailure } from "./send-error.ts";

/** Replaces text and keyboard of what `send` made; the file of a message stays. */
export async function edit(
  deps: SendDeps,
  ref: MessageRef,
  content: Outgoing,
): Promise<SendResult> {
  const result = await editAll(deps, ref, content);
  return content.sematan === "lepas" && result.kind === "sent"
    ? unpinned(deps, ref.chat, result)
    : result;
}

async function editAll(deps: SendDeps, ref: MessageRef, content: Outgoing): Promise<SendResult> {
  const { externalIdList, withFile, chat } = ref;
  const last = externalIdList.at(-1);
  const message = await richOf(deps, content);
  // The text below a file is no message of its own, and has no room for blocks.
  if (last === undefined || message === null || (withFile && externalIdList.length === 1))
    return editParts(deps, ref, content);
  const keyboard = toKeyboard(content.pilihan, deps.page);
  const result = await answered(() =>
    deps.api.callRich("editMessageText", {
      chat_id: chat,
      message_id: Number(last),
      rich_message: message,
      ...(keyboard && { reply_markup: keyboard }),
    }),
  );
  if (isShapeRefused(result)) return editParts(deps, ref, content);
  return result.kind === "sent" ? { kind: "sent", externalIdList } : result;
}

async function editParts(
  { api, caps, page }: SendDeps,
  { chat, externalIdList, withFile }: MessageRef,
  content: Outgoing,
): Promise<SendResult> {
  const limits = { max: caps.textMax, firstMax: withFile ? caps.captionMax : caps.textMax };
  // Paired from the end: the last message has the keyboard, and so gets the outcome.
  const partList = splitInto(content.teks, externalIdList.length, limits);
  const targetList = externalIdList.slice(externalIdList.length - Math.max(1, partList.length));
  for (const [at, externalId] of targetList.entries()) {
    const last = at === targetList.length - 1;
    const result = await editPart(api, {
      chat,
      externalId,
      part: partList[at] ?? [],
      keyboard: last ? toKeyboard(content.pilihan, page) : null,
      isCaption: withFile && externalId === externalIdList[0],
    });
    if (result.kind === "failed") return result;
  }
  return { kind: "sent", externalIdList };
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
