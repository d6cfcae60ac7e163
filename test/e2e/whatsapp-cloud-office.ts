import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveClock } from "../../src/app/clock/rehearse.ts";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import type { Channel } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { GraphDouble, type Person } from "../doubles/graph/index.ts";
import { emptySqlite } from "../support/store.ts";
import { kamus } from "../support/teks.ts";
import { approveTemplates, type CloudLine, openCloudLine } from "./whatsapp-cloud-line.ts";

const flows = join(import.meta.dirname, "../../flows");

interface Running {
  readonly runtime: Runtime;
  readonly store: Store;
  readonly line: CloudLine;
}

/**
 * A whole office over the Graph API double: the real channel, the real webhook on a port, a real database.
 * Only Meta and the passing of time are imitated.
 */
export class WhatsappCloudOffice {
  readonly graph: GraphDouble;
  /** Every line of the log. */
  readonly logged: string[] = [];
  readonly #dir = mkdtempSync(join(tmpdir(), "sopir-e2e-wac-"));
  readonly #clock;
  readonly #log = createLogger(
    { level: "trace", pretty: false, secrets: [] },
    { write: (line) => void this.logged.push(line) },
  );
  readonly #invitations = new Map<string, string>();
  readonly #saluranLain: readonly Channel[];
  #persons = 0;
  readonly #personById = new Map<string, Person>();
  #running: Running | null = null;

  private constructor(mulai: string, saluranLain: readonly Channel[]) {
    this.#saluranLain = saluranLain;
    this.#clock = createRehearsalClock(Date.parse(mulai));
    this.graph = new GraphDouble(() => this.#clock.now());
  }

  /** Loads the office and has its templates approved; nothing is running and nobody is linked. */
  static async open(
    kantorFile: string,
    mulai: string,
    saluranLain: readonly Channel[] = [],
  ): Promise<WhatsappCloudOffice> {
    const office = new WhatsappCloudOffice(mulai, saluranLain);
    await office.graph.start();
    await office.#load(kantorFile);
    await approveTemplates(office.graph);
    return office;
  }

  person(pegawaiId: string): Person {
    const known = this.#personById.get(pegawaiId);
    if (known !== undefined) return known;
    this.#persons += 1;
    const number = `62812000000${String(this.#persons).padStart(2, "0")}`;
    const person = this.graph.person(number, pegawaiId);
    this.#personById.set(pegawaiId, person);
    return person;
  }

  invitation(pegawaiId: string): string {
    const kode = this.#invitations.get(pegawaiId);
    if (kode === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return kode;
  }

  get store(): Store {
    return this.#current().store;
  }

  async start(): Promise<void> {
    const store = await this.#openStore();
    const line = await openCloudLine(this.graph, { now: () => this.#clock.now(), log: this.#log });
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
      channels: [line.channel, ...this.#saluranLain],
    });
    await runtime.start();
    line.connect();
    this.#running = { runtime, store, line };
  }

  /** Ends the process; what people do meanwhile waits with the service. */
  async stop(): Promise<void> {
    const { runtime, store, line } = this.#current();
    this.#running = null;
    line.disconnect();
    await runtime.stop(10_000);
    await line.close();
    await store.close();
  }

  async close(): Promise<void> {
    if (this.#running !== null) await this.stop();
    await this.graph.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  async says(pegawaiId: string, text: string): Promise<void> {
    this.person(pegawaiId).says(text);
    await this.settle();
  }

  async taps(pegawaiId: string, title: string): Promise<void> {
    this.person(pegawaiId).taps(title);
    await this.settle();
  }

  /** Waits until everything people did is stored, and everything it led to is sent. */
  async settle(): Promise<void> {
    await this.graph.until(() => this.graph.unread === 0);
    await this.#current().runtime.drain();
    await this.graph.until(() => this.graph.unread === 0);
  }

  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  async moveTo(iso: string): Promise<void> {
    const { runtime, store } = this.#current();
    const tick = (): Promise<void> => runtime.tick();
    const drain = (): Promise<void> => runtime.drain();
    await moveClock({ store, clock: this.#clock, tick, drain }, Date.parse(iso));
    await this.settle();
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
    const catalog = await loadCatalog(flows);
    const { isi, problems } = parseKantor(kantorFile, await readFile(kantorFile, "utf8"), catalog);
    if (isi === null) throw new Error(JSON.stringify(problems));
    const files = createFileStore(this.#dir);
    const deps = { store, files, random: systemRandom, clock: this.#clock, log: this.#log, kamus };
    const { undanganList } = await loadKantor(deps, isi, { undangan: true });
    for (const { pegawai, kode } of undanganList) this.#invitations.set(pegawai.id, kode);
    await store.close();
  }
}
