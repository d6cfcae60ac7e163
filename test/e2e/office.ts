import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveClock } from "../../src/app/clock/rehearse.ts";
import { createUndangan } from "../../src/app/office/create-undangan.ts";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import type { Backups } from "../../src/app/ports/backups.ts";
import type { Channel } from "../../src/app/ports/channel.ts";
import type { Documents } from "../../src/app/ports/documents.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { readLke } from "../../src/catalog/load-lke.ts";
import { createTelegramChannel, type TelegramChannel } from "../../src/channels/telegram/index.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import type { Penyimpanan } from "../../src/core/waktu/penyimpanan.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { type Person, TelegramDouble } from "../doubles/telegram/index.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { shippedCatalog, shippedLke } from "../support/catalog.ts";
import { hurried } from "../support/hurried.ts";
import { emptySqlite } from "../support/store.ts";
import { kamus } from "../support/teks.ts";
import { servePage } from "./serve-page.ts";

export interface OfficeOptions {
  readonly kantorFile: string;
  /** How long things are kept; without it, for good. */
  readonly penyimpanan?: Penyimpanan;
  /** The folder of sheets, forms and calendars; the shipped one if not named. */
  readonly flows?: string;
  /** ISO time at which the office is loaded. */
  readonly mulai: string;
  readonly deliverTwice?: boolean;
  /** Stop everything and start it anew from the database before each act. */
  readonly restartEachAct?: boolean;
  /** Before each act the computer's clock is set back by the next of these, from where it was furthest. */
  readonly mundurMs?: readonly number[];
  readonly databaseUrl?: string;
  /** What is different in this office from its file, as a change of its text. */
  readonly ubah?: (yaml: string) => string;
  /** Who does not link an account at the start; see `invitation`. */
  readonly tanpaAkun?: readonly string[];
  /** How many times faster than in life the machine's own time passes; the office's stands all the same. */
  readonly tempo?: number;
  /** What makes the files, if not the program's own. */
  readonly documents?: Documents;
  /** Telegram lays messages out; without it, it is an older server, and everything is said in words. */
  readonly rich?: boolean;
  /** Whether the page on which figures are filled in is served. */
  readonly halaman?: boolean;
  /** The running berkas stay pinned in people's chats. */
  readonly sematan?: boolean;
  /** The backups of the installation; without them nobody is told of one that failed. */
  readonly backups?: Pick<Backups, "list">;
  /** Channels beside Telegram. */
  readonly saluranLain?: readonly Channel[];
}

/** An office whose people act one after another, whatever it runs on. */
export interface Acting {
  person(pegawaiId: string): Person;
  says(pegawaiId: string, text: string): Promise<void>;
  taps(pegawaiId: string, title: string | RegExp): Promise<void>;
  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  moveTo(iso: string): Promise<void>;
}

/**
 * A whole office over the Bot API double: real telegraf, real database, real workbook. Only the
 * service on the other side and the passing of time are imitated.
 */
export class Office implements Acting {
  readonly telegram: TelegramDouble;
  readonly #options: OfficeOptions;
  /** Whether everything is stopped and started anew from the database before each act, from now on. */
  restartEachAct: boolean;
  /** Database and files of this office. */
  readonly dir = mkdtempSync(join(tmpdir(), "sopir-e2e-"));
  /** Every line the program logged, down to the least important. */
  readonly logLines: string[] = [];
  readonly #clock;
  /** The machine's time, which transport goes by. */
  readonly #machine;
  readonly #log = createLogger(
    { level: "trace", pretty: false, secrets: [] },
    { write: (line) => this.#logged(line) },
  );
  readonly #personById = new Map<string, Person>();
  readonly #invitationById = new Map<string, string>();
  #terjauhMs = 0;
  #acts = 0;
  #running: Running | null = null;
  #pagePort = 0;

  private constructor(options: OfficeOptions) {
    this.#options = options;
    this.restartEachAct = options.restartEachAct ?? false;
    this.#clock = createRehearsalClock(Date.parse(options.mulai));
    this.#machine = machineOf(options.tempo ?? 1);
    this.telegram = new TelegramDouble({
      nowMs: () => this.#clock.now(),
      rich: options.rich ?? false,
    });
  }

