import type {
  Capabilities,
  MessageRef,
  Outgoing,
  OutgoingFile,
  SendResult,
  SoFar,
} from "../../app/ports/channel.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { splitInto } from "../../core/pesan/split.ts";
import type { Lanes } from "../lanes.ts";
import { sendParts } from "../send-parts.ts";
import { sanitizeFileName, toMarkup } from "../whatsapp-markup.ts";
import type { Addresses } from "./addresses.ts";
import type { Allowance } from "./allowance.ts";
import { type ClosePollDeps, closePolls } from "./close-poll.ts";
import { within } from "./fault.ts";
import { isPollId, pollId } from "./message-id.ts";
import { isGroup, isPerson, parseSent } from "./parse.ts";
import { toParts } from "./render.ts";
import type { WaClient } from "./seam.ts";
import { failed, type SendFailure, toFailure } from "./send-error.ts";

export interface SendDeps extends ClosePollDeps {
  readonly caps: Capabilities;
  readonly addresses: Pick<Addresses, "routeTo">;
  readonly allowance: Pick<Allowance, "take">;
  /** One message of a chat at a time: a text would overtake a large file. */
  readonly lanes: Lanes;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** People see "typing" for so long before a message; nobody writes at once, and never evenly. */
const TYPING_MS = { least: 400, spread: 800 } as const;
const TYPING_ANSWER_MS = 5_000;
const TEXT_MS = 45_000;
/** 60 MB pass through the browser in base64 and then over an office's uplink. */
const FILE_MS = 110_000;
const NOT_READY_RETRY_MS = 5_000;
/** The server took the message and gave it back, as it does when a number writes too much. */
const REFUSED_RETRY_MS = 60_000;

/** Sends one message as one or more of WhatsApp's. */
export async function send(
  deps: SendDeps,
  chat: string,
  content: Outgoing,
  soFar: SoFar = {},
): Promise<SendResult> {
  const problem = problemOf(chat, content, deps.caps);
  if (problem !== null) return failed("rejected", problem, null);
  return deps.lanes.run(chat, async () => {
    const texts = await sendParts(toParts(content, deps.caps), soFar, (part, at) => {
      const out = partOf(part, at === 0 ? content.file : null);
      // Of a message to many the first part alone asks for leave: the rest belongs to it.
      const many = content.massal === true && at === 0;
      return sendPart(deps, chat, { ...out, many });
    });
    if (texts.kind === "failed") return texts;
    const { externalIdList } = texts;
    if (content.ajakan !== undefined) await soFar.went?.(externalIdList);
    const poll = await sendPoll(deps, chat, content);
    if (poll.kind === "failed") return { ...poll, partIdList: externalIdList };
    return { kind: "sent", externalIdList: [...externalIdList, ...poll.externalIdList] };
  });
}

/**
 * Replaces the text of what `send` made; a file stays. WhatsApp allows it for some minutes; what
 * cannot be edited counts as gone, and the caller sends anew. A poll goes with what it asked.
 */
export async function edit(
  deps: SendDeps,
  { chat, externalIdList, withFile }: MessageRef,
  content: Outgoing,
): Promise<SendResult> {
  const { textMax, captionMax } = deps.caps;
  const limits = { max: textMax, firstMax: withFile ? captionMax : textMax };
  const textIdList = externalIdList.filter((id) => !isPollId(id));
  // Paired from the end: the last message asked the question, and so gets the outcome.
  const partList = splitInto(content.teks, textIdList.length, limits);
  const targetList = textIdList.slice(textIdList.length - partList.length);
  return deps.lanes.run(chat, async () => {
    if (content.pilihan.length === 0) await closePolls(deps, externalIdList.filter(isPollId));
    for (const [at, externalId] of targetList.entries()) {
      const failure = await editPart(deps, externalId, toMarkup(partList[at] ?? []));
      if (failure !== null) return failure;
    }
    return { kind: "sent", externalIdList };
  });
}

function problemOf(chat: string, { teks, file }: Outgoing, caps: Capabilities): string | null {
  if (!isPerson(chat) && !isGroup(chat)) return "not the chat of one person";
  if (file === null) return plainText(teks).trim() === "" ? "the message is empty" : null;
  if (file.data.byteLength === 0) return "the file is empty";
  return file.data.byteLength > caps.fileOutMaxByte ? "the file is too large" : null;
}

interface Part {
  /** Whether it takes one out of the day's share; a poll belongs to the text before it. */
  readonly counts: boolean;
  /** One of many with the same words. */
  readonly many?: boolean;
  readonly limitMs: number;
  readonly post: (client: WaClient, route: string) => Promise<unknown>;
}

function partOf(part: RichText, file: OutgoingFile | null): Part {
  const text = toMarkup(part);
  return file === null
    ? { counts: true, limitMs: TEXT_MS, post: (client, route) => client.sendText(route, text) }
    : {
        counts: true,
        limitMs: FILE_MS,
        post: (client, route) => client.sendFile(route, withSafeName(file), text),
      };
}

async function sendPart(deps: SendDeps, chat: string, part: Part): Promise<SendResult> {
  const { addresses, allowance, timing } = deps;
  if (deps.client() === null) return notReady();
  const over = part.counts ? allowance.take(chat, part.many) : null;
  if (over !== null) return failed("throttled", over.why, over.waitMs, over.scope);
  const route = addresses.routeTo(chat);
  await type(deps, route);
  // The connection may have ended while we were typing.
  const client = deps.client();
  if (client === null) return notReady();
  try {
    return resultOf(await within(timing, part.limitMs, part.post(client, route)));
  } catch (thrown) {
    return toFailure(thrown);
  }
}

/**
 * The choices, behind the text they belong to. A page that can make no polls leaves them to be typed:
 * sending the text again and again would help nobody.
 */
async function sendPoll(
  deps: SendDeps,
  chat: string,
  { ajakan, pilihan }: Outgoing,
): Promise<SendResult> {
  if (ajakan === undefined) return { kind: "sent", externalIdList: [] };
  const titleList = pilihan.flat().map(({ judul }) => judul);
  const post: Part["post"] = (client, route) => client.sendPoll(route, ajakan, titleList);
  try {
    const result = await sendPart(deps, chat, { counts: false, limitMs: TEXT_MS, post });
    if (result.kind === "sent")
      return { ...result, externalIdList: result.externalIdList.map(pollId) };
    if (result.retryAfterMs !== null) return result;
    deps.log.error({ code: result.code }, "a poll could not be sent; its choices can be typed");
  } catch (thrown) {
    deps.log.error({ err: thrown }, "a poll could not be sent; its choices can be typed");
  }
  return { kind: "sent", externalIdList: [] };
}

function resultOf(raw: unknown): SendResult {
  const sent = parseSent(raw);
  if (sent === null) return failed("blocked", "WhatsApp does not know this chat", null);
  if (sent.refused)
    return failed("throttled", "WhatsApp refused the message", REFUSED_RETRY_MS, "chat");
  return { kind: "sent", externalIdList: [sent.id] };
}

/** Only looks: whether it is seen changes nothing. */
async function type({ client, timing, random }: SendDeps, route: string): Promise<void> {
  try {
    await within(timing, TYPING_ANSWER_MS, client()?.sendTyping(route) ?? Promise.resolve());
  } catch {
    // The send itself will tell.
  }
  await timing.sleep(Math.round(TYPING_MS.least + TYPING_MS.spread * random()));
}

async function editPart(
  { client, timing }: SendDeps,
  externalId: string,
  text: string,
): Promise<SendFailure | null> {
  const current = client();
  if (current === null) return notReady();
  try {
    const message = await within(timing, TEXT_MS, current.getMessage(externalId));
    const edited = message && (await within(timing, TEXT_MS, message.edit(text)));
    return edited ? null : gone();
  } catch (thrown) {
    return editFailure(thrown);
  }
}

/** The page names no reason why a message cannot be edited; only trouble with itself is worth a retry. */
function editFailure(thrown: unknown): SendFailure {
  try {
    const failure = toFailure(thrown);
    return failure.retryAfterMs === null ? gone() : failure;
  } catch {
    return gone();
  }
}

const gone = (): SendFailure => failed("gone", "the message cannot be edited (any more)", null);

const notReady = (): SendFailure =>
  failed("not-ready", "WhatsApp is not connected", NOT_READY_RETRY_MS);

const withSafeName = (file: OutgoingFile): OutgoingFile => ({
  ...file,
  nama: sanitizeFileName(file.nama),
});
