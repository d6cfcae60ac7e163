import type { Syarat, Teks } from "../dokumen/templat.ts";
import { bentukByNama, bidangNilai, daftarNilai, type Nilai, teksNilai } from "./nilai.ts";

/** What the texts of a paper are filled from, and the item they are about where there is one. */
export interface Lingkup {
  readonly cari: (sumber: string) => Nilai;
  readonly butir: Nilai;
  /** Place of the item in its list, from 1. */
  readonly ke: number;
}

/** `sumber`, or `sumber: bentuk: bentuk` between the braces of a text. */
export interface Ungkapan {
  readonly sumber: string;
  readonly bentukList: readonly string[];
}

/** `bukan sumber lebih dari 5`, of which only the source must be there. */
interface SatuSyarat {
  readonly bukan: boolean;
  readonly sumber: string;
  readonly lebihDari: number;
}

const SLOT = /\{\{([^{}]*)\}\}/;

/** The expressions of a text, in order. */
export const ungkapanList = (teks: string): readonly Ungkapan[] =>
  teks.split(SLOT).flatMap((part, at) => (at % 2 === 1 ? [bacaUngkapan(part)] : []));

/** Reads a condition; what follows no form is a source nobody knows. */
export function bacaSyarat(syarat: string): SatuSyarat {
  const [, bukan, sumber = syarat, batas] =
    /^(bukan )?(\S+)(?: lebih dari (\d+))?$/.exec(syarat.trim()) ?? [];
  return { bukan: bukan !== undefined, sumber, lebihDari: Number(batas ?? 0) };
}

/** Whether a condition holds, every one where there are several; one that is not there does. */
export const berlaku = (syarat: Syarat | undefined, lingkup: Lingkup): boolean =>
  [syarat ?? []].flat().every((one) => {
    const { bukan, sumber, lebihDari } = bacaSyarat(one);
    return daftarNilai(nilaiOf(sumber, lingkup)).length > lebihDari !== bukan;
  });

/** Everything something is to be repeated for; itself once where nothing is named. */
export const ulang = (untuk: string | undefined, lingkup: Lingkup): readonly Lingkup[] =>
  untuk === undefined
    ? [lingkup]
    : daftarNilai(nilaiOf(untuk, lingkup)).map((butir, at) => ({ ...lingkup, butir, ke: at + 1 }));

/** The text with what is known put in; "" where none is given. */
export function isiTeks(teks: Teks | undefined, lingkup: Lingkup): string {
  return potongan(teks, lingkup)
    .map(({ teks }) => teks)
    .join("");
}

/** A piece of a filled text: words of the paper itself, or something put in. */
export interface Potongan {
  readonly teks: string;
  readonly isian: boolean;
}

/** The filled text in pieces, so that marks count only where the paper itself has them. */
export function potongan(teks: Teks | undefined, lingkup: Lingkup): readonly Potongan[] {
  const calonList = typeof teks === "string" || teks === undefined ? [teks ?? ""] : teks;
  for (const calon of calonList) {
    const terisi = isi(calon, lingkup);
    const penuh = terisi.every((one) => !one.isian || one.teks !== "");
    if (penuh || calon === calonList.at(-1)) return terisi;
  }
  return [];
}

const isi = (teks: string, lingkup: Lingkup): readonly Potongan[] =>
  teks.split(SLOT).map((part, at) => {
    if (at % 2 === 0) return { teks: part, isian: false };
    const { sumber, bentukList } = bacaUngkapan(part);
    const nilai = bentukList.reduce<Nilai>(
      (sejauh, nama) => bentukByNama.get(nama)?.(sejauh) ?? null,
      nilaiOf(sumber, lingkup),
    );
    return { teks: teksNilai(nilai), isian: true };
  });

function bacaUngkapan(teks: string): Ungkapan {
  const [sumber = "", ...bentukList] = teks.split(":").map((part) => part.trim());
  return { sumber, bentukList };
}

/** What a source says: the item, its place, one of its fields, or something of the world. */
export function nilaiOf(sumber: string, { cari, butir, ke }: Lingkup): Nilai {
  if (sumber === "ke") return ke;
  if (sumber === "butir") return butir;
  const [kepala = "", bidang] = sumber.split(".");
  if (kepala === "butir" && bidang !== undefined) return bidangNilai(butir, bidang);
  const nilai = cari(kepala === "isian" ? sumber.replace(/\?$/, "") : kepala);
  return kepala === "isian" || bidang === undefined ? nilai : bidangNilai(nilai, bidang);
}