  /** Loads the office, starts the bot and links everybody by their invitation. */
  static async open(options: OfficeOptions): Promise<Office> {
    const office = new Office(options);
    await office.telegram.start();
    office.telegram.deliverTwice = options.deliverTwice ?? false;
    if (options.databaseUrl === undefined) await emptySqlite(join(office.dir, "sopir.db"));
    const store = await office.#openStore();
    const codes = await office.#load(store, options.ubah ?? same);
    await store.close();
    await office.#start();
    let id = 100;
    for (const { pegawaiId, jabatan, kode } of codes) {
      const person = office.telegram.person(++id, jabatan);
      office.#personById.set(pegawaiId, person);
      office.#invitationById.set(pegawaiId, kode);
      if (options.tanpaAkun?.includes(pegawaiId) === true) continue;
      await office.act(() => person.says(`/start ${kode}`));
    }
    return office;
  }

  /** The code of the invitation somebody was given when the office was loaded. */
  invitation(pegawaiId: string): string {
    const kode = this.#invitationById.get(pegawaiId);
    if (kode === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return kode;
  }

  /** Makes a further invitation, as the command line does; everybody may have several accounts. */
  async invite(pegawaiId: string): Promise<string> {
    const { store } = this.#current();
    const deps = { store, random: systemRandom, clock: this.#clock, log: this.#log, kamus };
    const [record] = await store.listKantor();
    if (record === undefined) throw new Error("no office is loaded");
    const result = await createUndangan(deps, { kantorId: record.kantor.id, pegawaiId });
    if (result.kind === "refused") throw new Error(result.sebab);
    return result.undangan.kode;
  }

  /** Everybody who was invited, in the order of the office file. */
  get everybody(): readonly Person[] {
    return [...this.#personById.values()];
  }

  /** Whether a text stands in the log, the database or any file the program keeps. */
  keeps(text: string): boolean {
    const files = readdirSync(this.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return (
      this.logLines.some((line) => line.includes(text)) || files.some((data) => data.includes(text))
    );
  }

  person(pegawaiId: string): Person {
    const person = this.#personById.get(pegawaiId);
    if (person === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return person;
  }

  /** The code of the newest invitation somebody was told of. */
  codeTold(pegawaiId: string): string {
    const told = this.person(pegawaiId).texts.findLast((text) => text.includes("/start "));
    const kode = /\/start ([A-Z0-9]+)/.exec(told ?? "")?.[1];
    if (kode === undefined) throw new Error(this.person(pegawaiId).transcript());
    return kode;
  }

  /** Somebody who came later links an account by the code they were given. */
  async joins(pegawaiId: string, nama: string, kode: string): Promise<void> {
    const person = this.telegram.person(101 + this.#personById.size, nama);
    this.#personById.set(pegawaiId, person);
    await this.act(() => person.says(`/start ${kode}`));
  }

  get store(): Store {
    if (this.#running === null) throw new Error("the office is closed");
    return this.#running.store;
  }

  /** Where the page is served; what Telegram opens leads there. */
  get pageAddress(): string {
    return `http://127.0.0.1:${this.#pagePort}/isian`;
  }

  get nowMs(): number {
    return this.#clock.now();
  }

  /** Lets somebody do something and waits until all of its consequences have arrived. */
  async act(does: () => unknown): Promise<void> {
    if (this.restartEachAct) await this.restart();
    this.#setBack();
    does();
    await this.settle();
  }

  async says(pegawaiId: string, text: string): Promise<void> {
    await this.act(() => this.person(pegawaiId).says(text));
  }

  async taps(pegawaiId: string, title: string | RegExp): Promise<void> {
    await this.act(() => this.person(pegawaiId).taps(title));
  }

  async moveTo(iso: string): Promise<void> {
    if (this.restartEachAct) await this.restart();
    const { runtime, store } = this.#current();
    const tick = (): Promise<void> => runtime.tick();
    const drain = (): Promise<void> => runtime.drain();
    await moveClock({ store, clock: this.#clock, tick, drain }, Date.parse(iso));
  }

  /** The computer's clock is set, forward or back, and the program looks at what is due by it. */
  async stepTo(iso: string): Promise<void> {
    const { runtime } = this.#current();
    this.#clock.set(Date.parse(iso));
    await runtime.tick();
    await runtime.drain();
  }

  /** Every berkas with how it ended, by period. */
  async berkasEnds(): Promise<readonly string[]> {
    const berkasList = await allBerkas(this.store);
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
    await this.telegram.until(() => this.telegram.pendingUpdates === 0, SETTLE_MS);
    await this.#current().runtime.drain();
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  /** Nothing runs until an ISO time; then the program starts and looks at what it missed. */
  async outageUntil(iso: string): Promise<void> {
    await this.#stop();
    this.#clock.set(Date.parse(iso));
    await this.#start();
    await this.#current().runtime.drain();
  }

  /** The backup that fell due now came to nothing. */
  async backupFails(): Promise<void> {
    await this.#current().runtime.backupFailed(this.#clock.now());
  }

  /** The operator loads the office file anew, changed, while the program runs. */
  async reload(ubah: (yaml: string) => string): Promise<void> {
    const store = await this.#openStore();
    await this.#load(store, ubah);
    await store.close();
    await this.settle();
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.telegram.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  #setBack(): void {
    const { mundurMs = [] } = this.#options;
    this.#terjauhMs = Math.max(this.#terjauhMs, this.#clock.now());
    const back = mundurMs[this.#acts % mundurMs.length];
    this.#acts += 1;
    if (back !== undefined) this.#clock.set(this.#terjauhMs - back);
  }

  #current(): Running {
    if (this.#running === null) throw new Error("the office is closed");
    return this.#running;
  }

  #openStore(): Promise<Store> {
    return openStore({
      url: this.#options.databaseUrl ?? `file:${join(this.dir, "sopir.db")}`,
      dataDir: this.dir,
      now: this.#machine.now,
      log: this.#log,
    });
  }

  #logged(line: string): void {
    this.logLines.push(line);
    if (process.env["E2E_LOG"] !== undefined) process.stdout.write(line);
  }

  async #load(
    store: Store,
    ubah: (yaml: string) => string,
  ): Promise<readonly { pegawaiId: string; jabatan: string; kode: string }[]> {
    const { kantorFile, flows } = this.#options;
    const catalog = await (flows === undefined ? shippedCatalog() : loadCatalog(flows));
    const yaml = ubah(await readFile(kantorFile, "utf8"));
    const { isi, problems } = parseKantor(kantorFile, yaml, catalog);
    if (isi === null) throw new Error(JSON.stringify(problems));
    const files = createFileStore(this.dir);
    const deps = { store, files, random: systemRandom, clock: this.#clock, log: this.#log, kamus };
    const { undanganList } = await loadKantor(deps, isi, { undangan: true });
    return undanganList.map(({ pegawai, kode }) => ({
      pegawaiId: pegawai.id,
      jabatan: pegawai.jabatan,
      kode,
    }));
  }

  async #start(): Promise<void> {
    const { flows } = this.#options;
    const store = await this.#openStore();
    const channel = createTelegramChannel({
      token: this.telegram.token,
      apiRoot: this.telegram.url,
      log: this.#log,
      now: () => this.#clock.now(),
      timing: this.#machine.timing,
      pin: this.#options.sematan ?? false,
      pace: { perSecond: 1_000, perChatMs: 0 },
      gatherMs: 0,
      ...(this.#options.halaman === true && { page: PAGE }),
    });
    const files = createFileStore(this.dir);
    const runtime = createRuntime({
      store,
      files,
      documents: this.#options.documents ?? createDocuments(files),
      random: systemRandom,
      clock: this.#clock,
      timing: this.#machine.timing,
      log: this.#log,
      kamus,
      ...(this.#options.penyimpanan && { penyimpanan: this.#options.penyimpanan }),
      ...(this.#options.backups && { backups: this.#options.backups }),
      lke: await (flows === undefined ? shippedLke() : readLke(flows)),
      channels: [channel, ...(this.#options.saluranLain ?? [])],
    });
    await runtime.start();
    this.#running = { runtime, store, http: await this.#serve(store, channel) };
  }

  async #serve(store: Store, telegram: TelegramChannel): Promise<Running["http"]> {
    if (this.#options.halaman !== true) return null;
    const http = await servePage({
      store,
      telegram,
      files: createFileStore(this.dir),
      clock: this.#clock,
      log: this.#log,
      token: this.telegram.token,
      port: this.#pagePort,
    });
    this.#pagePort = http.port;
    return http;
  }

  async #stop(): Promise<void> {
    if (this.#running === null) return;
    const { runtime, store, http } = this.#running;
    this.#running = null;
    await http?.close();
    await runtime.stop(5_000);
    await store.close();
  }
}

/** On a bad day of the service, or of the machine, an update takes its time. */
const SETTLE_MS = 30_000;

/** What buttons of the office lead to: a public name, which stands for where the page is served. */
const PAGE = "https://sopir.contoh.go.id/isian";

interface Running {
  readonly runtime: Runtime;
  readonly store: Store;
  readonly http: Awaited<ReturnType<typeof servePage>> | null;
}

const same = (yaml: string): string => yaml;

function machineOf(tempo: number) {
  const startMs = Date.now();
  const now = (): number => startMs + (Date.now() - startMs) * tempo;
  return { now, timing: hurried(tempo) };
}
