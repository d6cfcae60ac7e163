import type { Logo } from "../kantor/logo.ts";
import { formatTanggal } from "../waktu/format.ts";
import { type Instant, toLocal, type ZonaWaktu } from "../waktu/instant.ts";
import type { Kop } from "./model.ts";

/** As much of an office as its letterhead says. */
export interface Instansi {
  readonly nama: string;
  readonly kabupaten: string;
  readonly alamat?: string | null | undefined;
  readonly logo?: Logo | undefined;
}

/** The letterhead in the capitals of an official letter. */
export const kopOf = ({ nama, kabupaten, alamat = null, logo }: Instansi): Kop => ({
  pemerintah: (/^pemerintah\b/i.test(kabupaten)
    ? kabupaten
    : `Pemerintah ${kabupaten}`
  ).toUpperCase(),
  instansi: nama.toUpperCase(),
  alamat,
  ...(logo === undefined ? {} : { logo }),
});

/**
 * Where letters of an office are signed: a kecamatan by its own name, any other office in a place
 * that its file does not name.
 */
export const tempatOf = (nama: string): string | null =>
  /^kecamatan\s+(.+)$/i.exec(nama)?.[1] ?? null;

/** "Paringin Selatan, 8 Januari 2027"; dots where the place or the day is still open. */
export function tempatTanggal(nama: string, pada: PadaZona | null): string {
  const tempat = tempatOf(nama) ?? "…………………";
  return `${tempat}, ${pada === null ? "…………………" : tanggalPanjang(pada)}`;
}

/** An instant seen from an office. */
export interface PadaZona {
  readonly atMs: Instant;
  readonly zona: ZonaWaktu;
}

/** "8 Januari 2027" by the office's own calendar. */
const tanggalPanjang = ({ atMs, zona }: PadaZona): string =>
  formatTanggal(toLocal(atMs, zona).tanggal);
