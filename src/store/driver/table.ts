import type { Tx, Value } from "./driver.ts";

/** A row of a model as it is written: times are numbers, as everywhere outside Prisma. */
export type Row<Model> = { readonly [F in keyof Model]: Timed<Model[F]> };

type Timed<T> = T extends bigint ? number : T;

/** Rows in one statement at the most: even the widest stay below SQLite's 32 766 places. */
const ROWS_MAX = 1_024;

interface Text {
  readonly sql: string;
  readonly text: string;
}

/** A table that rows are added to, many in a statement. */
export class Table<R extends { readonly [F in keyof R]: Value }> {
  readonly #name: string;
  readonly #fields: readonly (keyof R & string)[];
  readonly #conflict: string;
  readonly #textByCount = new Map<number, Text>();

  /** `fields` are those of the model that are written; `conflict` says what a key that is there means. */
  constructor(name: string, fields: readonly (keyof R & string)[], conflict = "") {
    this.#name = name;
    this.#fields = fields;
    this.#conflict = conflict;
  }

  /** Adds rows in a few statements; answers how many it wrote. */
  async add(tx: Tx, rows: readonly R[]): Promise<number> {
    let written = 0;
    for (let at = 0; at < rows.length; ) {
      const count = stride(rows.length - at);
      const values = rows
        .slice(at, at + count)
        .flatMap((row) => this.#fields.map((field) => row[field]));
      written += await tx.execute({ ...this.#textOf(count), values });
      at += count;
    }
    return written;
  }

  #textOf(count: number): Text {
    const known = this.#textByCount.get(count);
    if (known !== undefined) return known;
    const places = (place: (at: number) => string): string =>
      Array.from({ length: count }, (_, row) => {
        const list = this.#fields.map((_field, at) => place(row * this.#fields.length + at + 1));
        return `(${list.join(", ")})`;
      }).join(", ");
    const columns = this.#fields.map(columnOf).join(", ");
    const whole = (values: string): string =>
      `INSERT INTO ${this.#name} (${columns}) VALUES ${values} ${this.#conflict}`;
    const text = { sql: whole(places(() => "?")), text: whole(places((at) => `$${at}`)) };
    this.#textByCount.set(count, text);
    return text;
  }
}

/** The largest power of two that fits: so there are few texts to prepare, however many rows come. */
const stride = (count: number): number => Math.min(ROWS_MAX, 2 ** Math.floor(Math.log2(count)));

/** The schema maps every field to its name in words with underscores. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
