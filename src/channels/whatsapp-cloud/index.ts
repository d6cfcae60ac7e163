import type { Address, Capabilities, Channel } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { LAJU_BIASA } from "../../core/pesan/laju-massal.ts";
import type { TemplatPembuka } from "../../core/pesan/templat-pembuka.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { createLanes } from "../lanes.ts";
import { createStatusBoard, ELSEWHERE } from "../status.ts";
import { createGraphApi, type GraphOptions } from "./api.ts";
import { watch } from "./connect.ts";
import { download } from "./download.ts";
import { createIntake, type Intake } from "./intake.ts";
import { open, send } from "./send.ts";
import { createTemplateDesk, type TemplateDesk } from "./templates.ts";

export { Refused } from "./errors.ts";
export type { TemplateDesk, TemplateState } from "./templates.ts";

export interface WhatsappCloudOptions extends GraphOptions {
  /** Meta's id of the number, which is not the number. */
  readonly phoneId: string;
  readonly templatList: readonly TemplatPembuka[];
  /** Messages a month that may be charged for; null where nobody set a limit. */
  readonly perMonthMax: number | null;
  /** Where a number was known before, on the channel this one takes the place of. */
  readonly formerly?: (number: string) => readonly Address[];
  readonly log: Log;
  readonly now: () => Instant;
  readonly timing: Timing;
  readonly pace?: Capabilities["pace"];
}

export interface WhatsappCloudChannel extends Channel {
  /** Takes one call of the webhook; rejects when it is not stored, so that it comes again. */
  handleWebhook(body: unknown): Promise<void>;
}

/** WhatsApp by Meta's own interface for offices and companies. Nothing is contacted before `start`. */
export function createWhatsappCloudChannel(options: WhatsappCloudOptions): WhatsappCloudChannel {
  const { phoneId, templatList, formerly, log, now, timing } = options;
  const caps = capsOf(options);
  const api = createGraphApi(options);
  const status = createStatusBoard(now);
  const lanes = createLanes();
  const sending = { api, phoneId, caps, lanes, templatList };
  let running: Running | null = null;

  function run(sink: Sink): Running {
    const stop = new AbortController();
    const common = { api, phoneId, timing, log, signal: stop.signal };
    const intake = createIntake({ ...common, channelId: ID, sink, sending: lanes, now });
    return { intake, stop, watched: () => watch({ ...common, status }) };
  }

  return {
    id: ID,
    nama: "WhatsApp",
    caps,
    // Resolves at once: an office whose network is down at start connects by itself later.
    async start(sink) {
      running?.stop.abort();
      running = run(sink);
      status.set("connecting", "Asking WhatsApp after the number.");
      void running.watched();
    },
    standBy(sink, there) {
      // The service knows one address; who answers there is the proxy's to choose.
      running ??= run(sink);
      status.set(there, ELSEWHERE);
    },
    async stop() {
      running?.stop.abort();
      running = null;
      status.set("offline", "Stopped.");
    },
    status: () => status.get(),
    send: (chat, content, soFar) => send(sending, chat, content, soFar),
    open: (chat, pembuka) => open(sending, chat, pembuka),
    formerly: (chat) => formerly?.(chat) ?? [],
    download: (file, maxByte) => download({ api, caps, timing, log }, file, maxByte),
    async handleWebhook(body) {
      if (running === null) throw new Error("the WhatsApp Cloud channel is not started");
      await running.intake.accept(body);
    },
  };
}

const capsOf = ({ perMonthMax, pace = CAPS.pace }: WhatsappCloudOptions): Capabilities => ({
  ...CAPS,
  pace,
  window: { openMs: WINDOW_MS, perMonthMax },
});

/** The templates of an account, for the operator's command line. */
export const createTemplates = (options: GraphOptions, accountId: string): TemplateDesk =>
  createTemplateDesk(createGraphApi(options), accountId);

type Sink = Parameters<Channel["start"]>[0];

interface Running {
  readonly intake: Intake;
  readonly stop: AbortController;
  /** Asks after the number until stopped. */
  readonly watched: () => Promise<void>;
}

const ID = "whatsapp-cloud";

/** So long after somebody wrote anything may be said to them. */
const WINDOW_MS = 24 * 60 * 60_000;

const CAPS: Capabilities = {
  // WhatsApp takes 4,096; marks, and what keeps typed ones from being marks, need some.
  textMax: 4_000,
  captionMax: 1_000,
  choices: "list",
  choicesMax: 10,
  // What is too long for a row stands below it in small letters.
  choiceTitleMax: 72,
  edit: false,
  fileOutMaxByte: 100_000_000,
  fileInMaxByte: 20_000_000,
  receipts: true,
  bulk: LAJU_BIASA,
  // A number bears 80 a second; two numbers together one in six seconds for long, and bursts.
  pace: { perSecond: 60, perChatMs: 1_000 },
};
