import { textWidth, wrapText } from "./huruf.ts";
import type { Kolom, KolomTabel } from "./kolom.ts";
import type { Bidang, Sel } from "./model.ts";
import { cellOf, linesHeight, roomIn } from "./teks.ts";
import { gaya } from "./ukuran.ts";

/** The titles of the columns, in two lines, and how high they are together. */
export interface KepalaTabel {
  readonly tinggi: number;
  readonly cellsAt: (y: number) => readonly Sel[];
}

/** Lays out the titles of the columns as the official form names them. */
export function layoutKepala(kolom: KolomTabel, names: readonly string[]): KepalaTabel {
  const look = { ukuran: nameSize(names, kolom), tebal: true };
  const lines = names.map(
    (name, index) => wrapText(name, roomIn(kolom.pelaksana[index]?.lebar ?? 0), look).length,
  );
  const atas = linesHeight(1, gaya.tebal);
  const bawah = linesHeight(Math.max(1, ...lines), gaya.tebal);
  const tall = [
    [kolom.no, "No"],
    [kolom.uraian, "Uraian Prosedur"],
    [kolom.keterangan, "Keterangan"],
  ] as const;
  const low = [
    [kolom.kelengkapan, "Kelengkapan"],
    [kolom.waktu, "Waktu"],
    [kolom.keluaran, "Output"],
  ] as const;
  return {
    tinggi: atas + bawah,
    cellsAt: (y) => [
      ...tall.map(([one, teks]) => title({ ...one, y, tinggi: atas + bawah }, teks)),
      title({ ...spanOf(kolom.pelaksana), y, tinggi: atas }, "Pelaksana"),
      ...names.map((teks, index) =>
        title({ ...(kolom.pelaksana[index] ?? kolom.no), y: y + atas, tinggi: bawah }, teks, look),
      ),
      title({ ...spanOf(low.map(([one]) => one)), y, tinggi: atas }, "Mutu Baku"),
      ...low.map(([one, teks]) => title({ ...one, y: y + atas, tinggi: bawah }, teks)),
    ],
  };
}

const title = (bidang: Bidang, teks: string, look: typeof gaya.tebal | Look = gaya.tebal): Sel =>
  cellOf(bidang, teks, { gaya: look, rata: "tengah", tegak: "tengah" }, "kepala");

type Look = { readonly ukuran: number; readonly tebal: boolean };

/** The columns from the first to the last as one. */
export function spanOf(list: readonly Kolom[]): Kolom {
  const [first = { x: 0, lebar: 0 }] = list;
  const last = list.at(-1) ?? first;
  return { x: first.x, lebar: last.x + last.lebar - first.x };
}

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
