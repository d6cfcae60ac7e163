import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { type CatchUp, createCatchUp } from "./catch-up.ts";
import { closeClient } from "./close.ts";
import { type Ending, endingOf, startEnding } from "./ending.ts";
import { toError } from "./fault.ts";
import { askOnce, keepAsking } from "./heartbeat.ts";
import type { Intake } from "./intake.ts";
import type { WaClient } from "./seam.ts";
import { type LoginBoard, NO_LOGIN } from "./status.ts";

export interface LifeDeps {
  readonly intake: Intake;
  readonly status: LoginBoard;
  readonly timing: Timing;
  readonly log: Log;
  /** The real time, by which WhatsApp dates messages; the application's clock may be a rehearsal's. */
  readonly wallMs: () => Instant;
  readonly pairingNumber: string | null;
  /** Whether choices go out as polls. */
  readonly polls: boolean;
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
  /** Whether a person had to log in. */
  #fresh = false;
  readonly #catchUp: CatchUp;

  constructor(client: WaClient, deps: LifeDeps) {
    this.#client = client;
    this.#deps = deps;
    this.#startedMs = deps.wallMs();
    this.#catchUp = createCatchUp({ ...deps, client });
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
    await closeClient(this.#client, this.#deps, initialized);
    return { ending: this.#ending, onlineMs };
  }

  #listen(): void {
    const client = this.#client;
    const { intake } = this.#deps;
    client.on("qr", (qr) => this.#showQr(String(qr)));
    client.on("code", (code) => this.#showCode(String(code)));
    client.on("loading_screen", () => this.#sync());
    client.on("authenticated", () => this.#sync());
    client.on("ready", () => this.#ready());
    client.on("change_state", (state) => this.#changeState(String(state)));
    client.on("auth_failure", () => this.#end("auth-failure"));
    client.on("disconnected", (reason) => this.#end(endingOf(String(reason))));
    client.on("browser_gone", () => this.#end("browser-gone"));
    const afterwards = (task: () => Promise<void>): void => this.#catchUp.afterwards(task);
    client.on("message", (raw) => afterwards(() => intake.take(client, raw)));
    client.on("message_ciphertext_failed", (raw) =>
      afterwards(() => intake.takeUnreadable(client, raw)),
    );
    client.on("message_edit", (raw, _, before) =>
      afterwards(() => intake.takeEdit(client, raw, before)),
    );
    client.on("message_revoke_everyone", (raw) =>
      afterwards(() => intake.takeRevoked(client, raw)),
    );
    client.on("vote_update", (raw) => afterwards(() => intake.takeVote(client, raw)));
    client.on("message_ack", (raw, ack) => void intake.takeAck(raw, ack));
  }

  async #initialize(): Promise<void> {
    try {
      await this.#client.initialize();
    } catch (thrown) {
      // What fails after the end failed because of it.
      if (this.#phase === "ended") return;
      const err = toError(thrown);
      this.#deps.log.warn({ err }, "WhatsApp Web could not be started");
      this.#end(startEnding(err));
    }
  }

  #showQr(qr: string): void {
    if (this.#phase === "online" || this.#phase === "ended") return;
    const { status, pairingNumber } = this.#deps;
    const first = this.#phase !== "login";
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
    if (this.#phase === "online" || this.#phase === "ended") return;
    const { status } = this.#deps;
    this.#phase = "login";
    this.#fresh = true;
    status.setLogin({ ...status.login(), code });
    status.set("login-required", TYPE_CODE);
    this.#giveTime(CODE_MS, () => void this.#loginIdle());
  }

  /** Nothing new to scan: either somebody has scanned, or the page gave up. */
  async #loginIdle(): Promise<void> {
    const state = await askOnce(this.#deps.timing, () => this.#client.getState());
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
      const watching = { ask: () => this.#client.getState(), timing, signal: this.#over.signal };
      void keepAsking(watching, (state) => this.#changeState(state)).then(() =>
        this.#end("unresponsive"),
      );
    }
    this.#fetchOlder();
  }

  /** Where a person had to log in, what came before is none of our business. */
  #fetchOlder(): void {
    this.#catchUp.run(this.#fresh ? this.#startedMs - CLOCK_MS : null);
  }

  #changeState(state: string): void {
    if (this.#phase !== "online") return;
    const { status, use, log } = this.#deps;
    const was = status.get().state;
    if (state === "CONNECTED") {
      use(this.#client);
      if (was === "online") return;
      status.set("online", ONLINE);
      this.#fetchOlder();
    } else if (state === "TIMEOUT" || state === "OPENING") {
      use(null);
      status.set("degraded", "WhatsApp does not answer. Check the network; it goes on by itself.");
      if (was !== "degraded") log.warn({ state }, "WhatsApp does not answer");
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
}

const ONLINE = "Connected to WhatsApp.";
const SCAN =
  "Scan the QR code shown in the terminal and on /whatsapp (from this machine): WhatsApp on the phone, Linked devices, Link a device.";
const TYPE_CODE =
  "Type the pairing code shown in the terminal and on /whatsapp (from this machine): WhatsApp on the phone, Linked devices, Link with phone number.";

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
