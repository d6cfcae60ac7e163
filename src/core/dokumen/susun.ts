import type {
  Daftar,
  Halaman,
  Isi,
  Judul,
  KolomTabel,
  Paragraf,
  Penomoran,
  Rata,
  Rincian,
  Run,
  Sel,
  Tabel,
  TandaTangan,
} from "./model.ts";

/** Text without any look of its own. */
export const biasa = (teks: string): Isi => [{ teks }];

/** A bold run. */
export const tebal = (teks: string): Run => ({ teks, tebal: true });

/** An italic run. */
export const miring = (teks: string): Run => ({ teks, miring: true });

/** A heading. */
export const judul = (tingkat: Judul["tingkat"], teks: string): Judul => ({
  jenis: "judul",
  tingkat,
  teks,
});

/** How a paragraph departs from the ordinary: justified, not moved in, letters of full size. */
export interface OpsiParagraf {
  readonly rata?: Rata;
  readonly lekukCm?: number;
  readonly awalCm?: number;
  readonly kecil?: true;
}

/** A paragraph; a plain text will do. */
export const paragraf = (isi: Isi | string, opsi: OpsiParagraf = {}): Paragraf => ({
  jenis: "paragraf",
  isi: isiOf(isi),
  rata: opsi.rata ?? "penuh",
  lekukCm: opsi.lekukCm ?? 0,
  awalCm: opsi.awalCm ?? 0,
  kecil: opsi.kecil ?? false,
});

/** A paragraph of a letter: its first line moved in. */
export const alinea = (isi: Isi | string): Paragraf => paragraf(isi, { awalCm: 1.25 });

/** A list without lists in it. */
export const daftar = (penomoran: Penomoran, isiList: readonly (Isi | string)[]): Daftar => ({
  jenis: "daftar",
  penomoran,
  butirList: isiList.map((isi) => ({ isi: isiOf(isi), anak: null })),
});

/** Labels and what belongs to them, text or a list; a null value is a line to be written on. */
export const rincian = (
  barisList: readonly (readonly [string, string | Daftar | null])[],
): Rincian => ({
  jenis: "rincian",
  barisList: barisList.map(([label, isi]) =>
    isi === null || typeof isi === "string"
      ? { label, isi: biasa(isi ?? TITIK) }
      : { label, isi: [], daftar: isi },
  ),
});

/** A cell; a number of Indonesian notation is a text here. */
export const sel = (isi: Isi | string, latar: string | null = null): Sel => ({
  isi: isiOf(isi),
  latar,
});

/** A column: its title, its share of the width, and where its cells stand; at the left unless told. */
export type Kolom = readonly [judul: string, lebar: number, rata?: KolomTabel["rata"]];

/** A table without a line above its titles; a plain text will do for a cell. */
export const tabel = (
  kolomList: readonly Kolom[],
  barisList: readonly (readonly (Sel | string)[])[],
  opsi: { readonly kecil?: true } = {},
): Tabel => ({
  jenis: "tabel",
  kecil: opsi.kecil ?? false,
  gugusList: null,
  kolomList: kolomList.map(([judul, lebar, rata = "kiri"]) => ({ judul, lebar, rata })),
  barisList: barisList.map((baris) =>
    baris.map((one) => (typeof one === "string" ? sel(one) : one)),
  ),
});

/** A new page. */
export const halaman = (arah: Halaman["arah"] = "tegak"): Halaman => ({ jenis: "halaman", arah });

/** Who signs a document, as the office file knows them. */
export interface Penanda {
  readonly jabatan: string;
  readonly nama: string;
  readonly nip: string | null;
}

/** Room for the ink of somebody; a place and date above where they are said. */
export const tandaTangan = (
  penanda: Penanda,
  tempatTanggal: string | null = null,
  keterangan: string | null = null,
): TandaTangan => ({ ...penanda, jabatan: `${penanda.jabatan},`, tempatTanggal, keterangan });

/** Dots to write on. */
const TITIK = "……………………………";

const isiOf = (isi: Isi | string): Isi => (typeof isi === "string" ? biasa(isi) : isi);
