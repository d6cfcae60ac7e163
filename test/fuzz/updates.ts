import type { InboundEvent } from "../../src/app/ports/channel.ts";
import { parseUpdate } from "../../src/channels/telegram/parse.ts";
import {
  parseAck,
  parseEdit,
  parseMessage,
  parseRevoked,
  parseSent,
  parseUnreadable,
  sizeOf,
} from "../../src/channels/whatsapp/parse.ts";
import { parseVote } from "../../src/channels/whatsapp/parse-vote.ts";
import { parseWebhook } from "../../src/channels/whatsapp-cloud/parse.ts";
import { message as libraryMessage } from "../channels/whatsapp/fake-client.ts";
import { TelegramDouble } from "../doubles/telegram/index.ts";
import { type Dice, mutateBytes, mutateValue } from "./mutate.ts";

/** One service as an office meets it: what it sends, and how that is read. */
export interface Wire {
  readonly nama: string;
  /** What came over the wire once, as JSON. */
  readonly recorded: readonly unknown[];
  readonly parse: (raw: unknown) => readonly InboundEvent[];
}

const AT_MS = Date.parse("2027-01-04T08:00:00+08:00");
const CHANNEL = "memory";
const PHONE_ID = "106540352242922";

/** What people write, tap and send, before anything is done to it. */
const TEXTS = [
  "86,25",
  "0",
  "-5",
  "12/40",
  "1.234,5",
  "nihil",
  "belum",
  "1 = 86; 2 = 9",
  "ubah 2",
  "batal",
  "lanjut",
  "/start KODE-42",
  "/isi 1.1",
  "/rekap 4 2026",
  "/tugas",
  "/status",
  "/bantuan",
  "/koreksi",
  "/dokumen",
  "/grafik",
  "/pegawai",
  "/mulai 2026-TW4",
  "/bahasa en",
  "Mohon diperiksa kembali",
  "👍🏽",
  "\u202Eterbalik",
  "=HYPERLINK(1)",
];

/** Updates of the Bot API as the double hands them over. */
async function recordTelegram(): Promise<readonly unknown[]> {
  const telegram = await new TelegramDouble().start();
  try {
    const person = telegram.person(101, "Kasi Pelayanan");
    const said = TEXTS.map((text) => person.says(text));
    const [first] = said;
    if (first !== undefined) {
      person.edits(first, "85");
      person.answers(first, "setuju");
    }
    person.photo(Buffer.from("foto"), "bukti");
    person.album([Buffer.from("a"), Buffer.from("b")], "1.1");
    person.uploads("a.pdf", Buffer.from("%PDF"), "application/pdf", "1.1");
    person.sharesContact("62812");
    person.blocks();
    person.unblocks();
    const answer = await fetch(`${telegram.url}/bot${telegram.token}/getUpdates`);
    const { result }: { readonly result: readonly unknown[] } = await answer.json();
    const from = { id: 101, is_bot: false, first_name: "Kasi" };
    const chat = { id: 101, type: "private" };
    const tap = { id: "q1", from, chat_instance: "x", message: { message_id: 1, date: 1, chat } };
    return [...result, { update_id: 1, callback_query: { ...tap, data: "k.1:setuju" } }];
  } finally {
    await telegram.stop();
  }
}

const webhook = (value: object): unknown => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: "1",
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { phone_number_id: PHONE_ID },
            ...value,
          },
        },
      ],
    },
  ],
});

