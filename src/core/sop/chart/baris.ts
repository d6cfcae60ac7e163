import { formatDurasi } from "../../waktu/durasi.ts";
import type { Langkah } from "../langkah.ts";
import type { BarisAlur, Simpul } from "./alur.ts";
import { cutLines, wrapText } from "./huruf.ts";
import type { KolomTabel } from "./kolom.ts";
import type { Bidang, Sel } from "./model.ts";
import {
  cellOf,
  type ListLine,
  linesHeight,
  linesIn,
  listLines,
  placeLines,
  placeList,
  roomIn,
} from "./teks.ts";
import { gaya, KISI, SELA, selaBawah, setengahTinggi } from "./ukuran.ts";

/** A langkah whose height is known, in lines of the grid. */
export interface BarisUkur {
  readonly alur: BarisAlur;
  readonly tinggi: number;
  readonly isi: IsiBaris;
}

/** Its texts, broken into lines. */
interface IsiBaris {
  readonly uraian: readonly string[];
  readonly kelengkapan: readonly ListLine[];
  readonly keluaran: readonly ListLine[];
  readonly keterangan: readonly string[];
}

/** Measures a langkah: as high as its symbols or its longest text, never higher than `most`. */
export function measureBaris(alur: BarisAlur, kolom: KolomTabel, most: number): BarisUkur {
  const { uraian, mutuBaku } = alur.langkah;
  const longest = linesIn(most * KISI, gaya.isi);
  const plain = (teks: string, lebar: number): readonly string[] =>
    cutLines(wrapText(teks, roomIn(lebar), gaya.isi), longest, roomIn(lebar), gaya.isi);
  const listed = (list: readonly string[], lebar: number): readonly ListLine[] =>
    cutList(
      listLines(list, roomIn(lebar), gaya.isi, () => "–"),
      longest,
    );
  const isi: IsiBaris = {
    uraian: plain(uraian, kolom.uraian.lebar),
    kelengkapan: listed(mutuBaku.kelengkapan, kolom.kelengkapan.lebar),
    keluaran: listed(mutuBaku.keluaran, kolom.keluaran.lebar),
    keterangan: plain(keteranganOf(alur.langkah), kolom.keterangan.lebar),
  };
  const lines = Math.max(...Object.values(isi).map((list) => list.length));
  const text = Math.ceil(linesHeight(lines, gaya.isi) / KISI);
  return { alur, isi, tinggi: Math.max(text, stackHeight(alur.tumpukan) + 2 * SELA) };
}

const cutList = (lines: readonly ListLine[], most: number): readonly ListLine[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), { teks: "…", sign: "", indent: 0 }];

function keteranganOf({ keterangan, tambahan, duplikatDari, mutuBaku }: Langkah): string {
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
  const at = ({ x, lebar }: { x: number; lebar: number }): Bidang => ({
    x,
    y,
    lebar,
    tinggi: tinggi * KISI,
  });
  const tengah = { gaya: gaya.isi, rata: "tengah", tegak: "tengah" } as const;
  const kiri = { gaya: gaya.isi, rata: "kiri", tegak: "tengah" } as const;
  const { no, mutuBaku } = alur.langkah;
  const waktu = mutuBaku.waktu === null ? "-" : formatDurasi(mutuBaku.waktu);
  return [
    cellOf(at(kolom.no), `${no}.`, tengah),
    blank(at(kolom.uraian), placeLines(at(kolom.uraian), isi.uraian, kiri)),
    ...kolom.pelaksana.map((one) => blank(at(one), [])),
    blank(at(kolom.kelengkapan), placeList(at(kolom.kelengkapan), isi.kelengkapan, kiri)),
    cellOf(at(kolom.waktu), waktu, tengah),
    blank(at(kolom.keluaran), placeList(at(kolom.keluaran), isi.keluaran, kiri)),
    blank(at(kolom.keterangan), placeLines(at(kolom.keterangan), isi.keterangan, kiri)),
  ];
}

const blank = (bidang: Bidang, teksList: Sel["teksList"]): Sel => ({
  bidang,
  teksList,
  latar: "kosong",
});

/** A symbol and the line of the grid its middle is on, counted from the top of its row. */
export interface SimpulBaris {
  readonly simpul: Simpul;
  readonly cy: number;
}

/** Puts the symbols of a langkah in the middle of its row, those who take part beside the main one. */
export function simpulIn({ alur, tinggi }: BarisUkur): readonly SimpulBaris[] {
  let top = Math.floor((tinggi - stackHeight(alur.tumpukan)) / 2);
  const stack = alur.tumpukan.map((simpul): SimpulBaris => {
    const half = setengahTinggi[simpul.bentuk];
    const cy = top + half;
    top = cy + half + 1 + selaBawah(simpul.bentuk);
    return { simpul, cy };
  });
  const cy = stack[alur.utama]?.cy ?? 0;
  return [...stack, ...alur.pendamping.map((simpul) => ({ simpul, cy }))];
}

/** Lines of the grid from the top of the first symbol to the bottom of the last. */
function stackHeight(tumpukan: readonly Simpul[]): number {
  const shapes = tumpukan.reduce((sum, { bentuk }) => sum + 2 * setengahTinggi[bentuk] + 1, 0);
  return tumpukan.slice(0, -1).reduce((sum, { bentuk }) => sum + selaBawah(bentuk), shapes);
}
