import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Channel } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Timing } from "../../src/app/ports/timing.ts";
import { GATHER_MS } from "../../src/channels/gather.ts";
import { createWhatsappChannel, type WhatsappChannel } from "../../src/channels/whatsapp/index.ts";
import { openLibraryClient } from "../../src/channels/whatsapp/library.ts";
import type { WaClient } from "../../src/channels/whatsapp/seam.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { chromium, type Person, removeProfile, WhatsAppDouble } from "../doubles/whatsapp/index.ts";
import { OfficeProgram } from "./office-program.ts";

/** A browser on two cores that others use as well. */
const ONLINE_MS = 20_000;

/** How the program is set up this time. */
interface Setting {
  readonly pairingNumber?: string;
  readonly polls?: boolean;
}

/**
 * A whole office over the WhatsApp Web double: the real adapter, the real library, a real browser, a
 * real database. Only the service on the other side and the passing of time are imitated.
 */
export class WhatsAppOffice {
  readonly whatsapp: WhatsAppDouble;
  readonly #program: OfficeProgram;
  readonly #persons = new Map<string, Person>();
  #channel: WhatsappChannel | null = null;
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
    this.#program = new OfficeProgram(
      mulai,
      (line) => void (process.env["E2E_LOG"] !== undefined && process.stdout.write(line)),
    );
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
    await office.#program.load(kantorFile);
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
    return this.#program.invitation(pegawaiId);
  }

  get store(): Store {
    return this.#program.store;
  }

  get channel(): WhatsappChannel {
    if (this.#channel === null) throw new Error("the office is closed");
    return this.#channel;
  }

  get nowMs(): number {
    return this.#program.clock.now();
  }

  async start({ pairingNumber, polls = false }: Setting = {}): Promise<void> {
    const { dir: dataDir, clock, log } = this.#program;
    const dir = join(dataDir, "whatsapp");
    const chromiumArgs = this.whatsapp.chromiumArgs;
    const channel = createWhatsappChannel({
      chromiumPath: null,
      chromiumArgs: [],
      pairingNumber: pairingNumber ?? null,
      polls,
      dataDir,
      log,
      now: () => clock.now(),
      timing: this.#timing,
      pace: { perSecond: 1_000, perChatMs: 0 },
      open: async () => {
        const browser = await openLibraryClient({ chromiumPath: chromium(), chromiumArgs, dir });
        browser.on("message", () => (this.#told += 1));
        this.#browser = browser;
        return browser;
      },
    });
    await this.#program.start([this.#counted(channel), ...this.#saluranLain]);
    this.#channel = channel;
  }

  async stop(): Promise<void> {
    this.#channel = null;
    await this.#program.stop(15_000);
  }

  async close(): Promise<void> {
    if (this.#program.isRunning) await this.stop();
    await this.whatsapp.stop();
    await removeProfile(this.#program.dir);
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
    await this.#program.drain();
  }

  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  moveTo(iso: string): Promise<void> {
    return this.#program.moveTo(iso);
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
}

/** A choice as the shared renderer writes it for phones without buttons: number, then title. */
const CHOICE = /\*(\d+)\* ([^·\n]+)/g;

/** Pauses for the look of it take next to no time; what limits a call to the browser stays. */
const briskTiming: Timing = {
  now: () => systemTiming.now(),
  sleep: (ms, signal) => systemTiming.sleep(ms > 2_000 ? ms : ms / 50, signal),
};
