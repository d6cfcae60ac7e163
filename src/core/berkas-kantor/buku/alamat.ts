import type { Jalur } from "./kolom.ts";
import type { MasalahSel } from "./model.ts";

/** Where something of the office file stands in the workbook. */
export interface Tempat {
  /** "Pegawai!C4"; the name of the sheet alone for what has no cell. */
  readonly sel: string;
  /** What its column or line is called; null for more than one. */
  readonly judul: string | null;
}

/** Stands in a path for every row. */
export const SETIAP = "*";

/** What is noted while a workbook is read. */
export interface Pembacaan {
  readonly alamat: Alamat;
  readonly masalahList: MasalahSel[];
  /** What was passed over. */
  readonly lewatList: MasalahSel[];
}

/** Which cell each value came from, and which of them could not be read. */
export class Alamat {
  readonly #tempatByJalur = new Map<string, Tempat>();
  /** With the text that stands there; null where it is none. */
  readonly #takTerbaca = new Map<string, string | null>();

  /** Notes where a value stands, or would stand. */
  catat(jalur: Jalur, tempat: Tempat): void {
    this.#tempatByJalur.set(kunci(jalur), tempat);
  }

  /** What is wrong there has been said; `teks` is what stands there. */
  catatTakTerbaca(jalur: Jalur, teks: string | null = null): void {
    this.#takTerbaca.set(kunci(jalur), teks);
  }

  /** The text of a cell that could not be read; null where there is none. */
  teksTakTerbaca(jalur: Jalur): string | null {
    return this.#takTerbaca.get(kunci(jalur)) ?? null;
  }

  /** Cells that could not be read and hold a text. */
  get selTakTerbaca(): ReadonlySet<string> {
    const held = [...this.#takTerbaca].filter(([, teks]) => teks !== null);
    return new Set(held.flatMap(([key]) => this.#tempatByJalur.get(key)?.sel ?? []));
  }

  /** Whether what is wrong there, or with something it belongs to, has been said. */
  isTakTerbaca(jalur: readonly PropertyKey[]): boolean {
    const anyRow = jalur.map((part, at) => (at === 1 ? SETIAP : part));
    return [kunci(jalur), kunci(anyRow)].some((key) =>
      [...this.#takTerbaca.keys()].some((one) => key === one || under(key, one) || under(one, key)),
    );
  }

  /** Where a path leads; as near as there is a cell. */
  tempat(jalur: readonly PropertyKey[]): Tempat {
    for (let length = jalur.length; length > 0; length -= 1) {
      const key = kunci(jalur.slice(0, length));
      const found = this.#tempatByJalur.get(key) ?? this.#first(key);
      if (found !== undefined) return found;
    }
    return { sel: "Kantor", judul: null };
  }

  #first(key: string): Tempat | undefined {
    for (const [one, tempat] of this.#tempatByJalur) if (under(one, key)) return tempat;
    return undefined;
  }
}

const kunci = (jalur: readonly PropertyKey[]): string => jalur.map(String).join("/");

const under = (one: string, above: string): boolean => one.startsWith(`${above}/`);
