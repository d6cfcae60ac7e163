import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadKantor } from "../../src/app/load-kantor.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { moveClock } from "../../src/app/rehearse.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { loadKantor as readKantor } from "../../src/catalog/load-kantor.ts";
import { createTelegramChannel } from "../../src/channels/telegram/index.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { rekapXlsx } from "../../src/documents/rekap-xlsx.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { type Person, TelegramDouble } from "../doubles/telegram/index.ts";

export interface OfficeOptions {
  readonly kantorFile: string;
  /** ISO time at which the office is loaded. */
  readonly mulai: string;
  readonly deliverTwice?: boolean;
  /** Stop everything and start it anew from the database before each act. */
  readonly restartEachAct?: boolean;
  readonly databaseUrl?: string;
}

/**
 * A whole office over the Bot API double: real telegraf, real database, real workbook. Only the
 * service on the other side and the passing of time are imitated.
 */
export class Office {
  readonly telegram: TelegramDouble;
  readonly #options: OfficeOptions;
  readonly #dir = mkdtempSync(join(tmpdir(), "sopir-e2e-"));
  readonly #clock;
  readonly #log = createLogger({
    level: process.env["E2E_LOG"] ?? "error",
    pretty: false,
    secrets: [],
  });
  readonly #personById = new Map<string, Person>();
  #running: { readonly runtime: Runtime; readonly store: Store } | null = null;

  private constructor(options: OfficeOptions) {
    this.#options = options;
    this.#clock = createRehearsalClock(Date.parse(options.mulai));
    this.telegram = new TelegramDouble({ nowMs: () => this.#clock.now() });
  }

  /** Loads the office, starts the bot and links everybody by their invitation. */
  static async open(options: OfficeOptions): Promise<Office> {
    const office = new Office(options);
    await office.telegram.start();
    office.telegram.deliverTwice = options.deliverTwice ?? false;
    const store = await office.#openStore();
    const codes = await office.#load(store);
    await store.close();
    await office.#start();
    let id = 100;
    for (const { pegawaiId, jabatan, kode } of codes) {
      const person = office.telegram.person(++id, jabatan);
      office.#personById.set(pegawaiId, person);
      await office.act(() => person.says(`/start ${kode}`));
    }
    return office;
  }

  person(pegawaiId: string): Person {
    const person = this.#personById.get(pegawaiId);
    if (person === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return person;
  }

  get store(): Store {
    if (this.#running === null) throw new Error("the office is closed");
    return this.#running.store;
  }

  get nowMs(): number {
    return this.#clock.now();
  }

  /** Lets somebody do something and waits until all of its consequences have arrived. */
  async act(does: () => unknown): Promise<void> {
    if (this.#options.restartEachAct === true) await this.restart();
    does();
    await this.settle();
  }

  async says(pegawaiId: string, text: string): Promise<void> {
    await this.act(() => this.person(pegawaiId).says(text));
  }

  async taps(pegawaiId: string, title: string | RegExp): Promise<void> {
    await this.act(() => this.person(pegawaiId).taps(title));
  }

  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  async moveTo(iso: string): Promise<void> {
    if (this.#options.restartEachAct === true) await this.restart();
    const { runtime, store } = this.#current();
    const tick = (): Promise<void> => runtime.tick();
    const drain = (): Promise<void> => runtime.drain();
    await moveClock({ store, clock: this.#clock, tick, drain }, Date.parse(iso));
  }

  /** Every berkas with how it ended, by period. */
  async berkasEnds(): Promise<readonly string[]> {
    const berkasList = await this.store.listBerkas(null);
    return berkasList.map(({ state }) => `${state.periode} ${state.status}`).toSorted();
  }

  /** Whether the hash chain of every office's log is unbroken and not empty. */
  async logIsWhole(): Promise<boolean> {
    const results = await Promise.all(
      (await this.store.listKantor()).map(({ kantor }) => this.store.verifyLog(kantor.id)),
    );
    return results.every(({ count, brokenSeq }) => count > 0 && brokenSeq === null);
  }

  /** Waits until every update is confirmed and every message sent. */
  async settle(): Promise<void> {
    await this.telegram.until(() => this.telegram.pendingUpdates === 0);
    await this.#current().runtime.drain();
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.telegram.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #current(): { readonly runtime: Runtime; readonly store: Store } {
    if (this.#running === null) throw new Error("the office is closed");
    return this.#running;
  }

  #openStore(): Promise<Store> {
    return openStore({
      url: this.#options.databaseUrl ?? `file:${join(this.#dir, "sopir.db")}`,
      dataDir: this.#dir,
      now: this.#clock.now,
      log: this.#log,
    });
  }

  async #load(
    store: Store,
  ): Promise<readonly { pegawaiId: string; jabatan: string; kode: string }[]> {
    const catalog = await loadCatalog(join(import.meta.dirname, "../../flows"));
    const { isi, problems } = await readKantor(this.#options.kantorFile, catalog);
    if (isi === null) throw new Error(JSON.stringify(problems));
    const deps = { store, random: systemRandom, clock: this.#clock, log: this.#log };
    const { undanganList } = await loadKantor(deps, isi, { undangan: true });
    return undanganList.map(({ pegawai, kode }) => ({
      pegawaiId: pegawai.id,
      jabatan: pegawai.jabatan,
      kode,
    }));
  }

  async #start(): Promise<void> {
    const store = await this.#openStore();
    const channel = createTelegramChannel({
      token: this.telegram.token,
      apiRoot: this.telegram.url,
      log: this.#log,
      now: this.#clock.now,
      timing: systemTiming,
      pace: { perSecond: 1_000, perChatMs: 0 },
    });
    const runtime = createRuntime({
      store,
      files: createFileStore(this.#dir),
      documents: { rekapXlsx },
      random: systemRandom,
      clock: this.#clock,
      timing: systemTiming,
      log: this.#log,
      channels: [channel],
    });
    await runtime.start();
    this.#running = { runtime, store };
  }

  async #stop(): Promise<void> {
    if (this.#running === null) return;
    const { runtime, store } = this.#running;
    this.#running = null;
    await runtime.stop(5_000);
    await store.close();
  }
}
