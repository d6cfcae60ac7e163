// The shared contract over the double. One browser serves every test, for it is slow to start: what a
// channel's stop and start do to a browser is proven elsewhere.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { Timing } from "../../../src/app/ports/timing.ts";
import { createWhatsappChannel } from "../../../src/channels/whatsapp/index.ts";
import { openLibraryClient } from "../../../src/channels/whatsapp/library.ts";
import type { WaClient, WaEvent } from "../../../src/channels/whatsapp/seam.ts";
import { systemTiming } from "../../../src/clock/system-timing.ts";
import {
  chromium,
  type Entry,
  removeProfile,
  WhatsAppDouble,
} from "../../doubles/whatsapp/index.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { type ChannelHarness, describeChannel, type ShownMessage } from "../contract.ts";

const dir = mkdtempSync(join(tmpdir(), "sopir-wa-contract-"));
let double: WhatsAppDouble;
let browser: WaClient;
let listener: (event: WaEvent, ...told: [unknown, unknown, unknown]) => void = () => undefined;
let persons = 0;
const HEARD = [
  "message",
  "message_ack",
  "message_edit",
  "message_revoke_everyone",
  "vote_update",
] as const;

beforeAll(async () => {
  double = await new WhatsAppDouble().start();
  const chromiumArgs = double.chromiumArgs;
  browser = await openLibraryClient({ chromiumPath: chromium(), chromiumArgs, dir });
  for (const event of HEARD) {
    browser.on(event, (...told) => listener(event, ...told));
  }
  const ready = new Promise<void>((resolve) => browser.on("ready", () => resolve()));
  browser.on("qr", () => double.scanQr());
  await Promise.all([browser.initialize(), ready]);
});

afterAll(async () => {
  await browser?.destroy();
  await double?.stop();
  await removeProfile(dir);
});

describeChannel("WhatsApp", () => openHarness(false));
describeChannel("WhatsApp with polls", () => openHarness(true));

/** Pauses take next to no time; what limits a call to the browser stays as it is. */
const briskTiming: Timing = {
  now: () => systemTiming.now(),
  sleep: (ms, signal) => systemTiming.sleep(ms > 2_000 ? ms : ms / 50, signal),
};

async function openHarness(polls: boolean): Promise<ChannelHarness> {
  const person = double.person(`62812${String(++persons).padStart(8, "0")}@c.us`, "Siti");
  await makeChat(person);
  const newest = (fits: (one: Entry) => boolean): Entry => {
    const found = person.inbox.findLast(fits);
    if (found === undefined) throw new Error(`no such message\n${person.transcript()}`);
    return found;
  };
  return {
    channel: createWhatsappChannel({
      chromiumPath: null,
      chromiumArgs: [],
      pairingNumber: null,
      polls,
      dataDir: dir,
      log: new MemoryLog(),
      now: Date.now,
      timing: briskTiming,
      pace: { perSecond: 1_000, perChatMs: 0 },
      open: async () => lent(),
    }),
    chat: person.id,
    says: (text) => void person.says(text),
    taps: (title) => person.votes(title),
    unticks: () => person.votesOn(newest((one) => one.poll !== null)),
    answers: (text) =>
      void person.quotes(
        newest((one) => one.poll === null),
        text,
      ),
    uploads: ({ nama, mime, data }, caption) => void person.uploads(nama, data, mime, caption),
    shown: () => person.inbox.map(shownOf),
    failNextSend: (how) => double.failNext(ERROR[how]),
    repeatNext: () => {
      person.repeatNext = true;
    },
    until: (predicate) => double.until(predicate),
    async close() {
      // else the next test's channel would catch up on it
      await browser.sendSeen(person.id);
      expect(double.missing).toEqual([]);
      expect(double.troubles.filter((one) => !Object.values(ERROR).includes(one))).toEqual([]);
    },
  };
}

/** What the page's own sending throws. */
const ERROR = {
  throttled: "rate-overlimit",
  blocked: "not-authorized",
  unreachable: "Failed to fetch",
};

/** WhatsApp lets nobody write to a stranger; this message is read before the channel is there. */
async function makeChat(person: ReturnType<WhatsAppDouble["person"]>): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    listener = () => resolve();
  });
  person.says("halo");
  await heard;
  listener = () => undefined;
  await browser.sendSeen(person.id);
}

/** The one browser as if it were new: it is ready at once, and stays when it is closed. */
function lent(): WaClient {
  const listeners = new Map<WaEvent, Parameters<WaClient["on"]>[1]>();
  const here: (typeof listeners)["get"] = (event) => listeners.get(event);
  listener = (event, ...told) => here(event)?.(...told);
  return {
    ...browser,
    on: (event, does) => void listeners.set(event, does),
    // those of earlier tests, which a channel of its own would have stored
    getVotes: async () => [],
    initialize: async () => here("ready")?.(undefined, undefined, undefined),
    async destroy() {
      listeners.clear();
    },
    kill: () => undefined,
  };
}

function shownOf({ text, file, poll, type }: Entry): ShownMessage {
  return {
    text: withoutMarks(text.replace(BOLD, "$1")),
    buttons: poll === null ? [] : [poll],
    bold: [...text.matchAll(BOLD)].map(([, bold]) => withoutMarks(bold ?? "")),
    file: file && { nama: file.name, data: file.data, gambar: type === "image" },
  };
}

/** As phones read it: a pair of stars that touch the word, and that nothing invisible keeps apart. */
const BOLD =
  /(?<![\p{L}\p{N}\u2060])\*(?![\s\u2060])([^*\n]+?)(?<![\s\u2060])\*(?![\p{L}\p{N}\u2060])/gu;

const withoutMarks = (text: string): string => text.replaceAll("\u2060", "");
