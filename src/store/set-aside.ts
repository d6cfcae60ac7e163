import type { Log } from "../app/ports/log.ts";
import type { RowName } from "../app/ports/store.ts";

/** The key of a row that has an id. */
export const byId = ({ id }: { readonly id: string }): string => id;

/**
 * Rows this program could not read when it last came by them, or could do nothing with. One of them
 * must not keep everybody else's from being read: it stays where it is, and its name is told.
 */
export class SetAside {
  readonly #log: Pick<Log, "error">;
  readonly #rowByName = new Map<string, RowName>();

  constructor(log: Pick<Log, "error">) {
    this.#log = log;
  }

  get list(): readonly RowName[] {
    return [...this.#rowByName.values()];
  }

  /** What `parse` makes of a row; null where it throws. */
  read<T>(table: string, key: string, parse: () => T): T | null {
    try {
      const row = parse();
      this.#rowByName.delete(`${table} ${key}`);
      return row;
    } catch (cause) {
      this.note({ table, key }, cause);
      return null;
    }
  }

  /** The rows among these that can be read, in their order. */
  readAll<R, T>(
    table: string,
    rows: readonly R[],
    keyOf: (row: R) => string,
    parse: (row: R) => T,
  ): readonly T[] {
    return rows.flatMap((row) => this.read(table, keyOf(row), () => [parse(row)]) ?? []);
  }

  /** Tells the operator of a row, once. */
  note(row: RowName, cause: unknown): void {
    const name = `${row.table} ${row.key}`;
    if (this.#rowByName.has(name)) return;
    this.#rowByName.set(name, row);
    this.#log.error({ ...row, err: cause }, "a row was set aside");
  }
}