/** Calls of Meta's webhook, as they are published. */
const cloudCalls = (): readonly unknown[] => {
  const from = { from: "101", timestamp: String(AT_MS / 1_000) };
  const contacts = [{ profile: { name: "Kasi Pelayanan" }, wa_id: "101" }];
  const contents: readonly object[] = [
    ...TEXTS.map((body) => ({ type: "text", text: { body } })),
    { type: "text", text: { body: "setuju" }, context: { from: "1", id: "wamid.9" } },
    ...["button_reply", "list_reply"].map((type) => ({
      type: "interactive",
      interactive: { type, [type]: { id: "k.1:setuju", title: "Setuju" } },
    })),
    { type: "button", button: { payload: "sopir:buka", text: "Buka" } },
    { type: "document", document: { id: "9", filename: "a.pdf", mime_type: "application/pdf" } },
    { type: "image", image: { id: "9", mime_type: "image/jpeg", caption: "1.1" } },
    { type: "reaction", reaction: { message_id: "wamid.1", emoji: "👍" } },
    { type: "unsupported", errors: [{ code: 131051 }] },
  ];
  const status = {
    id: "wamid.1",
    status: "failed",
    timestamp: from.timestamp,
    recipient_id: "101",
  };
  return [
    ...contents.map((content, at) =>
      webhook({ contacts, messages: [{ ...from, id: `wamid.${at}`, ...content }] }),
    ),
    webhook({ statuses: [{ ...status, errors: [{ code: 131026, title: "x" }] }] }),
  ];
};

/** Messages as the library of WhatsApp Web shapes them. */
const libraryMessages = (): readonly unknown[] => {
  const from = "101@c.us";
  return [
    ...TEXTS.map((body) => libraryMessage({ from, body })),
    libraryMessage({
      from,
      type: "image",
      hasMedia: true,
      _data: { mimetype: "image/jpeg", size: 9 },
    }),
    libraryMessage({ from, type: "document", hasMedia: true, _data: { filename: "a.xlsx" } }),
    libraryMessage({ from: "123-456@g.us", author: from }),
    libraryMessage({ from, type: "ciphertext" }),
    libraryMessage({ from, type: "revoked" }),
    libraryMessage({ from, latestEditSenderTimestampMs: 5 }),
    {
      voter: from,
      selectedOptions: [{ id: 1, name: "Setuju" }],
      interractedAtTs: 5,
      parentMessage: libraryMessage({ from, type: "poll_creation" }),
    },
  ];
};

/** Every reader of the library's messages; what one makes of it becomes an event. */
function readLibrary(raw: unknown): readonly InboundEvent[] {
  parseAck(raw, raw);
  parseSent(raw);
  parseVote(raw);
  sizeOf(raw);
  return [parseMessage(raw), parseEdit(raw, "86"), parseRevoked(raw), parseUnreadable(raw)].flatMap(
    (parsed) => {
      if (parsed.kind !== "said") return [];
      const { key, from, nama, sentMs, content, messageId } = parsed.said;
      const common = { channelId: CHANNEL, eventId: `${CHANNEL}:${key}`, atMs: sentMs, nama };
      const address = { channelId: CHANNEL, chat: from.replace(/@.*/, "") };
      return [{ ...common, from: address, ...(messageId !== null && { messageId }), ...content }];
    },
  );
}

/** The three services, recorded. */
export const recordWires = async (): Promise<readonly Wire[]> => [
  {
    nama: "Telegram",
    recorded: await recordTelegram(),
    parse(raw) {
      const parsed = parseUpdate(raw, CHANNEL, AT_MS);
      return parsed.kind === "event" ? [parsed.event] : [];
    },
  },
  {
    nama: "Cloud API",
    recorded: cloudCalls(),
    parse: (raw) =>
      parseWebhook(raw, { channelId: CHANNEL, phoneId: PHONE_ID, nowMs: AT_MS }).events,
  },
  { nama: "WhatsApp Web", recorded: libraryMessages(), parse: readLibrary },
];

/** Something like what a service sends: as it was recorded, changed in its values, or in its bytes; null where that is no JSON. */
export function drawRaw(dice: Dice, { recorded }: Wire): { readonly raw: unknown } | null {
  const [one, other] = [dice.pick(recorded), dice.pick(recorded)];
  const way = dice.below(10);
  if (way === 0) return { raw: one };
  if (way < 6) return { raw: mutateValue(dice, one, other) };
  const bytes = mutateBytes(
    dice,
    Buffer.from(JSON.stringify(one)),
    Buffer.from(JSON.stringify(other)),
  );
  try {
    return { raw: JSON.parse(Buffer.from(bytes).toString("utf8")) };
  } catch {
    return null;
  }
}
