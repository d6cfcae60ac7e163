import { closest } from "../../sop/closest.ts";
import { lipat } from "../buku/lipat.ts";
import {
  nomorBiasa,
  type PeranTeks,
  peranTeks,
  sebutanPeran,
  sebutanTahunan,
  triwulanBernama,
} from "./kamus.ts";

/** What a column holds. */
export type Peran =
  | { readonly apa: Exclude<PeranTeks, "indikator"> }
  /** `gabung`: goals and their indikator stand below each other in it. */
  | { readonly apa: "indikator"; readonly gabung: boolean }
  | { readonly apa: "target"; readonly tahun: number | null }
  /** From 0; `berjalan` where the title says that the figures run on. */
  | { readonly apa: "triwulan"; readonly ke: number; readonly berjalan: boolean };

/** What a column is most likely to hold, and how well its title says so (0 to 1). */
export interface Dugaan {
  readonly peran: Peran;
  readonly skor: number;
}

const TEPAT = 1;
const MEMUAT = 0.8;
const MIRIP = 0.7;
/** Of programmes and activities, which are those of a section at most. */
const SETINGKAT = 0.5;
/** Of another level than the goals of an office. */
const TINGKAT_LAIN = /\b(program|kegiatan|output|keluaran|individu)\b/;
/** Shorter titles are like too many others. */
const PANJANG_MIRIP = 5;

/**
 * What a column holds by its title: the texts above it from the outermost to its own. Null where none of
 * them means anything.
 */
export function peranKolom(judulList: readonly string[]): Dugaan | null {
  const [own = ""] = judulList.toReversed();
  const foldedList = judulList.map(lipat).filter((one) => one !== "");
  return angkaTarget(foldedList) ?? teksKolom(own, lipat(own)) ?? teksLuar(foldedList);
}

/** The target of a year or of a triwulan; `lain` where figures of another kind are told. */
function angkaTarget(foldedList: readonly string[]): Dugaan | null {
  const sifat = sifatAngka(foldedList);
  if (sifat === "lain") return { peran: { apa: "lain" }, skor: TEPAT };
  const path = foldedList.join(" ");
  if (/\b(semester|smt|bulan|renstra|rpjmd|rpjmn)\b/.test(path)) return null;
  const ke = triwulanKe(foldedList);
  const berjalan = /\b(kumulatif|akumulasi|sd|s d)\b/.test(path);
  if (ke !== null) return { peran: { apa: "triwulan", ke, berjalan }, skor: TEPAT };
  return sifat === "target" ? targetSetahun(foldedList) : null;
}

/** What the figures below a title are: the innermost word that says so counts. */
function sifatAngka(foldedList: readonly string[]): "target" | "lain" | null {
  for (const judul of foldedList.toReversed()) {
    if (/\b(anggaran|pagu|biaya|dana|keuangan|rp|rupiah)\b/.test(judul)) return "lain";
    const done = /\b(realisasi|prognosis)\b/.test(judul);
    const aim = /\b(target|rencana capaian)\b/.test(judul);
    if (done !== aim) return aim ? "target" : "lain";
    if (!aim && /\bcapaian\b/.test(judul) && !/\bsatuan\b/.test(judul)) return "lain";
  }
  return null;
}

function triwulanKe(foldedList: readonly string[]): number | null {
  for (const judul of foldedList.toReversed()) {
    const ke = triwulanBernama(judul);
    if (ke !== null) return ke;
  }
  const at = foldedList.findLastIndex((judul) => nomorBiasa(judul) !== null);
  const counted = foldedList
    .slice(0, Math.max(0, at))
    .some((judul) => /\b(tw|tri ?wulan|tribulan|target)\b/.test(judul));
  return counted ? nomorBiasa(foldedList[at] ?? "") : null;
}

function targetSetahun(foldedList: readonly string[]): Dugaan | null {
  const path = foldedList.join(" ");
  const [year] = /\b20\d\d\b/.exec(path) ?? [];
  const judul = path
    .replace(/\b20\d\d\b/g, " ")
    .replaceAll(/ +/g, " ")
    .trim();
  const exact = sebutanTahunan.some((one) => one === judul);
  if (TINGKAT_LAIN.test(judul) || /\b(satuan|rata)\b/.test(judul)) return null;
  const peran = { apa: "target", tahun: year === undefined ? null : Number(year) } as const;
  return { peran, skor: exact ? TEPAT : MEMUAT };
}

function teksKolom(own: string, folded: string): Dugaan | null {
  if (folded === "") return null;
  if (/(tujuan|sasaran)[^/\n&]*[/\n&][^]*indikator/i.test(own)) {
    return { peran: { apa: "indikator", gabung: true }, skor: MEMUAT };
  }
  const exact = peranTeks.find((apa) => sebutanPeran[apa].includes(folded));
  if (exact !== undefined) return { peran: peranOf(exact), skor: TEPAT };
  return memuat(folded) ?? mirip(folded);
}

/** The longest title that stands within this one as whole words, at its beginning if any does. */
function memuat(folded: string): Dugaan | null {
  const found = peranTeks
    .filter((apa) => apa !== "no" && apa !== "kode")
    .flatMap((apa) => sebutanPeran[apa].map((sebutan) => ({ apa, sebutan })))
    .filter(({ sebutan }) => ` ${folded} `.includes(` ${sebutan} `));
  const first = found.filter(({ sebutan }) => folded.startsWith(sebutan));
  const [best] = (first.length > 0 ? first : found).toSorted(
    (a, b) => b.sebutan.length - a.sebutan.length,
  );
  if (best === undefined) return null;
  const other = best.apa === "indikator" && TINGKAT_LAIN.test(folded);
  return { peran: peranOf(best.apa), skor: other ? SETINGKAT : MEMUAT };
}

function mirip(folded: string): Dugaan | null {
  if (folded.length < PANJANG_MIRIP) return null;
  const meant = closest(
    folded,
    peranTeks.flatMap((apa) => sebutanPeran[apa]),
  );
  const apa = peranTeks.find((one) => meant !== null && sebutanPeran[one].includes(meant));
  return apa === undefined ? null : { peran: peranOf(apa), skor: MIRIP };
}

/** A column without a title of its own is part of what stands above it. */
function teksLuar(foldedList: readonly string[]): Dugaan | null {
  const outer = foldedList.toReversed().slice(1);
  for (const judul of outer) {
    const found = teksKolom(judul, judul);
    if (found !== null) return found;
  }
  return null;
}

const peranOf = (apa: PeranTeks): Peran => (apa === "indikator" ? { apa, gabung: false } : { apa });
