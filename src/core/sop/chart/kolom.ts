import type { Kertas } from "../../dokumen/model.ts";
import { KISI, kertasPt, tepi } from "./ukuran.ts";

/** One column of the table. */
export interface Kolom {
  readonly x: number;
  readonly lebar: number;
}

/** The columns of the official table; those of the pelaksana are whole lines of the grid wide. */
export interface KolomTabel {
  readonly no: Kolom;
  readonly uraian: Kolom;
  readonly pelaksana: readonly Kolom[];
  readonly kelengkapan: Kolom;
  readonly waktu: Kolom;
  readonly keluaran: Kolom;
  readonly keterangan: Kolom;
  /** Lines of the grid in the width of one pelaksana: odd, so that one runs down its middle. */
  readonly kisi: number;
}

/** Shares the width of the paper: narrower pelaksana the more there are, the rest for the texts. */
export function kolomTabel(kertas: Kertas, pelaksanaCount: number): KolomTabel {
  const seluruh = kertasPt[kertas].lebar - tepi.kiri - tepi.kanan;
  const kisi = kisiOf(seluruh, pelaksanaCount);
  const rest = seluruh - NO - kisi * KISI * pelaksanaCount;
  const part = (share: number): number => (rest * share) / SHARES;
  let x: number = tepi.kiri;
  const next = (lebar: number): Kolom => {
    const kolom = { x, lebar };
    x += lebar;
    return kolom;
  };
  return {
    no: next(NO),
    uraian: next(part(34)),
    pelaksana: Array.from({ length: pelaksanaCount }, () => next(kisi * KISI)),
    kelengkapan: next(part(23)),
    waktu: next(part(12)),
    keluaran: next(part(23)),
    keterangan: next(part(16)),
    kisi,
  };
}

const NO = 24;
const SHARES = 34 + 23 + 12 + 23 + 16;
/** 68 points hold a box and lanes on both sides of it, 28 just the box and one lane. */
const KISI_TERLEBAR = 17;
/** Where there are one or two columns, all arrows back run beside the same symbols. */
const KISI_SENDIRI = 33;
const KISI_TERSEMPIT = 7;

function kisiOf(seluruh: number, count: number): number {
  const share = count > 6 ? 0.5 : 0.44;
  const fit = Math.floor((seluruh * share) / KISI / Math.max(1, count));
  const odd = fit % 2 === 0 ? fit - 1 : fit;
  return Math.max(KISI_TERSEMPIT, Math.min(count > 2 ? KISI_TERLEBAR : KISI_SENDIRI, odd));
}
