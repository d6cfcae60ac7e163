import type { Capabilities, Channel, ChannelCommand } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { LAJU_BIASA } from "../../core/pesan/laju-massal.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { GATHER_MS } from "../gather.ts";
import { createStatusBoard, ELSEWHERE } from "../status.ts";
import { type BotApi, createBotApi } from "./api.ts";
import { type Door, withDoor } from "./door.ts";
import { download } from "./download.ts";
import { edit } from "./edit.ts";
import { tautanUndangan } from "./identify.ts";
import { createIntake, type Intake } from "./intake.ts";
import type { Profile } from "./introduce.ts";
import { type ConnectDeps, poll, register, type Self } from "./poll.ts";
import { react } from "./react.ts";
import { createRichSupport } from "./rich-support.ts";
import { send } from "./send.ts";
import { answerCode } from "./send-error.ts";

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Without it, updates are fetched by long polling. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** What strangers read of the bot; left as it is without it. */
  readonly profile?: Profile;
  /** Where the page for filling in figures is served, over https; without it no button opens one. */
  readonly page?: string;
  readonly log: Log;
  readonly now: () => Instant;
  readonly timing: Timing;
  /** Whether the running berkas are kept at the top of each chat. */
  readonly pin?: boolean;
  /** Telegram publishes no exact limits; these follow its advice to bots. */
  readonly pace?: Capabilities["pace"];
  /** How long a file waits for others that were sent with it. */
  readonly gatherMs?: number;
}

export interface TelegramChannel extends Channel, Door {
  /** Takes one update from the HTTP server; rejects when it is not stored, so that it comes again. */
  handleWebhook(update: unknown): Promise<void>;
}

/** The Telegram bot as a channel. Nothing is contacted before `start`. */
export const createTelegramChannel = (options: TelegramOptions): TelegramChannel =>
  withDoor(createBot(options));

function createBot(options: TelegramOptions): Omit<TelegramChannel, keyof Door> {
  const { token, apiRoot, log, now, timing, webhook, profile = null, page = null } = options;
  const caps = capsOf(options);
  const api = createBotApi(token, apiRoot);
  const status = createStatusBoard(now);
  const rich = createRichSupport(api);
  const sending = { api, caps, timing, rich, page, log };
  const self: Self = { username: null };
  let running: Running | null = null;
  function run(sink: Sink, connect: (deps: ConnectDeps) => Promise<void>): Running {
    const stop = new AbortController();
    const { signal } = stop;
    const common = { api, status, timing, log, signal, profile, self, rich };
    const { gatherMs = GATHER_MS } = options;
    const intake = createIntake({ ...common, channelId: ID, sink, now, gatherMs });
    return { intake, done: connect({ ...common, intake }), stop };
  }

  return {
    id: ID,
    nama: "Telegram",
    caps,
    // Resolves at once: an office whose network is down at start connects by itself later.
    async start(sink) {
      running = run(sink, webhook === undefined ? poll : (deps) => register(deps, webhook));
    },
    standBy(sink, there) {
      // Telegram knows one address; who answers there is the proxy's to choose.
      if (webhook !== undefined) running ??= run(sink, async () => undefined);
      status.set(there, ELSEWHERE);
    },
    async stop(deadlineMs) {
      if (running === null) return;
      const { done, stop } = running;
      running = null;
      stop.abort();
      await endWithin(done, deadlineMs, timing);
      status.set("offline", "Stopped.");
    },
    status: () => status.get(),
    send: (chat, content, soFar) => send(sending, chat, content, soFar),
    react: (chat, messageId, tanda) => react(api, chat, messageId, tanda),
    edit: (ref, content) => edit(sending, ref, content),
    download: (file, maxByte) => download({ api, caps, timing, log }, file, maxByte),
    preparing: (chat, what) => showAction(api, log, chat, what),
    setCommands: (chat, commandList) => setCommands(api, log, chat, commandList),
    tautanUndangan: (kode) => self.username && tautanUndangan(self.username, kode),
    async handleWebhook(update) {
      if (running === null) throw new Error("the Telegram channel is not started");
      await running.intake.acceptOnce(update);
    },
  };
}

type Sink = Parameters<Channel["start"]>[0];

interface Running {
  readonly intake: Intake;
  readonly done: Promise<void>;
  readonly stop: AbortController;
}

const ID = "telegram";

const CAPS: Capabilities = {
  textMax: 4_096,
  captionMax: 1_024,
  choices: "buttons",
  choicesMax: 100,
  choiceTitleMax: 64,
  edit: true,
  fileOutMaxByte: 50_000_000,
  fileInMaxByte: 20_000_000,
  receipts: false,
  bulk: LAJU_BIASA,
  // Telegram bears 30; one is left for how unevenly they arrive there.
  pace: { perSecond: 29, perChatMs: 1_000 },
};

const capsOf = ({ pace, page, pin }: TelegramOptions): Capabilities => ({
  ...CAPS,
  ...(pace && { pace }),
  ...(page !== undefined && { pages: true }),
  ...(pin === true && { pin }),
});

async function endWithin(done: Promise<void>, deadlineMs: number, timing: Timing): Promise<void> {
  const waited = new AbortController();
  await Promise.race([done, timing.sleep(deadlineMs, waited.signal)]);
  waited.abort();
}

/** "sending a document …" below the name of the bot, for five seconds or until it comes. */
function showAction(api: BotApi, log: Log, chat: string, what: "gambar" | "dokumen"): void {
  const action = what === "gambar" ? "upload_photo" : "upload_document";
  api
    .call("sendChatAction", { chat_id: chat, action })
    .catch((error: unknown) => log.debug({ code: answerCode(error) }, "an action was not shown"));
}

/** The menu is a convenience: commands work without it, so a failure is only noted. */
async function setCommands(
  api: BotApi,
  log: Log,
  chat: string,
  commandList: readonly ChannelCommand[],
): Promise<void> {
  const commands = commandList.map(({ nama, keterangan }) => ({
    command: nama,
    description: keterangan,
  }));
  try {
    await api.call("setMyCommands", { commands, scope: { type: "chat", chat_id: Number(chat) } });
  } catch (error) {
    log.warn({ code: answerCode(error) }, "the command menu of a chat could not be set");
  }
}
