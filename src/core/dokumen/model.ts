import type { Logo } from "../kantor/logo.ts";
import type { Instant } from "../waktu/instant.ts";
import type { GrafikBatang, GrafikTren } from "./grafik.ts";

/** Paper of an office: A4, or F4 (folio, 215 × 330 mm) as most printers in offices hold. */
export type Kertas = "A4" | "F4";

/** Which way a page lies. */
export type Arah = "tegak" | "rebah";

/** Where lines of text stand between the margins. */
export type Rata = "kiri" | "tengah" | "kanan" | "penuh";

/** A run of text with one look; a line feed in it begins a new line. */
export interface Run {
  readonly teks: string;
  readonly tebal?: true;
  readonly miring?: true;
  readonly garisBawah?: true;
}

/** Text of a block or cell. Free of markup: nothing a user typed can be interpreted. */
export type Isi = readonly Run[];

/** The letterhead: the government, the office and where it is to be found. */
export interface Kop {
  readonly pemerintah: string;
  readonly instansi: string;
  readonly alamat: string | null;
  /** At its left; absent where the office has given none. */
  readonly logo?: Logo;
}

/** A heading; 1 is the title of the document, 2 a part, 3 a section of a part, 4 a section of that. */
export interface Judul {
  readonly jenis: "judul";
  readonly tingkat: 1 | 2 | 3 | 4;
  readonly teks: string;
}

/** Running text. `lekukCm` moves the whole paragraph in, `awalCm` its first line only. */
export interface Paragraf {
  readonly jenis: "paragraf";
  readonly isi: Isi;
  readonly rata: Rata;
  readonly lekukCm: number;
  readonly awalCm: number;
  /** Smaller letters, as for notes below a table. */
  readonly kecil: boolean;
}

/** How the entries of a list are counted: 1. 2., a. b., or with a dot. */
export type Penomoran = "angka" | "huruf" | "butir";

/** One entry of a list, with the list below it where it has one. */
export interface Butir {
  readonly isi: Isi;
  readonly anak: Daftar | null;
}

/** A numbered or dotted list. */
export interface Daftar {
  readonly jenis: "daftar";
  readonly penomoran: Penomoran;
  readonly butirList: readonly Butir[];
}

/** A label and what belongs to it; a list, where there is one, stands below the text. */
export interface BarisRincian {
  readonly label: string;
  readonly isi: Isi;
  readonly daftar?: Daftar;
}

/** Labels with what belongs to them, the colons under each other. */
export interface Rincian {
  readonly jenis: "rincian";
  readonly barisList: readonly BarisRincian[];
}

/** One column of a table; `lebar` is its share of the width, whatever the shares add up to. */
export interface KolomTabel {
  readonly judul: string;
  readonly lebar: number;
  readonly rata: "kiri" | "tengah" | "kanan";
}

/** One cell; `latar` is "#rrggbb", the ink on it is chosen by whoever draws. */
export interface Sel {
  readonly isi: Isi;
  readonly latar: string | null;
}

/** A table whose header is repeated on every page it runs over. */
export interface Tabel {
  readonly jenis: "tabel";
  readonly kolomList: readonly KolomTabel[];
  /** A line above the column titles that spans some of them; its `kolom` add up to all columns. */
  readonly gugusList: readonly { readonly judul: string; readonly kolom: number }[] | null;
  /** Rows; a short one is filled up with blank cells, what is too much is left out. */
  readonly barisList: readonly (readonly Sel[])[];
  readonly kecil: boolean;
}

/** Who signs, and what is written where the ink would be. */
export interface TandaTangan {
  /** "Paringin Selatan, 8 Januari 2027"; null leaves the line out. */
  readonly tempatTanggal: string | null;
  /** Lines above the name: "Camat Paringin Selatan,". */
  readonly jabatan: string;
  /** In place of the ink: when and how it was agreed to; null leaves room for a pen. */
  readonly keterangan: string | null;
  readonly nama: string;
  readonly nip: string | null;
}

/** One signature at the right, or two side by side. */
export interface BlokTandaTangan {
  readonly jenis: "tanda-tangan";
  readonly kiri: TandaTangan | null;
  readonly kanan: TandaTangan | null;
}

/** The head of a letter: number, nature, enclosures and subject at the left, date and addressee. */
export interface KepalaSurat {
  readonly jenis: "kepala-surat";
  readonly tempatTanggal: string;
  readonly nomor: string | null;
  readonly sifat: string | null;
  readonly lampiran: string | null;
  readonly hal: string;
  /** Lines below "Yth."; the last is where they are. */
  readonly kepadaList: readonly string[];
}

/** Who gets a copy. */
export interface Tembusan {
  readonly jenis: "tembusan";
  readonly kepadaList: readonly string[];
}

/** A new page, from here on lying this way. */
export interface Halaman {
  readonly jenis: "halaman";
  readonly arah: Arah;
}

/** The cover: the title in the middle of the page, the office at its foot. Its lines are no headings. */
export interface Sampul {
  readonly jenis: "sampul";
  /** Above the title; absent where the office has given none. */
  readonly logo?: Logo;
  readonly judulList: readonly string[];
  readonly instansiList: readonly string[];
}

/** The table of contents: every heading down to `tingkat` with its page. A document has one at most. */
export interface DaftarIsi {
  readonly jenis: "daftar-isi";
  readonly judul: string;
  readonly tingkat: Judul["tingkat"];
}

/** Everything a document is made of. */
export type Blok =
  | Judul
  | Paragraf
  | Daftar
  | Rincian
  | Tabel
  | BlokTandaTangan
  | KepalaSurat
  | Tembusan
  | Halaman
  | Sampul
  | DaftarIsi
  | GrafikBatang
  | GrafikTren;

/** The picture a document carries, in its letterhead or on its cover; null where there is none. */
export const logoDari = ({ kop, blokList }: Pick<Dokumen, "kop" | "blokList">): Logo | null =>
  kop?.logo ?? blokList.find((blok) => blok.jenis === "sampul")?.logo ?? null;

/** A document before anybody has chosen Word or PDF for it. */
export interface Dokumen {
  /** Title in the properties of the file. */
  readonly judul: string;
  readonly kertas: Kertas;
  readonly kop: Kop | null;
  /** Printed at the head of every page: "KONSEP / DRAF 2"; null for what is final. */
  readonly tanda: string | null;
  /** Printed at the foot of every page beside its number. */
  readonly kaki: string;
  readonly dibuatMs: Instant;
  readonly blokList: readonly Blok[];
}
