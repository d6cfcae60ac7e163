import type { Pool, PoolClient } from "pg";
import type { Connection, Driver, Query, Statement, Tx } from "./driver.ts";

/** The driver over the pool of connections that Prisma's client uses as well. */
export class PostgresqlDriver implements Driver {
  readonly #pool: () => Promise<Pool>;

  constructor(pool: () => Promise<Pool>) {
    this.#pool = pool;
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#connected(async (connection) => {
      await connection.step("BEGIN");
      const result = await work(connection);
      await connection.step("COMMIT");
      return result;
    });
  }

  read<T>(work: (through: Query) => Promise<T>): Promise<T> {
    return this.#connected(work);
  }

  /** A connection on which something failed is rolled back, and given up where that fails too. */
  async #connected<T>(work: (connection: PostgresqlConnection) => Promise<T>): Promise<T> {
    const pool = await this.#pool();
    const client = await naming(pool.connect());
    const connection = new PostgresqlConnection(client);
    // Told by the statement under way; without a listener the process would end of it.
    client.on("error", ignore);
    let broken = false;
    try {
      return await work(connection);
    } catch (cause) {
      broken = await connection.step("ROLLBACK").then(
        () => false,
        () => true,
      );
      throw cause;
    } finally {
      client.off("error", ignore);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    const pool = await this.#pool();
    if (!pool.ending) await pool.end();
  }
}

/** A connection; PostgreSQL keeps what was prepared on it under the statement's name. */
export class PostgresqlConnection implements Connection {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async step(text: string): Promise<void> {
    await naming(this.#client.query(text));
  }

  async execute({ text, values }: Statement): Promise<number> {
    const asked = { name: nameOf(text), text, values: [...values] };
    return (await naming(this.#client.query(asked))).rowCount ?? 0;
  }

  async query<Row extends object>({ text, values }: Statement): Promise<readonly Row[]> {
    const asked = { name: nameOf(text), text, values: [...values], types };
    return (await naming(this.#client.query<Row>(asked))).rows;
  }
}

/** The same statement goes by the same name on every connection. */
function nameOf(text: string): string {
  const known = nameByText.get(text);
  if (known !== undefined) return known;
  const name = `s${nameByText.size}`;
  nameByText.set(text, name);
  return name;
}

const nameByText = new Map<string, string>();

/** How columns of a type come back, by the type's number; all others as text. */
const parserByType = new Map<number, (text: string) => unknown>([
  [16, (text) => text === "t"],
  [20, Number],
  [21, Number],
  [23, Number],
]);

const types = {
  getTypeParser: (type: number) => parserByType.get(type) ?? ((text: string) => text),
};

/** What the library itself throws has no code, and always means that the connection is gone. */
async function naming<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Error && !("code" in cause)) throw new ConnectionLost(cause);
    throw cause;
  }
}

class ConnectionLost extends Error {
  readonly code = "08006";

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = "ConnectionLost";
  }
}

function ignore(): void {}
