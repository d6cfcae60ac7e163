import { jamText } from "../formulir/teks.ts";
import { terbilang } from "../kinerja/angka/terbilang.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { formatTanggal, hariTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";

/** A person, a row or anything else that has fields; `teks` is what it reads as by itself. */
export interface Rekaman {
  readonly teks: string;
  readonly bidang: Readonly<Record<string, Nilai>>;
}

/** What a paper can be filled with; null where there is nothing. */
export type Nilai =
  | null
  | string
  | number
  | boolean
  | { readonly tanggal: Tanggal }
  | { readonly menit: number }
  | Rekaman
  | readonly Nilai[];

/** Something with fields. */
export const rekaman = (teks: string, bidang: Rekaman["bidang"]): Rekaman => ({ teks, bidang });

/** Whether there is nothing to say: no text, no item, not so. */
const isKosong = (nilai: Nilai): boolean =>
  nilai === null || nilai === "" || nilai === false || (isDaftar(nilai) && nilai.length === 0);

/** As one text: people of a list after commas, anything else after semicolons. */
export function teksNilai(nilai: Nilai): string {
  if (nilai === null || nilai === false) return "";
  if (nilai === true) return "ya";
  if (typeof nilai === "string") return nilai;
  if (typeof nilai === "number") return formatAngka(nilai);
  if (isDaftar(nilai)) return nilai.map(teksNilai).join(nilai.every(isRekaman) ? ", " : "; ");
  if ("tanggal" in nilai) return hariTanggal(nilai.tanggal);
  return "menit" in nilai ? jamText(nilai.menit) : nilai.teks;
}

/** As a list: a text by its lines, a single thing alone. */
export function daftarNilai(nilai: Nilai): readonly Nilai[] {
  if (isKosong(nilai)) return [];
  if (isDaftar(nilai)) return nilai;
  return typeof nilai === "string"
    ? nilai.split("\n").filter((line) => line.trim() !== "")
    : [nilai];
}

/** A field of something; null where it has none of this name. */
export const bidangNilai = (nilai: Nilai, nama: string): Nilai =>
  isRekaman(nilai) ? (nilai.bidang[nama] ?? null) : null;

const isDaftar = (nilai: Nilai): nilai is readonly Nilai[] => Array.isArray(nilai);

const isRekaman = (nilai: Nilai): nilai is Rekaman =>
  typeof nilai === "object" && nilai !== null && "bidang" in nilai;

type Bentuk = (nilai: Nilai) => Nilai;

/** Of a list each item by itself; what is not there stays so. */
const tiap =
  (bentuk: (nilai: Exclude<Nilai, null>) => string): Bentuk =>
  (nilai) =>
    isDaftar(nilai)
      ? nilai.map(tiap(bentuk))
      : nilai === null || isKosong(nilai)
        ? null
        : bentuk(nilai);

/** Every way of writing a value that a paper can ask for, by name. */
export const bentukByNama: ReadonlyMap<string, Bentuk> = new Map<string, Bentuk>([
  /** "6 Januari 2027". */
  [
    "tanggal",
    tiap((n) =>
      typeof n === "object" && "tanggal" in n ? formatTanggal(n.tanggal) : teksNilai(n),
    ),
  ],
  /** "tiga". */
  ["terbilang", tiap((n) => (typeof n === "number" ? terbilang(n) : teksNilai(n)))],
  /** "61,9 %". */
  ["persen", tiap((n) => `${teksNilai(n)} %`)],
  /** "√" where it holds. */
  ["centang", tiap(() => "√")],
  ["kapital", tiap((n) => teksNilai(n).toUpperCase())],
  ["kecil", tiap((n) => teksNilai(n).toLowerCase())],
  /** An item as part of a sentence; a word in capitals stays as it is. */
  [
    "kalimat",
    tiap((n) =>
      teksNilai(n)
        .replace(/[.;]$/, "")
        .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
    ),
  ],
  /** Items below each other. */
  ["baris", (n) => daftarNilai(n).map(teksNilai).join("\n")],
]);
