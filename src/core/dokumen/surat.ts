import { formatTanggal } from "../waktu/format.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import { type Instansi, kopOf, tempatOf } from "./kop.ts";
import type { Blok, BlokTandaTangan, Dokumen } from "./model.ts";
import { judul, type Penanda, paragraf, tandaTangan } from "./susun.ts";

/** What every letter and form of an office carries. */
export interface Surat {
  readonly instansi: Instansi;
  /** From the register of letters; null while it has none. */
  readonly nomor: string | null;
  /** The day it bears; null leaves room for it. */
  readonly tanggal: Tanggal | null;
  /** Who signs it. */
  readonly penanda: Penanda;
  /** Marked as a concept on every page. */
  readonly konsep: boolean;
  readonly dibuatMs: Instant;
}

/** A letter or form as a document on F4, the paper offices write on. */
export const suratDokumen = (
  { instansi, konsep, dibuatMs }: Surat,
  nama: string,
  blokList: readonly Blok[],
): Dokumen => ({
  judul: `${nama} ${instansi.nama}`,
  kertas: "F4",
  kop: kopOf(instansi),
  tanda: konsep ? "KONSEP" : null,
  kaki: `${instansi.nama} · ${nama}`,
  dibuatMs,
  blokList,
});

/** The name of a form in the middle of the page, its number below it. */
export const kepalaNaskah = (nama: string, nomor: string | null): readonly Blok[] => [
  judul(1, nama.toUpperCase()),
  paragraf(`Nomor: ${nomor ?? TITIK_NOMOR}`, { rata: "tengah" }),
];

/** The signature of whoever the letter is from, at the right, below place and date. */
export const tandaTanganSurat = (surat: Surat): BlokTandaTangan => ({
  jenis: "tanda-tangan",
  kiri: null,
  kanan: tandaTangan(surat.penanda, tempatTanggalSurat(surat)),
});

/** "Paringin Selatan, 8 Januari 2027", with dots for what is still open. */
export const tempatTanggalSurat = ({
  instansi,
  tanggal,
}: Pick<Surat, "instansi" | "tanggal">): string =>
  `${tempatOf(instansi.nama) ?? TITIK_PENDEK}, ${tanggal === null ? TITIK_PENDEK : formatTanggal(tanggal)}`;

const TITIK_PENDEK = "…………………";
const TITIK_NOMOR = "…… / …… / ……";
