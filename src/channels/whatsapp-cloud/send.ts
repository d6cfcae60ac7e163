import { z } from "zod";
import type {
  Capabilities,
  Outgoing,
  OutgoingFile,
  SendResult,
  SoFar,
} from "../../app/ports/channel.ts";
import { plainText } from "../../core/pesan/spans.ts";
import type { Pembuka, TemplatPembuka } from "../../core/pesan/templat-pembuka.ts";
import type { Lanes } from "../lanes.ts";
import { sendParts } from "../send-parts.ts";
import { sanitizeFileName } from "../whatsapp-markup.ts";
import type { GraphApi } from "./api.ts";
import { failed, neverLeft, readAnswer, type SendFailure, toFailure } from "./errors.ts";
import { overlongToken, type Part, toParts } from "./render.ts";
import { isTemplatOf, wordsOf } from "./templates.ts";

export interface SendDeps {
  readonly api: GraphApi;
  readonly phoneId: string;
  readonly caps: Capabilities;
  /** One message of a chat at a time: a text would overtake a large file. */
  readonly lanes: Lanes;
  readonly templatList: readonly TemplatPembuka[];
}

/** 100 MB over a village's uplink would take longer; so would a person's patience. */
const UPLOAD_MS = 110_000;
/** What the service takes as a picture. */
const IMAGE_MAX_BYTE = 5_000_000;
const IMAGES = new Set(["image/jpeg", "image/png"]);
/** What it takes as a document, and nothing else: an archive has to be fetched elsewhere. */
const DOCUMENTS = new Set([
  ...IMAGES,
  "text/plain",
  "application/pdf",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
]);

/** Sends one message as one or more of WhatsApp's. */
export async function send(
  deps: SendDeps,
  chat: string,
  content: Outgoing,
  soFar: SoFar = {},
): Promise<SendResult> {
  const problem = problemOf(content, deps.caps);
  if (problem !== null) return failed({ code: "rejected", retryAfterMs: null }, problem);
  return deps.lanes.run(chat, () =>
    sendParts(toParts(content, deps.caps), soFar, (part) =>
      attempt(() => sendPart(deps, chat, part)),
    ),
  );
}

/** Opens a chat again with an approved template. */
export async function open(deps: SendDeps, chat: string, pembuka: Pembuka): Promise<SendResult> {
  const templat =
    deps.templatList.find((one) => isTemplatOf(one, pembuka)) ??
    deps.templatList.find((one) => isTemplatOf(one, { ...pembuka, bahasa: "id" }));
  if (templat === undefined)
    return failed({ code: "rejected", retryAfterMs: null }, `no template ${pembuka.jenis}`);
  return deps.lanes.run(chat, () =>
    attempt(async () => {
      const text = wordsOf(templat, pembuka).map((one) => ({ type: "text", text: one }));
      return post(deps, chat, {
        type: "template",
        template: {
          name: templat.nama,
          language: { code: templat.bahasa },
          components: [
            { type: "body", parameters: text },
            {
              type: "button",
              sub_type: "quick_reply",
              index: "0",
              parameters: [{ type: "payload", payload: OPEN }],
            },
          ],
        },
      });
    }),
  );
}

/** What the button of a template says when it is tapped: nothing but that somebody is there. */
export const OPEN = "sopir:buka";

function problemOf({ teks, pilihan, file }: Outgoing, caps: Capabilities): string | null {
  if (overlongToken(pilihan)) return "a choice's token is longer than 200 letters";
  if (file === null) return plainText(teks).trim() === "" ? "the message is empty" : null;
  if (file.data.byteLength === 0) return "the file is empty";
  if (!DOCUMENTS.has(bareMime(file.mime))) return `files of type ${file.mime} are not taken`;
  return file.data.byteLength > caps.fileOutMaxByte ? "the file is too large" : null;
}

async function attempt(work: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await work();
  } catch (thrown) {
    const failure: SendFailure = toFailure(thrown);
    return neverLeft(thrown) ? { ...failure, neverLeft: true } : failure;
  }
}

async function sendPart(deps: SendDeps, chat: string, part: Part): Promise<SendResult> {
  switch (part.type) {
    case "text":
      return post(deps, chat, { type: "text", text: { body: part.text, preview_url: false } });
    case "file": {
      const { type, media } = await upload(deps, part.file);
      const caption = part.text === "" ? {} : { caption: part.text };
      return post(deps, chat, { type, [type]: { ...media, ...caption } });
    }
    case "buttons": {
      const media = part.file && (await upload(deps, part.file));
      const header = media && { type: media.type, [media.type]: media.media };
      const buttons = part.buttons.map((reply) => ({ type: "reply", reply }));
      return post(deps, chat, {
        type: "interactive",
        interactive: {
          type: "button",
          ...(header && { header }),
          body: { text: part.text },
          action: { buttons },
        },
      });
    }
    case "list":
      return post(deps, chat, {
        type: "interactive",
        interactive: {
          type: "list",
          body: { text: part.text },
          action: { button: part.label, sections: [{ title: part.label, rows: part.rows }] },
        },
      });
  }
}

const Sent = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });

async function post(
  { api, phoneId }: SendDeps,
  chat: string,
  message: object,
): Promise<SendResult> {
  const json = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    // Who hides their number is written to by an id, in a field of its own.
    ...(/^\d+$/.test(chat) ? { to: chat } : { recipient: chat }),
    ...message,
  };
  const { messages } = readAnswer(Sent, await api.call("POST", `${phoneId}/messages`, { json }));
  return { kind: "sent", externalIdList: messages.map(({ id }) => id) };
}

const Uploaded = z.object({ id: z.string() });

interface Media {
  readonly type: "image" | "document";
  readonly media: { readonly id: string; readonly filename?: string };
}

/** A picture to be looked at is shown in the chat, unless it is larger than one may be. */
async function upload({ api, phoneId }: SendDeps, file: OutgoingFile): Promise<Media> {
  const mime = bareMime(file.mime);
  const filename = sanitizeFileName(file.nama);
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", mime);
  form.set("file", new Blob([Uint8Array.from(file.data)], { type: mime }), filename);
  const { id } = readAnswer(
    Uploaded,
    await api.call("POST", `${phoneId}/media`, { form, timeoutMs: UPLOAD_MS }),
  );
  return file.gambar === true && IMAGES.has(mime) && file.data.byteLength <= IMAGE_MAX_BYTE
    ? { type: "image", media: { id } }
    : { type: "document", media: { id, filename } };
}

const bareMime = (mime: string): string => mime.split(";")[0]?.trim().toLowerCase() ?? "";
