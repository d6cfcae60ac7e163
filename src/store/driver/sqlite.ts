import type Sqlite from "better-sqlite3";
import type { Connection, Driver, Query, Statement, TransactionOptions, Tx } from "./driver.ts";

/** One transaction that was asked for. */
interface Job {
  readonly lasting: boolean;
  readonly run: (tx: Tx) => Promise<unknown>;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * A connection of its own to a SQLite file. Transactions that are asked for in one turn of the loop share
 * one commit, which waits for the disk once; each is undone alone.
 */
export class SqliteDriver implements Driver {
  readonly #open: () => Sqlite.Database;
  readonly #exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  #connection: SqliteConnection | null = null;
  #waiting: Job[] = [];

  /** `exclusively` lets nothing of this process write beside a group. */
  constructor(open: () => Sqlite.Database, exclusively: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#open = open;
    this.#exclusively = exclusively;
  }

  transaction<T>(
    work: (tx: Tx) => Promise<T>,
    { lasting = true }: TransactionOptions = {},
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | null = null;
      const run = async (tx: Tx): Promise<void> => {
        result = { value: await work(tx) };
      };
      const done = (): void => {
        if (result !== null) resolve(result.value);
      };
      this.#waiting.push({ lasting, run, resolve: done, reject });
      if (this.#waiting.length === 1)
        setImmediate(() => void this.#exclusively(() => this.#group()));
    });
  }

  read<T>(work: (through: Query) => Promise<T>): Promise<T> {
    return this.#exclusively(async () => work(this.#connect()));
  }

  close(): Promise<void> {
    return this.#exclusively(async () => {
      this.#connection?.close();
      this.#connection = null;
    });
  }

  #connect(): SqliteConnection {
    this.#connection ??= new SqliteConnection(this.#open());
    return this.#connection;
  }

  async #group(): Promise<void> {
    const jobs = this.#waiting;
    this.#waiting = [];
    const failures = new Map<Job, unknown>();
    try {
      await this.#write(this.#connect(), jobs, failures);
    } catch (cause) {
      for (const job of jobs) if (!failures.has(job)) failures.set(job, cause);
    }
    // In the order they were asked for, and none before the commit.
    for (const job of jobs) {
      if (failures.has(job)) job.reject(failures.get(job));
      else job.resolve();
    }
  }

  async #write(
    connection: SqliteConnection,
    jobs: readonly Job[],
    failures: Map<Job, unknown>,
  ): Promise<void> {
    await connection.begin(jobs.some(({ lasting }) => lasting));
    try {
      for (const job of jobs) await this.#writeOne(connection, job, failures);
      await connection.step("COMMIT");
    } finally {
      if (connection.isOpen) await connection.step("ROLLBACK");
    }
  }

  async #writeOne(
    connection: SqliteConnection,
    job: Job,
    failures: Map<Job, unknown>,
  ): Promise<void> {
    await connection.step("SAVEPOINT job");
    try {
      await job.run(connection);
    } catch (cause) {
      // Some failures undo the whole of it, whoever's statement it was.
      if (!connection.isOpen) throw cause;
      await connection.step("ROLLBACK TO job");
      failures.set(job, cause);
    }
    await connection.step("RELEASE job");
  }
}

/** Texts of statements that differ are some dozens; beyond so many the oldest is prepared anew. */
const PREPARED_MAX = 500;

/** A connection that keeps what it has prepared. */
export class SqliteConnection implements Connection {
  readonly #database: Sqlite.Database;
  /** What comes back of each is known to whoever asks for it. */
  readonly #prepared = new Map<string, Sqlite.Statement<unknown[], never>>();
  #lasting: boolean | null = null;

  constructor(database: Sqlite.Database) {
    this.#database = database;
  }

  get isOpen(): boolean {
    return this.#database.inTransaction;
  }

  /** Takes the right to write at once: whoever read first and then found another writing would fail. */
  async begin(lasting: boolean): Promise<void> {
    if (lasting !== this.#lasting) {
      this.#database.pragma(`synchronous = ${lasting ? "FULL" : "NORMAL"}`);
      this.#lasting = lasting;
    }
    await this.step("BEGIN IMMEDIATE");
  }

  async step(sql: string): Promise<void> {
    this.#prepare(sql).run();
  }

  async execute({ sql, values }: Statement): Promise<number> {
    return this.#prepare(sql).run(values.map(bound)).changes;
  }

  async query<Row extends object>({ sql, values }: Statement): Promise<readonly Row[]> {
    return this.#prepare(sql).all(values.map(bound));
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): Sqlite.Statement<unknown[], never> {
    const known = this.#prepared.get(sql);
    const statement = known ?? this.#database.prepare<unknown[], never>(sql);
    if (known === undefined) {
      this.#prepared.set(sql, statement);
      const [oldest] = this.#prepared.keys();
      if (this.#prepared.size > PREPARED_MAX && oldest !== undefined) this.#prepared.delete(oldest);
    }
    return statement;
  }
}

/** SQLite has no booleans. */
const bound = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : value);
