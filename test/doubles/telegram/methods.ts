// What each method does to the world. A method that is missing here and returns more than `true`
// is refused, so a test never passes on an invented answer.
import { isDeepStrictEqual } from "node:util";
import type { TelegramBotCommand, TelegramFile, TelegramMessage } from "@gramio/types/objects";
import type {
  GetFileParams,
  SetMessageReactionParams,
  SetMyCommandsParams,
  SetWebhookParams,
} from "@gramio/types/params";
import { badRequest } from "./answer.ts";
import type { Call } from "./calls.ts";
import type { Params } from "./check.ts";
import {
  applyReplyKeyboard,
  captionOf,
  documentOf,
  fileReference,
  keyboardOf,
  type MessageParams,
  photoOf,
  replyOf,
  richOf,
  textOf,
} from "./content.ts";
import type { Method } from "./spec.ts";
import type { UpdateQueue } from "./updates.ts";
import type { World } from "./world.ts";

type State = { world: World; updates: UpdateQueue };
// A method signature, for its looseness: each handler names the parameters it reads, already checked.
type Handler = { handle(state: State, params: Params, call: Call): unknown }["handle"];
type Answered = { callback_query_id: string; text?: string; show_alert?: boolean };
type Plain<T> = { [Key in keyof T]: T[Key] };

const DOWNLOAD_LIMIT = 20 * 1_024 * 1_024;

/** Carries out a checked call and returns its result; refusals are thrown. */
export function perform(state: State, method: Method, call: Call): unknown {
  const handler = HANDLERS[method.name];
  if (handler) return handler(state, call.params, call);
  if (method.returns.is === "literal" && method.returns.value === true) return true;
  throw badRequest(`[double] ${method.name} is not imitated`);
}

const HANDLERS: Record<string, Handler> = {
  getMe: ({ world }) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    has_main_web_app: false,
  }),
  setWebhook: ({ updates }, params: Plain<SetWebhookParams>) => updates.setWebhook(params),
  deleteWebhook: ({ updates }, params: { drop_pending_updates?: boolean }) =>
    updates.setWebhook({ ...params, url: "" }),
  getWebhookInfo: ({ updates }) => updates.webhookInfo(),

  sendMessage: ({ world }, params: MessageParams) => send(world, params, () => textOf(params)),
  sendRichMessage: ({ world }, params: MessageParams) => {
    // Whoever does not know the method does not look at the chat.
    const content = richOf(world, params);
    return send(world, params, () => content);
  },
  sendDocument: ({ world }, params: MessageParams, { files }) =>
    send(world, params, () => ({
      ...documentOf(world, params.document ?? "", files),
      ...captionOf(params),
    })),
  sendPhoto: ({ world }, params: MessageParams, { files }) =>
    send(world, params, () => ({
      ...photoOf(world, params.photo ?? "", files),
      ...captionOf(params),
    })),
  setMessageReaction: ({ world }, params: Plain<SetMessageReactionParams>) => {
    world.chatFor(params.chat_id);
    const emoji = params.reaction?.flatMap((one) => (one.type === "emoji" ? [one.emoji] : []));
    if (world.react(params.chat_id, params.message_id, emoji ?? [])) return true;
    throw badRequest("message to react not found");
  },
  pinChatMessage: ({ world, updates }, params: MessageParams) => {
    const record = world.chatFor(params.chat_id);
    const message = world.message(params.chat_id, params.message_id);
    if (!message) throw badRequest("message to pin not found");
    const { message_id, chat } = message;
    record.pinned = [...record.pinned.filter((one) => one !== message_id), message_id];
    // Telegram notes it in the chat, in the bot's own name.
    const { bot: from, date } = world;
    const noted = { message_id: world.nextMessageId(), from, chat, date, pinned_message: message };
    updates.push(chat.id, { message: noted });
    return true;
  },
  unpinChatMessage: ({ world }, params: MessageParams) => {
    const record = world.chatFor(params.chat_id);
    if (!record.pinned.some((one) => one === params.message_id))
      throw badRequest("message to unpin not found");
    record.pinned = record.pinned.filter((one) => one !== params.message_id);
    return true;
  },
  sendChatAction: ({ world }, params: MessageParams) => Boolean(world.chatFor(params.chat_id)),

  editMessageText: ({ world }, params: MessageParams) =>
    edit(world, params, (old) => {
      const { text, entities: _, rich_message, ...plain } = old;
      if (text === undefined && rich_message === undefined)
        throw badRequest("there is no text in the message to edit");
      return { ...plain, ...(params.rich_message ? richOf(world, params) : textOf(params)) };
    }),
  editMessageCaption: ({ world }, params: MessageParams) =>
    edit(world, params, (old) => {
      const { caption: _, caption_entities: __, ...plain } = old;
      if (old.text !== undefined) throw badRequest("there is no caption in the message to edit");
      return { ...plain, ...captionOf(params) };
    }),
  editMessageReplyMarkup: ({ world }, params: MessageParams) => edit(world, params, (old) => old),
  deleteMessage: ({ world }, params: MessageParams) => {
    world.chatFor(params.chat_id);
    if (world.remove(params.chat_id, params.message_id)) return true;
    throw badRequest("message to delete not found");
  },
  deleteMessages: ({ world }, params: { chat_id: unknown; message_ids: number[] }) => {
    world.chatFor(params.chat_id);
    for (const messageId of params.message_ids) world.remove(params.chat_id, messageId);
    return true;
  },

  answerCallbackQuery: ({ world }, params: Answered) => {
    const text = params.text ?? "";
    if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
    const tap = world.tap(params.callback_query_id);
    if (!tap) throw badRequest(TAP_TOO_OLD);
    tap.toast = { text, alert: params.show_alert === true };
    return true;
  },

  getFile: ({ world }, params: Plain<GetFileParams>): TelegramFile => {
    const file = world.files.get(params.file_id);
    if (!file) throw badRequest("wrong file_id or the file is temporarily unavailable");
    if (file.data.length > DOWNLOAD_LIMIT) throw badRequest("file is too big");
    return { ...fileReference(file), file_path: file.path };
  },

  setMyCommands: ({ world }, params: Plain<SetMyCommandsParams>) => {
    checkCommands(params.commands);
    world.commands.set(commandKey(params), params.commands);
    return true;
  },
  getMyCommands: ({ world }, params) => world.commands.get(commandKey(params)) ?? [],
  deleteMyCommands: ({ world }, params) => {
    world.commands.delete(commandKey(params));
    return true;
  },
};

