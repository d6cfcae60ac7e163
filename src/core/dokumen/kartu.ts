import type { Instant } from "../waktu/instant.ts";

/** An invitation as it is handed over on paper. */
export interface KartuUndangan {
  readonly kepala: string;
  readonly jabatan: string;
  readonly kantor: string;
  /** What stands before the code. */
  readonly judulKode: string;
  readonly kode: string;
  /** The address a phone opens when it sees the picture; null for a card without one. */
  readonly tautan: string | null;
  /** What to do with it, one line each. */
  readonly langkahList: readonly string[];
  /** Until when it holds. */
  readonly sampai: string;
}

/** Cards to be printed and cut apart. */
export interface LembarKartu {
  readonly judul: string;
  readonly dibuatMs: Instant;
  readonly kartuList: readonly KartuUndangan[];
}
