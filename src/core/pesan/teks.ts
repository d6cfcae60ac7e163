import type { Instant } from "../waktu/instant.ts";
import type { Blok } from "./blok.ts";
import type { Halaman, PeranPilihan, Pesan, Span } from "./pesan.ts";

/**
 * Something to be said, before it is known to whom: words of an office or a person as they stand, a
 * text of the catalog with what fills it, or several of these. `inWords` puts it into the language of
 * a reader; only then it can be committed.
 */
export type Teks = string | Span | Ungkapan | Deret | Bentuk | readonly Teks[];

/** A text of the catalog, with its values. They are plain text, whatever is in them. */
export interface Ungkapan {
  readonly kunci: string;
  readonly data: Readonly<Record<string, Teks | number>>;
  /** The instant it names, if it names one; it stays with the words unless they fill a slot. */
  readonly saat?: Instant;
}

/** Texts with something between them; empty ones leave no trace. */
export interface Deret {
  readonly deret: readonly Teks[];
  readonly antara: Teks;
}

/** Something with two looks: blocks where a service lays messages out, words everywhere else. */
export interface Bentuk {
  readonly blokList: readonly Blok<Teks>[];
  readonly polos: Teks;
}

/** A text of the catalog, as the code names it: `Data` is what its slots ask for. */
export interface Kunci<Data> {
  readonly kunci: string;
  /** Never there; it makes the slots part of the type. */
  readonly isi?: (data: Data) => void;
}

/** A text without slots, which can be said as it is. */
export type Polos = Kunci<Readonly<Record<string, never>>> & Ungkapan;

/** Fills a text of the catalog: every slot it has, nothing less and nothing more. */
export const fill = <Data extends Ungkapan["data"]>(
  { kunci }: Kunci<Data>,
  data: NoInfer<Data>,
): Ungkapan => ({ kunci, data });

/** The same where only the program knows which text of several it is, and so which slots it has. */
export const fillAny = (
  { kunci }: { readonly kunci: string },
  data: Ungkapan["data"],
): Ungkapan => ({
  kunci,
  data,
});

/** Texts below one another; empty ones leave no line. */
export const lines = (...deret: readonly Teks[]): Deret => ({ deret, antara: "\n" });

/** Texts with an empty line between them; empty ones leave nothing. */
export const paragraphs = (...deret: readonly Teks[]): Deret => ({ deret, antara: "\n\n" });

/** Texts in one line, with this between them. */
export const joined = (deret: readonly Teks[], antara: Teks = ", "): Deret => ({ deret, antara });

/** Whether there is nothing to be said, in any language. */
export function isEmpty(teks: Teks): boolean {
  if (typeof teks === "string") return teks === "";
  if ("kunci" in teks) return false;
  if ("teks" in teks) return teks.teks === "";
  if ("polos" in teks) return isEmpty(teks.polos);
  return ("deret" in teks ? teks.deret : teks).every(isEmpty);
}

/** A message before it is said to anybody. */
export interface Ucapan extends Omit<Pesan, "teks" | "blok" | "pilihan" | "singkat" | "bahasa"> {
  readonly teks: Teks;
  readonly pilihan?: TawaranRows;
  readonly singkat?: Teks;
}

/** A choice before it is said: its title in whatever language it is read. */
export interface Tawaran {
  readonly id: string;
  readonly judul: Teks;
  readonly peran?: PeranPilihan;
  readonly halaman?: Halaman;
}

/** Rows of choices below a message. */
export type TawaranRows = readonly (readonly Tawaran[])[];
