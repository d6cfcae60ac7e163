import type { Kertas } from "../../dokumen/model.ts";
import { formatDurasi } from "../../waktu/durasi.ts";
import type { Langkah } from "../langkah.ts";
import type { BarisAlur, Simpul } from "./alur.ts";
import { type Gaya, textWidth } from "./huruf.ts";
import type { Bidang, Sel } from "./model.ts";
import {
  type BarisSel,
  cellOf,
  linesHeight,
  linesIn,
  listLines,
  roomIn,
  textCell,
  textLines,
} from "./teks.ts";
import { gaya, KISI, kertasPt, SELA, selaBawah, setengahTinggi, tepi } from "./ukuran.ts";

/** One column of the table. */
export type Kolom = Pick<Bidang, "x" | "lebar">;

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

/** The width of each column, from left to right. */
export const lebarList = (kolom: KolomTabel): readonly number[] =>
  [
    kolom.no,
    kolom.uraian,
    ...kolom.pelaksana,
    kolom.kelengkapan,
    kolom.waktu,
    kolom.keluaran,
    kolom.keterangan,
  ].map(({ lebar }) => lebar);

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

/** The columns from the first to the last as one. */
export function spanOf(list: readonly Kolom[]): Kolom {
  const [first = { x: 0, lebar: 0 }] = list;
  const last = list.at(-1) ?? first;
  return { x: first.x, lebar: last.x + last.lebar - first.x };
}

/** The titles of the columns, in two lines, and how high they are together. */
export interface KepalaTabel {
  readonly tinggi: number;
  readonly cellsAt: (y: number) => readonly Sel[];
}

/** Lays out the titles of the columns as the official form names them. */
export function layoutKepala(kolom: KolomTabel, names: readonly string[]): KepalaTabel {
  const look = { ukuran: nameSize(names, kolom), tebal: true };
  const lines = names.map(
    (name, index) => textLines(name, kolom.pelaksana[index]?.lebar ?? 0, look).length,
  );
  const atas = linesHeight(1, gaya.tebal);
  const bawah = linesHeight(Math.max(1, ...lines), gaya.tebal);
  const mutuBaku = [kolom.kelengkapan, kolom.waktu, kolom.keluaran];
  return {
    tinggi: atas + bawah,
    cellsAt: (y) => {
      const tall = { y, tinggi: atas + bawah };
      const high = { y, tinggi: atas };
      const low = { y: y + atas, tinggi: bawah };
      return [
        title({ ...kolom.no, ...tall }, "No"),
        title({ ...kolom.uraian, ...tall }, "Uraian Prosedur"),
        title({ ...kolom.keterangan, ...tall }, "Keterangan"),
        title({ ...spanOf(kolom.pelaksana), ...high }, "Pelaksana"),
        ...kolom.pelaksana.map((one, index) => title({ ...one, ...low }, names[index] ?? "", look)),
        title({ ...spanOf(mutuBaku), ...high }, "Mutu Baku"),
        title({ ...kolom.kelengkapan, ...low }, "Kelengkapan"),
        title({ ...kolom.waktu, ...low }, "Waktu"),
        title({ ...kolom.keluaran, ...low }, "Output"),
      ];
    },
  };
}

const title = (at: Bidang, teks: string, look: Gaya = gaya.tebal): Sel =>
  textCell(at, teks, { gaya: look, rata: "tengah", tegak: "tengah" }, "kepala");

const SIZES = [7, 6.5, 6, 5.5];
const SMALLEST = 5;

/** The largest letters in which no title is torn apart. */
function nameSize(names: readonly string[], { pelaksana }: KolomTabel): number {
  const room = roomIn(pelaksana[0]?.lebar ?? 0);
  const words = names.flatMap((name) => name.split(" "));
  const fits = (ukuran: number): boolean =>
    words.every((word) => textWidth(word, { ukuran, tebal: true }) <= room);
  return SIZES.find(fits) ?? SMALLEST;
}

