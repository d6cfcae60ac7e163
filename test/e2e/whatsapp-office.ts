import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { moveClock } from "../../src/app/clock/rehearse.ts";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import type { Channel } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Timing } from "../../src/app/ports/timing.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { GATHER_MS } from "../../src/channels/gather.ts";
import { createWhatsappChannel, type WhatsappChannel } from "../../src/channels/whatsapp/index.ts";
import { openLibraryClient } from "../../src/channels/whatsapp/library.ts";
import type { WaClient } from "../../src/channels/whatsapp/seam.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { chromium, type Person, removeProfile, WhatsAppDouble } from "../doubles/whatsapp/index.ts";
import { emptySqlite } from "../support/store.ts";
import { kamus } from "../support/teks.ts";

/** A browser on two cores that others use as well. */
const ONLINE_MS = 20_000;

/** How the program is set up this time. */
interface Setting {
  readonly pairingNumber?: string;
  readonly polls?: boolean;
}

interface Running {
  readonly runtime: Runtime;
  readonly store: Store;
  readonly channel: WhatsappChannel;
}

/**
 * A whole office over the WhatsApp Web double: the real adapter, the real library, a real browser, a
 * real database. Only the service on the other side and the passing of time are imitated.
 */
export class WhatsAppOffice {
  readonly whatsapp: WhatsAppDouble;
  readonly #dir = mkdtempSync(join(tmpdir(), "sopir-e2e-wa-"));
  readonly #clock;
  readonly #log = createLogger(
    { level: "trace", pretty: false, secrets: [] },
    { write: (line) => void (process.env["E2E_LOG"] !== undefined && process.stdout.write(line)) },
  );
  readonly #invitations = new Map<string, string>();
  readonly #persons = new Map<string, Person>();
  #running: Running | null = null;
  #browser: WaClient | null = null;
  readonly #saluranLain: readonly Channel[];
  /** What people did on WhatsApp, as far as it is stored. */
  #stored = 0;
  /** Messages the page told of, and how many the pause for more waits for. */
  #told = 0;
  #gathered = 0;
  readonly #timing: Timing = {
    now: () => briskTiming.now(),
    sleep: async (ms, signal) => {
      await briskTiming.sleep(ms, signal);
      if (ms !== GATHER_MS) return;
      while (this.#told < this.#gathered) await setImmediate();
    },
  };

  private constructor(mulai: string, saluranLain: readonly Channel[]) {
    this.#saluranLain = saluranLain;
    this.#clock = createRehearsalClock(Date.parse(mulai));
    // WhatsApp has a clock of its own, and counts in seconds; people need that between two messages.
    let messageMs = Date.now();
    const nowMs = (): number => (messageMs += 1_000);
    this.whatsapp = new WhatsAppDouble({ nowMs });
  }

  /** Loads the office; nothing is running and nobody is linked. */
  static async open(
    kantorFile: string,
    mulai: string,
    saluranLain: readonly Channel[] = [],
  ): Promise<WhatsAppOffice> {
    const office = new WhatsAppOffice(mulai, saluranLain);
    await office.whatsapp.start();
    await office.#load(kantorFile);
    return office;
  }

  /** The person's WhatsApp; half of the office is known by LID, as WhatsApp likes it. */
  person(pegawaiId: string): Person {
    const known = this.#persons.get(pegawaiId);
    if (known !== undefined) return known;
    const n = this.#persons.size + 1;
    const pn = `62812000000${String(n).padStart(2, "0")}@c.us`;
    const person =
      n % 2 === 0
        ? this.whatsapp.person(`777000000000${n}@lid`, pegawaiId, pn)
        : this.whatsapp.person(pn, pegawaiId);
    this.#persons.set(pegawaiId, person);
    return person;
  }

  /** The code of the invitation somebody was given when the office was loaded. */
  invitation(pegawaiId: string): string {
    const kode = this.#invitations.get(pegawaiId);
    if (kode === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return kode;
  }

  get store(): Store {
    return this.#current().store;
  }

  get channel(): WhatsappChannel {
    return this.#current().channel;
  }

  get nowMs(): number {
    return this.#clock.now();
  }

  async start({ pairingNumber, polls = false }: Setting = {}): Promise<void> {
    const store = await this.#openStore();
    const dir = join(this.#dir, "whatsapp");
    const chromiumArgs = this.whatsapp.chromiumArgs;
    const channel = createWhatsappChannel({
      chromiumPath: null,
      chromiumArgs: [],
      pairingNumber: pairingNumber ?? null,
      polls,
      dataDir: this.#dir,
      log: this.#log,
      now: () => this.#clock.now(),
      timing: this.#timing,
      pace: { perSecond: 1_000, perChatMs: 0 },
      open: async () => {
        const browser = await openLibraryClient({ chromiumPath: chromium(), chromiumArgs, dir });
        browser.on("message", () => (this.#told += 1));
        this.#browser = browser;
        return browser;
      },
    });
    const files = createFileStore(this.#dir);
    const runtime = createRuntime({
      store,
      files,
      documents: createDocuments(files),
      random: systemRandom,
      clock: this.#clock,
      timing: systemTiming,
      log: this.#log,
      kamus,
      channels: [this.#counted(channel), ...this.#saluranLain],
    });
    await runtime.start();
    this.#running = { runtime, store, channel };
  }

  async stop(): Promise<void> {
    const { runtime, store } = this.#current();
    this.#running = null;
    await runtime.stop(15_000);
    await store.close();
  }

  async close(): Promise<void> {
    if (this.#running !== null) await this.stop();
    await this.whatsapp.stop();
    await removeProfile(this.#dir);
  }

  /** Waits until somebody has to log in. */
  async waitsForLogin(): Promise<void> {
    await this.whatsapp.until(() => this.channel.login().qr, ONLINE_MS);
  }

  async isOnline(): Promise<void> {
    const here = (): boolean => this.whatsapp.online && this.channel.status().state === "online";
    await this.whatsapp.until(here, ONLINE_MS);
  }

  /** Starts with the number linked by its QR code. */
  async startLinked(setting: Setting = {}): Promise<void> {
    await this.start(setting);
    await this.waitsForLogin();
    this.whatsapp.scanQr();
    await this.isOnline();
  }

  /** Ends the browser as a machine without memory does. */
  killBrowser(): void {
    this.#browser?.kill();
  }

  async says(pegawaiId: string, text: string): Promise<void> {
    this.person(pegawaiId).says(text);
    await this.settle();
  }

  /** Somebody answers with the number of a choice in their newest message with that choice. */
  async chooses(pegawaiId: string, title: string): Promise<void> {
    const person = this.person(pegawaiId);
    const choices = person.texts.toReversed().flatMap((text) => [...text.matchAll(CHOICE)]);
    const nomor = choices.find(([, , shown]) => shown?.includes(title))?.[1];
    if (nomor === undefined) throw new Error(`no choice ${title}\n${person.transcript()}`);
    await this.says(pegawaiId, nomor);
  }

  /** Somebody ticks an option of the newest poll that has it, or none any more. */
  async votes(pegawaiId: string, ...titles: readonly string[]): Promise<void> {
    await this.hears(() => this.person(pegawaiId).votes(...titles));
  }

  /** Somebody sends so many messages in one go: the pause for more lasts until the page told of all. */
  async sendsInOneGo(count: number, does: () => unknown): Promise<void> {
    this.#gathered = this.#told + count;
    await this.hears(does);
  }

  /** Waits until something a person does on WhatsApp is stored, and everything it led to is sent. */
  async hears(does: () => unknown): Promise<void> {
    const before = this.#stored;
    does();
    await this.whatsapp.until(() => this.#stored > before, ONLINE_MS);
    await this.settle();
  }

  /** Waits until everything people sent is stored, and everything it led to is sent. */
  async settle(): Promise<void> {
    await this.whatsapp.until(() => this.whatsapp.unread === 0, ONLINE_MS);
    await this.#current().runtime.drain();
  }

  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  async moveTo(iso: string): Promise<void> {
    const { runtime, store } = this.#current();
    const tick = (): Promise<void> => runtime.tick();
    const drain = (): Promise<void> => runtime.drain();
    await moveClock({ store, clock: this.#clock, tick, drain }, Date.parse(iso));
  }

  #counted(channel: WhatsappChannel): Channel {
    return {
      ...channel,
      start: (sink) =>
        channel.start(async (event) => {
          await sink(event);
          if (event.type !== "receipt") this.#stored += 1;
        }),
    };
  }

  #current(): Running {
    if (this.#running === null) throw new Error("the office is closed");
    return this.#running;
  }

  #openStore(): Promise<Store> {
    return openStore({
      url: `file:${join(this.#dir, "sopir.db")}`,
      dataDir: this.#dir,
      now: () => this.#clock.now(),
      log: this.#log,
    });
  }

  async #load(kantorFile: string): Promise<void> {
    await emptySqlite(join(this.#dir, "sopir.db"));
    const store = await this.#openStore();
    const catalog = await loadCatalog(join(import.meta.dirname, "../../flows"));
    const { isi, problems } = parseKantor(kantorFile, await readFile(kantorFile, "utf8"), catalog);
    if (isi === null) throw new Error(JSON.stringify(problems));
    const files = createFileStore(this.#dir);
    const deps = { store, files, random: systemRandom, clock: this.#clock, log: this.#log, kamus };
    const { undanganList } = await loadKantor(deps, isi, { undangan: true });
    for (const { pegawai, kode } of undanganList) this.#invitations.set(pegawai.id, kode);
    await store.close();
  }
}

/** A choice as the shared renderer writes it for phones without buttons: number, then title. */
const CHOICE = /\*(\d+)\* ([^·\n]+)/g;

/** Pauses for the look of it take next to no time; what limits a call to the browser stays. */
const briskTiming: Timing = {
  now: () => systemTiming.now(),
  sleep: (ms, signal) => systemTiming.sleep(ms > 2_000 ? ms : ms / 50, signal),
};
