import { join } from "node:path";
import type { Capabilities, Channel } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { GATHER_MS } from "../gather.ts";
import { createLanes, type Lanes } from "../lanes.ts";
import { ELSEWHERE } from "../status.ts";
import { type Addresses, createAddresses } from "./addresses.ts";
import { BROADCASTS, createAllowance } from "./allowance.ts";
import { download } from "./download.ts";
import { createIntake, type IntakeDeps } from "./intake.ts";
import { needsNoSandbox, openLibraryClient, PROFILE_NAME } from "./library.ts";
import { createProfile, type Profile } from "./profile.ts";
import { guardRejections } from "./rejections.ts";
import type { WaClient } from "./seam.ts";
import { edit, send } from "./send.ts";
import { type SessionDeps, supervise } from "./session.ts";
import { createLoginBoard, type Login } from "./status.ts";

export { findChromium } from "./library.ts";
export type { Login } from "./status.ts";

export interface WhatsappOptions {
  /** Null looks in the places where distributions put Chromium. */
  readonly chromiumPath: string | null;
  readonly chromiumArgs: readonly string[];
  /** Digits with country code: a code to type into the phone is asked for beside the QR code. */
  readonly pairingNumber: string | null;
  /** Choices go out as WhatsApp polls where they fit one; else as numbered text. */
  readonly polls?: boolean;
  /** Messages to many go out too, slowly, and within a share of the day. */
  readonly broadcasts?: boolean;
  /** The session lives in its folder `whatsapp`. */
  readonly dataDir: string;
  readonly log: Log;
  readonly now: () => Instant;
  readonly timing: Timing;
  readonly pace?: Capabilities["pace"];
  /** How long a file waits for others that were sent with it. */
  readonly gatherMs?: number;
  /** Told whenever there is something new to scan or to type. */
  readonly showLogin?: (login: Login) => void;
  readonly random?: () => number;
  /** The real time, in epoch milliseconds. */
  readonly wallMs?: () => Instant;
  /** Another service than the real one. */
  readonly open?: () => Promise<WaClient>;
  readonly profile?: Profile;
}

export interface WhatsappChannel extends Channel {
  /** What to scan or type to link the phone; both null when there is nothing to do. */
  login(): Login;
}

const FOLDER = "whatsapp";
const ADDRESSES = "addresses.json";

/** The address a phone number (digits) is linked under here, by number or by LID. */
export const knownAddress = (dataDir: string, number: string, log: Log): string =>
  createAddresses(join(dataDir, FOLDER, ADDRESSES), log).addressOf(`${number}@c.us`);

/**
 * A WhatsApp account as a channel, through the library's WhatsApp Web. It only ever writes to people
 * whose account is linked, which begins with a message of theirs.
 */
export function createWhatsappChannel(options: WhatsappOptions): WhatsappChannel {
  const { log, now, timing, dataDir } = options;
  const dir = join(dataDir, FOLDER);
  const status = createLoginBoard(now, options.showLogin ?? (() => undefined));
  const line: Line = { client: null };
  const polls = options.polls ?? false;
  const parts = {
    ...options,
    polls,
    caps: capsOf(options),
    status,
    line,
    client: () => line.client,
    addresses: lazyAddresses(join(dir, ADDRESSES), log),
    allowance: createAllowance(timing),
    lanes: createLanes(),
    gatherMs: options.gatherMs ?? GATHER_MS,
    random: options.random ?? Math.random,
    wallMs: options.wallMs ?? Date.now,
    profile: options.profile ?? createProfile(dir, PROFILE_NAME, log),
    open: options.open ?? (() => openLibraryClient({ ...options, dir })),
  };
  let running: Running | null = null;

  return {
    id: ID,
    nama: "WhatsApp",
    caps: parts.caps,
    // Resolves at once: a person has to scan, or the network may be down.
    async start(sink) {
      running = run(parts, sink);
    },
    async stop(deadlineMs) {
      if (running === null) return;
      const { done, stop } = running;
      running = null;
      stop.abort();
      const waited = new AbortController();
      await Promise.race([done, timing.sleep(deadlineMs, waited.signal)]);
      waited.abort();
      status.set("offline", "Stopped.");
    },
    standBy: (_, there) => status.set(there, ELSEWHERE),
    status: () => status.get(),
    login: () => status.login(),
    send: (chat, content, soFar) => send(parts, chat, content, soFar),
    edit: (ref, content) => edit(parts, ref, content),
    download: (file, maxByte) => download(parts, file, maxByte),
  };
}

/** The client while it can send. */
interface Line {
  client: WaClient | null;
}

interface Running {
  readonly done: Promise<void>;
  readonly stop: AbortController;
}

type Parts = Omit<IntakeDeps, "channelId" | "sink" | "sending" | "signal" | "status"> &
  Pick<SessionDeps, "open" | "profile" | "pairingNumber" | "wallMs" | "status" | "polls"> & {
    readonly lanes: Lanes;
    readonly line: Line;
  };

function run(parts: Parts, sink: IntakeDeps["sink"]): Running {
  const { log, status, line, lanes } = parts;
  const stop = new AbortController();
  const common = { ...parts, signal: stop.signal };
  const intake = createIntake({ ...common, channelId: ID, sink, sending: lanes });
  const use = (client: WaClient | null): void => {
    line.client = client;
  };
  if (needsNoSandbox()) log.warn({}, "running as root: the browser runs without its sandbox");
  const unguard = guardRejections(log);
  const done = supervise({ ...common, intake, use })
    .catch((err: unknown) => {
      log.error({ err }, "WhatsApp cannot run");
      status.set("failed", "WhatsApp cannot run. See the log for the cause, then restart.");
    })
    .finally(unguard);
  return { done, stop };
}

const ID = "whatsapp";

/** WhatsApp publishes no limits for people's accounts; these keep well inside what phones do. */
const CAPS: Capabilities = {
  textMax: 4_000,
  captionMax: 1_000,
  // Buttons and lists are dropped by WhatsApp's servers; people answer by number or word.
  choices: "text",
  choicesMax: 20,
  choiceTitleMax: 100,
  edit: true,
  fileOutMaxByte: 60_000_000,
  fileInMaxByte: 20_000_000,
  receipts: true,
  // Messages to many at once are what numbers are banned for.
  bulk: null,
  pace: { perSecond: 0.5, perChatMs: 2_000 },
};

/** What phones take in a poll. */
const POLLS = { choices: "poll", choicesMax: 12 } as const;

const capsOf = ({ polls = false, broadcasts = false, pace }: WhatsappOptions): Capabilities => ({
  ...CAPS,
  ...(polls && POLLS),
  ...(broadcasts && { bulk: BROADCASTS }),
  ...(pace && { pace }),
});

/** Read when first needed: making a channel touches no disk. */
function lazyAddresses(path: string, log: Log): Addresses {
  let book: Addresses | null = null;
  const open = (): Addresses => (book ??= createAddresses(path, log));
  return {
    resolve: (form, ask) => open().resolve(form, ask),
    addressOf: (form) => open().addressOf(form),
    formsOf: (address) => open().formsOf(address),
    routeTo: (address) => open().routeTo(address),
  };
}