/** A langkah whose height is known, in lines of the grid, with its texts broken into lines. */
export interface BarisUkur {
  readonly alur: BarisAlur;
  readonly tinggi: number;
  readonly isi: { readonly [K in (typeof kolomIsi)[number]]: readonly BarisSel[] };
}

const kolomIsi = ["uraian", "kelengkapan", "keluaran", "keterangan"] as const;

/** Measures a langkah: as high as its symbols or its longest text, never higher than `most`. */
export function measureBaris(alur: BarisAlur, kolom: KolomTabel, most: number): BarisUkur {
  const { uraian, mutuBaku } = alur.langkah;
  const longest = linesIn(most * KISI, gaya.isi);
  const listed = (list: readonly string[], { lebar }: Kolom): readonly BarisSel[] => {
    const lines = listLines(list, lebar, gaya.isi, () => "–");
    if (lines.length <= longest) return lines;
    return [...lines.slice(0, longest - 1), { teks: "…", sign: "", indent: 0, tebal: false }];
  };
  const isi = {
    uraian: textLines(uraian, kolom.uraian.lebar, gaya.isi, longest),
    kelengkapan: listed(mutuBaku.kelengkapan, kolom.kelengkapan),
    keluaran: listed(mutuBaku.keluaran, kolom.keluaran),
    keterangan: textLines(keteranganOf(alur.langkah), kolom.keterangan.lebar, gaya.isi, longest),
  };
  const lines = Math.max(...Object.values(isi).map((list) => list.length));
  const text = Math.ceil(linesHeight(lines, gaya.isi) / KISI);
  return { alur, isi, tinggi: Math.max(text, stackHeight(alur.tumpukan) + 2 * SELA) };
}

/** Lines of the grid from the top of the first symbol to the bottom of the last. */
export function stackHeight(tumpukan: readonly Simpul[]): number {
  const shapes = tumpukan.reduce((sum, { bentuk }) => sum + 2 * setengahTinggi[bentuk] + 1, 0);
  return tumpukan.slice(0, -1).reduce((sum, { bentuk }) => sum + selaBawah(bentuk), shapes);
}

/** What the last column says: the printed remark, and how the row departs from the printed sheet. */
export function keteranganOf({ keterangan, tambahan, duplikatDari, mutuBaku }: Langkah): string {
  const parts = [
    ...(keterangan === undefined ? [] : [keterangan]),
    ...(duplikatDari === undefined ? [] : [`Sama dengan langkah ${duplikatDari}; dilewati`]),
    ...(tambahan ? ["Tambahan"] : []),
    ...(mutuBaku.keluaranAsli === undefined ? [] : [`Tercetak: ${mutuBaku.keluaranAsli}`]),
  ];
  return parts.length === 0 ? "-" : parts.join(". ");
}

/** The cells of a langkah in a table row that begins at `y`. */
export function barisCells(
  { alur, tinggi, isi }: BarisUkur,
  kolom: KolomTabel,
  y: number,
): readonly Sel[] {
  const at = (one: Kolom): Bidang => ({ ...one, y, tinggi: tinggi * KISI });
  const tengah = { gaya: gaya.isi, rata: "tengah", tegak: "tengah" } as const;
  const filled = (nama: (typeof kolomIsi)[number]): Sel =>
    cellOf(at(kolom[nama]), isi[nama], { ...tengah, rata: "kiri" });
  const { no, mutuBaku } = alur.langkah;
  const waktu = mutuBaku.waktu === null ? "-" : formatDurasi(mutuBaku.waktu);
  return [
    textCell(at(kolom.no), `${no}.`, tengah),
    filled("uraian"),
    ...kolom.pelaksana.map((one) => cellOf(at(one), [], tengah)),
    filled("kelengkapan"),
    textCell(at(kolom.waktu), waktu, tengah),
    filled("keluaran"),
    filled("keterangan"),
  ];
}
