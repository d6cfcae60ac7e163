import type { Log } from "../app/ports/log.ts";
import type { Ring } from "../app/ports/peers.ts";
import { engineOf } from "./url.ts";

/** Lets the processes of one database tell each other when to look; nothing depends on being heard. */
export interface Bell {
  ring(word: Ring): void;
  /** Hears what is rung from now on. */
  listen(hear: (word: Ring) => void): void;
  close(): Promise<void>;
}

/** The bell of a database. Beside a file there is nobody to hear it. */
export const createBell = (url: string, log: Pick<Log, "warn">): Bell =>
  engineOf(url) === "sqlite" ? mute : new NotifyBell(url, log);

const mute: Bell = { ring: () => undefined, listen: () => undefined, close: async () => {} };

const CHANNEL = "sopir";
/** A line that broke is made anew after so long; meanwhile everybody looks by themselves. */
const RETRY_MS = 2_000;
const words: readonly Ring[] = ["outbox", "updates", "peers"];

type Line = Awaited<ReturnType<typeof openLine>>;

/** A connection of its own: one that goes back into a pool forgets what it listens to. */
async function openLine(connectionString: string) {
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const adapter = await new PrismaPg({ connectionString, max: 1, keepAlive: true }).connect();
  const client = await adapter.underlyingDriver().connect();
  const hangUp = (): Promise<void> => {
    client.release(true);
    return adapter.dispose();
  };
  return { client, hangUp };
}

/** LISTEN and NOTIFY of PostgreSQL. */
class NotifyBell implements Bell {
  readonly #url: string;
  readonly #log: Pick<Log, "warn">;
  readonly #hearList: ((word: Ring) => void)[] = [];
  /** What is to be rung as soon as the line is free. */
  readonly #waiting = new Set<Ring>();
  #line: Promise<Line | null> | null = null;
  #ringing: Promise<void> | null = null;
  #retrying = false;
  #closed = false;

  constructor(url: string, log: Pick<Log, "warn">) {
    this.#url = url;
    this.#log = log;
  }

  ring(word: Ring): void {
    this.#waiting.add(word);
    this.#ringing ??= this.#ringAll().finally(() => {
      this.#ringing = null;
    });
  }

  listen(hear: (word: Ring) => void): void {
    this.#hearList.push(hear);
    void this.#open();
  }

  async close(): Promise<void> {
    await this.#ringing;
    this.#closed = true;
    const line = await this.#line;
    await line?.hangUp();
  }

  async #ringAll(): Promise<void> {
    const line = await this.#open();
    while (this.#waiting.size > 0) {
      const wordList = [...this.#waiting];
      this.#waiting.clear();
      const notify = "SELECT pg_notify($1, word) FROM unnest($2::text[]) AS word";
      // A line that is down says so itself.
      await line?.client.query(notify, [CHANNEL, wordList]).catch(ignore);
    }
  }

  #open(): Promise<Line | null> {
    this.#line ??= this.#connect();
    return this.#line;
  }

  async #connect(): Promise<Line | null> {
    try {
      const line = await openLine(this.#url);
      line.client.on("error", ignore);
      line.client.on("end", () => this.#lost());
      line.client.on("notification", ({ payload }) =>
        this.#hear(words.filter((word) => word === payload)),
      );
      await line.client.query(`LISTEN ${CHANNEL}`);
      // What was rung before could not be heard.
      this.#hear(words);
      return line;
    } catch {
      this.#lost();
      return null;
    }
  }

  #hear(wordList: readonly Ring[]): void {
    for (const word of wordList) for (const hear of this.#hearList) hear(word);
  }

  #lost(): void {
    if (this.#closed || this.#retrying) return;
    this.#retrying = true;
    this.#log.warn({}, "other processes are not heard for a moment; it looks by itself meanwhile");
    setTimeout(() => {
      this.#retrying = false;
      this.#line = null;
      if (!this.#closed) void this.#open();
    }, RETRY_MS).unref();
  }
}

const ignore = (): void => undefined;
