import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveClock } from "../../src/app/clock/rehearse.ts";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import type { Channel } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { shippedCatalog } from "../support/catalog.ts";
import { emptySqlite } from "../support/store.ts";
import { kamus } from "../support/teks.ts";

/** The program with one office in it, whatever service its channels are doubles of. */
export class OfficeProgram {
  readonly dir = mkdtempSync(join(tmpdir(), "sopir-e2e-"));
  readonly clock;
  readonly log;
  readonly #invitations = new Map<string, string>();
  #running: { readonly runtime: Runtime; readonly store: Store } | null = null;

  /** `write` gets every line of the log. */
  constructor(mulai: string, write: (line: string) => void) {
    this.clock = createRehearsalClock(Date.parse(mulai));
    this.log = createLogger({ level: "trace", pretty: false, secrets: [] }, { write });
  }

  /** Loads the office; nothing is running and nobody is linked. */
  async load(kantorFile: string): Promise<void> {
    await emptySqlite(join(this.dir, "sopir.db"));
    const store = await this.#openStore();
    const catalog = await shippedCatalog();
    const { isi, problems } = parseKantor(kantorFile, await readFile(kantorFile, "utf8"), catalog);
    if (isi === null) throw new Error(JSON.stringify(problems));
    const { undanganList } = await loadKantor({ store, ...this.#common() }, isi, {
      undangan: true,
    });
    for (const { pegawai, kode } of undanganList) this.#invitations.set(pegawai.id, kode);
    await store.close();
  }

  /** The code of the invitation somebody was given when the office was loaded. */
  invitation(pegawaiId: string): string {
    const kode = this.#invitations.get(pegawaiId);
    if (kode === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return kode;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  get store(): Store {
    return this.#current().store;
  }

  /** Resolves when everything that may be sent now has been handed to the channels. */
  drain(): Promise<void> {
    return this.#current().runtime.drain();
  }

  async start(channels: readonly Channel[]): Promise<void> {
    const store = await this.#openStore();
    const common = this.#common();
    const runtime = createRuntime({
      store,
      ...common,
      documents: createDocuments(common.files),
      timing: systemTiming,
      channels,
    });
    await runtime.start();
    this.#running = { runtime, store };
  }

  async stop(deadlineMs: number): Promise<void> {
    const { runtime, store } = this.#current();
    this.#running = null;
    await runtime.stop(deadlineMs);
    await store.close();
  }

  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  async moveTo(iso: string): Promise<void> {
    const { runtime, store } = this.#current();
    const tick = (): Promise<void> => runtime.tick();
    const drain = (): Promise<void> => runtime.drain();
    await moveClock({ store, clock: this.clock, tick, drain }, Date.parse(iso));
  }

  #common() {
    const { clock, log } = this;
    return { files: createFileStore(this.dir), random: systemRandom, clock, log, kamus };
  }

  #current(): { readonly runtime: Runtime; readonly store: Store } {
    if (this.#running === null) throw new Error("the office is closed");
    return this.#running;
  }

  #openStore(): Promise<Store> {
    return openStore({
      url: `file:${join(this.dir, "sopir.db")}`,
      dataDir: this.dir,
      now: () => this.clock.now(),
      log: this.log,
    });
  }
}
