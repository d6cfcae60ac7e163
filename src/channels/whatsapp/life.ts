import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { toError, within } from "./fault.ts";
import type { Intake } from "./intake.ts";
import type { WaClient } from "./seam.ts";
import { NO_LOGIN, type StatusBoard } from "./status.ts";

/** Why a client's life ended; the session decides by it what comes next. */
export type Ending =
  | "stopped"
  | "not-started"
  | "never-ready"
  | "login-expired"
  | "auth-failure"
  | "logged-out"
  | "conflict"
  | "banned"
  | "dropped"
  | "browser-gone"
  | "unresponsive";

export interface LifeDeps {
  readonly intake: Intake;
  readonly status: StatusBoard;
  readonly timing: Timing;
  readonly log: Log;
  /** The real time, by which WhatsApp dates messages; the application's clock may be a rehearsal's. */
  readonly wallMs: () => Instant;
  readonly pairingNumber: string | null;
  /** Gives the client to the sender while it can send, and takes it away again. */
  readonly use: (client: WaClient | null) => void;
  /** Aborts when the channel stops. */
  readonly signal: AbortSignal;
}

/** How a life ended, and for how long it had been online. */
export interface Ended {
  readonly ending: Ending;
  readonly onlineMs: number;
}

/** From start to ready without a person's help, and from a person's scan to ready. */
export const READY_MS = 120_000;
/** WhatsApp shows a new QR code every twenty seconds, then stops; the library does not ask for more. */
export const QR_MS = 60_000;
/** A pairing code is good for three minutes; then the library asks for a new one. */
export const CODE_MS = 240_000;
export const HEARTBEAT_MS = 30_000;
const ANSWER_MS = 10_000;
/** One missed beat may be a busy page. */
const MISSED_MAX = 2;
const CLOSE_MS = 10_000;
const UNREAD_MS = 60_000;
const UNREAD_PER_CHAT = 50;
/** A message that waited longer, as over a long weekend, is better written again than answered now. */
const UNREAD_AGE_MS = 4 * 24 * 60 * 60_000;
/** Two clocks may differ by so much. */
const CLOCK_MS = 60_000;

type Phase = "starting" | "login" | "syncing" | "online" | "ended";

/** Runs one client until it ends, for whatever reason; afterwards no browser is left. */
export function live(client: WaClient, deps: LifeDeps): Promise<Ended> {
  return new Life(client, deps).run();
}

class Life {
  readonly #client: WaClient;
  readonly #deps: LifeDeps;
  readonly #over = new AbortController();
  readonly #startedMs: number;
  #phase: Phase = "starting";
  /** Aborted and replaced whenever the phase gets new time. */
  #deadline = new AbortController();
  #ending: Ending = "stopped";
  #onlineSince: number | null = null;
  /** Whether a person had to log in: then everything before is none of our business. */
  #fresh = false;
  /** Live messages wait for those that are older. */
  #caughtUp: Promise<void> = Promise.resolve();

  constructor(client: WaClient, deps: LifeDeps) {
    this.#client = client;
    this.#deps = deps;
    this.#startedMs = deps.wallMs();
  }

