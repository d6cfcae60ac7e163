import { existsSync } from "node:fs";
import type { Client, ClientOptions } from "whatsapp-web.js";
import { getUnread, getVotes } from "./library-waiting.ts";
import type { WaClient } from "./seam.ts";

export interface LibraryOptions {
  /** Null looks in the places where distributions put Chromium. */
  readonly chromiumPath: string | null;
  readonly chromiumArgs: readonly string[];
  /** Folder that holds the browser's profile, and with it the session. */
  readonly dir: string;
}

/** The library keeps the session in this folder of `dir`. */
export const PROFILE_NAME = "session";

/** A browser at work for minutes on one evaluation is stuck; 60 MB need less. */
const PROTOCOL_TIMEOUT_MS = 120_000;

const CHROMIUM_LIST = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
] as const;

/**
 * Below its address bar Chromium keeps a page of its own ready, in a process of its own, also where nobody ever
 * sees an address bar.
 */
export const WITHOUT_POPUPS =
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup";

/** Where the browser is; null leaves it to the library, which then finds none or its own. */
export const findChromium = (chromiumPath: string | null): string | null =>
  chromiumPath ?? CHROMIUM_LIST.find((path) => existsSync(path)) ?? null;

/** Chromium refuses to sandbox for root, as whom containers often run. */
export const needsNoSandbox = (): boolean => process.getuid?.() === 0;

/** Makes a client of the real library; nothing is started. */
export async function openLibraryClient(options: LibraryOptions): Promise<WaClient> {
  // Loaded only when WhatsApp is on: it brings a browser driver with it.
  const { default: library } = await import("whatsapp-web.js");

  /** Leaves the profile alone: the library would delete it under the running browser. */
  class KeptAuth extends library.LocalAuth {
    override logout = async (): Promise<void> => undefined;
  }

  const client = new library.Client({
    authStrategy: new KeptAuth({ dataPath: options.dir }),
    // Any other setting writes a cache into the working directory.
    webVersionCache: { type: "none" },
    puppeteer: launchOptions(options),
  });
  return {
    ...lifecycleOf(client),
    requestPairingCode: (phone) => client.requestPairingCode(phone),
    sendText: (chat, text) => client.sendMessage(chat, text, SEND_OPTIONS),
    sendFile(chat, { nama, mime, data, gambar }, caption) {
      const base64 = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64");
      const media = new library.MessageMedia(mime, base64, nama, data.byteLength);
      const rest = caption === "" ? {} : { caption };
      return client.sendMessage(chat, media, {
        ...SEND_OPTIONS,
        ...rest,
        sendMediaAsDocument: gambar !== true,
      });
    },
    sendPoll: (chat, ajakan, titleList) =>
      client.sendMessage(chat, new library.Poll(ajakan, [...titleList]), SEND_OPTIONS),
    sendTyping: async (chat) => (await client.getChatById(chat)).sendStateTyping(),
    sendSeen: (chat) => client.sendSeen(chat),
    getMessage: (id) => getMessage(client, id),
    getUnread: (perChat) => getUnread(client, perChat),
    getVotes: (perChat) => getVotes(client, perChat),
    getLidAndPhone: async (chat) => (await client.getContactLidAndPhone([chat]))[0],
  };
}

/**
 * Waits for the server's answer, which else comes as an ack nobody waits for; leaves "read" to the
 * intake, which knows what is stored; makes no preview, for which the page would visit the link.
 */
const SEND_OPTIONS = { waitUntilMsgSent: true, sendSeen: false, linkPreview: false } as const;

function launchOptions({
  chromiumPath,
  chromiumArgs,
}: LibraryOptions): NonNullable<ClientOptions["puppeteer"]> {
  const executablePath = findChromium(chromiumPath);
  return {
    headless: true,
    args: [...chromiumArgs, WITHOUT_POPUPS, ...(needsNoSandbox() ? ["--no-sandbox"] : [])],
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    // The program stops the browser itself, after the last send.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(executablePath !== null && { executablePath }),
  };
}

type Lifecycle = Pick<WaClient, "on" | "initialize" | "destroy" | "kill" | "getState">;

function lifecycleOf(client: Client): Lifecycle {
  const gone = new Set<() => void>();
  return {
    on(event, listener) {
      if (event === "browser_gone") gone.add(() => listener(undefined, undefined, undefined));
      else {
        client.on(event, (first: unknown, second: unknown, third: unknown) =>
          listener(first, second, third),
        );
      }
    },
    async initialize() {
      await client.initialize();
      // The library does not watch its browser.
      watch(client.pupBrowser, () => {
        for (const tell of gone) tell();
      });
    },
    destroy: () => client.destroy(),
    kill: () => void client.pupBrowser?.process()?.kill("SIGKILL"),
    async getState() {
      // A page that loaded itself anew has none of the library's functions until it is injected.
      const injected = await client.pupPage?.evaluate("typeof window.WWebJS !== 'undefined'");
      return injected === true ? client.getState() : null;
    },
  };
}

function watch(browser: Client["pupBrowser"] | null, gone: () => void): void {
  if (browser?.connected === true) browser.once("disconnected", gone);
  else gone();
}

async function getMessage(client: Client, id: string): ReturnType<WaClient["getMessage"]> {
  const message = await client.getMessageById(id);
  // The types promise a message; there may be none.
  if (!message) return null;
  return {
    raw: message,
    edit: (text) => message.edit(text, { linkPreview: false }),
    revoke: () => message.delete(true),
    download: async () => (await message.downloadMedia())?.data ?? null,
  };
}