function send(
  world: World,
  params: MessageParams,
  content: () => Partial<TelegramMessage>,
): TelegramMessage {
  const record = world.chatFor(params.chat_id);
  const reply = replyOf(world, record, params);
  const keyboard = keyboardOf(params);
  const parts = content();
  applyReplyKeyboard(record, params);
  return world.add(record, {
    message_id: world.nextMessageId(),
    from: world.bot,
    chat: record.chat,
    date: world.date,
    ...reply,
    ...parts,
    ...keyboard,
  });
}

/** An edit replaces the keyboard too: left out means taken away. */
function edit(
  world: World,
  params: MessageParams,
  change: (old: TelegramMessage) => TelegramMessage,
): TelegramMessage {
  world.chatFor(params.chat_id);
  const old = world.message(params.chat_id, params.message_id);
  if (!old) throw badRequest("message to edit not found");
  if (old.from?.id !== world.bot.id) throw badRequest("message can't be edited");
  const { reply_markup: _, ...plain } = change(old);
  const next = { ...plain, ...keyboardOf(params) };
  if (isDeepStrictEqual(next, old)) throw badRequest(NOT_MODIFIED);
  return world.replace({ ...next, edit_date: world.date });
}

/** One command list exists per scope and language. */
export function commandKey(params: { scope?: unknown; language_code?: string }): string {
  const scope = params.scope ?? { type: "default" };
  const sorted = Object.entries(scope).toSorted(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([sorted, params.language_code ?? ""]);
}

function checkCommands(commands: TelegramBotCommand[]): void {
  if (commands.length > 100) throw badRequest("too many commands specified");
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > 256) {
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
  }
}

const TAP_TOO_OLD = "query is too old and response timeout expired or query ID is invalid";
const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
