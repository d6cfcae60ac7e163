import { setTimeout as pause } from "node:timers/promises";
import { connect, type Database } from "../../../src/store/client.ts";
import { openStore } from "../../../src/store/open.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { SopirProcess } from "../sopir-process.ts";

/** Longer than anything takes on a busy machine. */
const PATIENCE_MS = 600_000;
/** Between two looks into the database: it has others to serve. */
const LOOK_MS = 50;

/** The processes of one office, on one database and one bot, whose power can be cut. */
export class Machines {
  readonly list: readonly SopirProcess[];
  readonly #database: Database;
  /** What a process that is ready is called in the table of leases. */
  readonly #idByProcess = new Map<SopirProcess, string>();
  readonly #ended = new Set<string>();

  private constructor(list: readonly SopirProcess[]) {
    this.list = list;
    this.#database = connect(this.url);
  }

  /** Nothing runs yet, and the clock stands at `mulai` (ISO). */
  static async create(
    count: 1 | 2,
    mulai: string,
    databaseUrl: string | undefined,
  ): Promise<Machines> {
    const first = await SopirProcess.create();
    first.extra = {
      CLOCK: "rehearsal",
      PERAGA: "false",
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    };
    const machines = new Machines(count === 1 ? [first] : [first, await beside(first)]);
    await machines.#setClock(Date.parse(mulai));
    return machines;
  }

  get first(): SopirProcess {
    const [first] = this.list;
    if (first === undefined) throw new Error("an office runs on one process at least");
    return first;
  }

  get url(): string {
    return this.first.variables["DATABASE_URL"] ?? "";
  }

  /** Starts one and waits until it is at work. */
  async start(one: SopirProcess): Promise<void> {
    one.start();
    await this.ready(one);
  }

  async ready(one: SopirProcess): Promise<void> {
    await one.ready();
    // Beside a SQLite file nobody else can be: there are no leases.
    if (this.#database.engine === "sqlite" || this.#idByProcess.has(one)) return;
    const known = new Set([...this.#ended, ...this.#idByProcess.values()]);
    const newId = async () => (await this.#idList()).find((id) => !known.has(id));
    let id = await newId();
    while (id === undefined) {
      await pause(LOOK_MS);
      id = await newId();
    }
    this.#idByProcess.set(one, id);
    // A lease the dead one was about to renew when it was killed has been renewed by now.
    await this.#endLeases();
  }

  /** The power of one is cut, while every other is at work, and it is started again at once. */
  async cut(one: SopirProcess): Promise<void> {
    for (const other of this.list) if (other !== one) await this.ready(other);
    await one.kill();
    this.#idByProcess.delete(one);
    await this.#endLeases();
    one.start();
  }

  /** Resolves once every update is confirmed and decided on, and every message sent. */
  async settle(): Promise<void> {
    const { client } = this.#database;
    const { telegram } = this.first;
    const untilMs = Date.now() + PATIENCE_MS;
    const idle = (): boolean => telegram.pendingUpdates === 0;
    for (;;) {
      await telegram.until(idle, PATIENCE_MS);
      const passed = await client.passedUpdate.count();
      const waiting = await client.outbox.count({ where: { status: "menunggu" } });
      if (passed === 0 && waiting === 0 && idle()) return;
      if (Date.now() > untilMs) throw new Error(`${passed} passed, ${waiting} to send`);
      await pause(LOOK_MS);
    }
  }

  /** Moves the clock of every process, however often one is killed meanwhile. */
  async moveTo(iso: string): Promise<void> {
    for (const one of this.list) while (!(await moved(one, iso))) await this.ready(one);
  }

  /** Ends all as a service manager asks it to. */
  async stop(): Promise<readonly (number | null)[]> {
    for (const one of this.list) await this.ready(one);
    const codes: (number | null)[] = [];
    for (const one of this.list) codes.push(await one.stop());
    return codes;
  }

  /** Chats, calls, what the processes printed and what could not be sent, for the message of a failure. */
  async describe(): Promise<string> {
    const rows = await this.#database.client.outbox.findMany({
      where: { status: { not: "terkirim" } },
    });
    return [
      this.url,
      this.first.telegram.describe(),
      ...this.list.map(({ output }) => output),
      ...rows.map(({ chat, status, error, isi }) => `${chat} ${status} ${error}: ${isi}`),
    ].join("\n");
  }

  async dispose(): Promise<void> {
    await this.#database.client.$disconnect();
    for (const one of this.list.toReversed()) await one.dispose();
  }

  async #setClock(atMs: number): Promise<void> {
    const { dir } = this.first;
    const log = new MemoryLog();
    const store = await openStore({ url: this.url, dataDir: dir, now: Date.now, log });
    await store.saveClock(atMs);
    await store.close();
  }

  async #idList(): Promise<readonly string[]> {
    const leaseList = await this.#database.client.lease.findMany();
    return leaseList.filter(({ name, holder }) => name === holder).map(({ holder }) => holder);
  }

  /** What a dead one held runs out now and not in some seconds: it renews nothing. */
  async #endLeases(): Promise<void> {
    const living = [...this.#idByProcess.values()];
    for (const id of await this.#idList()) if (!living.includes(id)) this.#ended.add(id);
    await this.#database.client.lease.updateMany({
      where: { holder: { in: [...this.#ended] } },
      data: { untilMs: 0n },
    });
  }
}

/** One more on the same database, folder and bot, with the same clock. */
async function beside(first: SopirProcess): Promise<SopirProcess> {
  const second = await SopirProcess.create();
  const { PORT: _, ...shared } = first.variables;
  second.extra = shared;
  return second;
}

/** False where it did not live to tell. */
async function moved({ url }: SopirProcess, iso: string): Promise<boolean> {
  const request = {
    method: "POST",
    body: JSON.stringify({ ke: iso }),
    headers: { "content-type": "application/json" },
  };
  const answer = await fetch(`${url}/rehearsal/clock`, request).catch(() => null);
  if (answer !== null && answer.status >= 400 && answer.status < 500)
    throw new Error(await answer.text());
  return answer?.status === 200;
}
