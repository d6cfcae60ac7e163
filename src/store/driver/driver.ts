/** What a column takes. */
export type Value = string | number | bigint | boolean | null;

/** A statement in the words of both engines; `Prisma.sql` makes them, and so do tables. */
export interface Statement {
  /** Places are `?`: SQLite. */
  readonly sql: string;
  /** Places are `$1`, `$2` and so on: PostgreSQL. */
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What can be asked past Prisma's client. Times come back as numbers. */
export interface Query {
  query<Row extends object>(statement: Statement): Promise<readonly Row[]>;
}

/** A transaction of a driver itself. */
export interface Tx extends Query {
  /** How many rows it changed. */
  execute(statement: Statement): Promise<number>;
}

/** A connection, on which transactions begin and end. */
export interface Connection extends Tx {
  step(text: string): Promise<void>;
}

export interface TransactionOptions {
  /**
   * False where a power cut may undo it: SQLite then does not wait for the disk. What the processes of
   * this machine see of it is the same.
   */
  readonly lasting?: boolean;
}

/** The driver of a database, for what a turn costs: each statement is prepared once and kept. */
export interface Driver {
  /** Runs the work in a transaction; resolves once it is committed. What it throws undoes it. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Looks at what is committed. */
  read<T>(work: (through: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