  async run(): Promise<Ended> {
    const { signal, use, status, timing } = this.#deps;
    const stop = (): void => this.#end("stopped");
    signal.addEventListener("abort", stop, { once: true });
    this.#listen();
    this.#giveTime(READY_MS, () => this.#end("never-ready"));
    const initialized = this.#initialize();
    if (signal.aborted) stop();
    await aborted(this.#over.signal);
    signal.removeEventListener("abort", stop);
    const onlineMs = this.#onlineSince === null ? 0 : timing.now() - this.#onlineSince;
    use(null);
    status.setLogin(NO_LOGIN);
    await this.#close(initialized);
    return { ending: this.#ending, onlineMs };
  }

  #listen(): void {
    const client = this.#client;
    const { intake, log } = this.#deps;
    client.on("qr", (qr) => this.#showQr(String(qr)));
    client.on("code", (code) => this.#showCode(String(code)));
    client.on("loading_screen", () => this.#sync());
    client.on("authenticated", () => this.#sync());
    client.on("ready", () => this.#ready());
    client.on("change_state", (state) => this.#changeState(String(state)));
    client.on("auth_failure", () => this.#end("auth-failure"));
    client.on("disconnected", (reason) => this.#end(endingOf(String(reason))));
    client.on("browser_gone", () => this.#end("browser-gone"));
    const afterOlder = (task: () => Promise<void>): void =>
      void this.#caughtUp
        .then(task)
        .catch((err: unknown) => log.error({ err }, "a message could not be taken"));
    client.on("message", (raw) => afterOlder(() => intake.take(client, raw)));
    client.on("message_ciphertext_failed", (raw) =>
      afterOlder(() => intake.takeUnreadable(client, raw)),
    );
    client.on("message_ack", (raw, ack) => void intake.takeAck(raw, ack));
  }

  async #initialize(): Promise<void> {
    try {
      await this.#client.initialize();
    } catch (thrown) {
      // What fails after the end failed because of it.
      if (this.#phase === "ended") return;
      this.#deps.log.warn({ err: toError(thrown) }, "WhatsApp Web could not be started");
      this.#end("not-started");
    }
  }

  #showQr(qr: string): void {
    if (this.#phase !== "starting" && this.#phase !== "login") return;
    const { status, pairingNumber } = this.#deps;
    const first = this.#phase === "starting";
    this.#phase = "login";
    this.#fresh = true;
    status.setLogin({ ...status.login(), qr });
    if (first) {
      status.set("login-required", SCAN);
      if (pairingNumber !== null) void this.#requestCode(pairingNumber);
    }
    this.#giveTime(pairingNumber === null ? QR_MS : CODE_MS, () => void this.#loginIdle());
  }

  /** Fails when too many were asked for; the QR code works all the same. */
  async #requestCode(pairingNumber: string): Promise<void> {
    try {
      await this.#client.requestPairingCode(pairingNumber);
    } catch (thrown) {
      if (this.#phase === "login")
        this.#deps.log.warn({ err: toError(thrown) }, "there is no pairing code; scan the QR code");
    }
  }

  #showCode(code: string): void {
    if (this.#phase !== "starting" && this.#phase !== "login") return;
    const { status } = this.#deps;
    this.#phase = "login";
    this.#fresh = true;
    status.setLogin({ ...status.login(), code });
    status.set("login-required", TYPE_CODE);
    this.#giveTime(CODE_MS, () => void this.#loginIdle());
  }

  /** Nothing new to scan: either somebody has scanned, or the page gave up. */
  async #loginIdle(): Promise<void> {
    const state = await this.#state();
    if (this.#phase !== "login") return;
    if (state === null || state.startsWith("UNPAIRED")) this.#end("login-expired");
    else this.#sync();
  }

  /** Somebody is logged in; WhatsApp fetches what happened meanwhile. */
  #sync(): void {
    if (this.#phase === "online" || this.#phase === "ended") return;
    const { status } = this.#deps;
    this.#phase = "syncing";
    status.setLogin(NO_LOGIN);
    status.set("connecting", "WhatsApp is fetching its messages; wait a little.");
    this.#giveTime(READY_MS, () => this.#end("never-ready"));
  }

  /** The library says so again at every flip of its sync state; the state is set only once. */
  #ready(): void {
    if (this.#phase === "ended") return;
    const first = this.#phase !== "online";
    this.#phase = "online";
    this.#deadline.abort();
    if (first) {
      const { status, timing, use, log } = this.#deps;
      this.#onlineSince = timing.now();
      status.setLogin(NO_LOGIN);
      status.set("online", ONLINE);
      log.info({}, "WhatsApp is connected");
      use(this.#client);
      void this.#watch();
    }
    this.#caughtUp = this.#caughtUp.then(() => this.#catchUp());
  }

  /** What came before the library listened is only to be seen as unread. */
  async #catchUp(): Promise<void> {
    const { intake, timing, wallMs, log } = this.#deps;
    const sinceMs = this.#fresh ? this.#startedMs - CLOCK_MS : wallMs() - UNREAD_AGE_MS;
    try {
      const unread = await within(timing, UNREAD_MS, this.#client.getUnread(UNREAD_PER_CHAT));
      // Not awaited: each chat keeps its own order from here on.
      void intake.catchUp(this.#client, unread, sinceMs);
    } catch (thrown) {
      if (this.#phase !== "ended")
        log.error({ err: toError(thrown) }, "unread messages could not be fetched");
    }
  }

  #changeState(state: string): void {
    if (this.#phase !== "online") return;
    const { status, use, log } = this.#deps;
    const was = status.get().state;
    if (state === "CONNECTED") {
      use(this.#client);
      if (was === "online") return;
      status.set("online", ONLINE);
      this.#caughtUp = this.#caughtUp.then(() => this.#catchUp());
    } else if (state === "TIMEOUT" || state === "OPENING") {
      use(null);
      status.set("degraded", "WhatsApp does not answer. Check the network; it goes on by itself.");
      if (was !== "degraded") log.warn({ state }, "WhatsApp does not answer");
    }
  }

  async #watch(): Promise<void> {
    const { timing } = this.#deps;
    for (let missed = 0; missed < MISSED_MAX; ) {
      await timing.sleep(HEARTBEAT_MS, this.#over.signal);
      if (this.#over.signal.aborted) return;
      const state = await this.#state();
      missed = state === null ? missed + 1 : 0;
      if (state !== null) this.#changeState(state);
    }
    this.#end("unresponsive");
  }

  /** The page's state; null when there is no answer. */
  async #state(): Promise<string | null> {
    try {
      return await within(this.#deps.timing, ANSWER_MS, this.#client.getState());
    } catch {
      return null;
    }
  }

  #giveTime(ms: number, elapsed: () => void): void {
    this.#deadline.abort();
    this.#deadline = new AbortController();
    const { signal } = this.#deadline;
    void this.#deps.timing.sleep(ms, signal).then(() => {
      if (!signal.aborted) elapsed();
    });
  }

  #end(ending: Ending): void {
    if (this.#phase === "ended") return;
    this.#phase = "ended";
    this.#ending = ending;
    this.#deadline.abort();
    this.#over.abort();
  }

  /** In order if it can be, else by force; and once more for a browser that was still starting. */
  async #close(initialized: Promise<void>): Promise<void> {
    const { timing, log } = this.#deps;
    for (const wait of [async () => undefined, () => within(timing, CLOSE_MS, initialized)]) {
      await wait().catch(() => undefined);
      try {
        await within(timing, CLOSE_MS, this.#client.destroy());
      } catch (thrown) {
        log.warn({ err: toError(thrown) }, "the browser did not close and is ended");
      }
      this.#client.kill();
    }
  }
}

const ONLINE = "Connected to WhatsApp.";
const SCAN =
  "Scan the QR code shown in the terminal and on /whatsapp (from this machine): WhatsApp on the phone, Linked devices, Link a device.";
const TYPE_CODE =
  "Type the pairing code shown in the terminal and on /whatsapp (from this machine): WhatsApp on the phone, Linked devices, Link with phone number.";

function endingOf(reason: string): Ending {
  if (reason === "LOGOUT") return "logged-out";
  if (reason === "CONFLICT") return "conflict";
  if (reason === "TOS_BLOCK" || reason === "SMB_TOS_BLOCK") return "banned";
  return "dropped";
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
