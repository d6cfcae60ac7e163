import { textWidth } from "./huruf.ts";
import type { Bidang, Simbol, Titik } from "./model.ts";
import { gaya } from "./ukuran.ts";

type Benda = Pick<Simbol, "bentuk" | "bidang">;

/** What a label must keep clear of. */
export interface Halangan {
  readonly simbolList: readonly Benda[];
  readonly garisList: readonly (readonly Titik[])[];
  readonly labelList: readonly Bidang[];
  readonly batas: Bidang;
}

/** Room for a label beside the beginning of its arrow: where it covers least, nearest first. */
export function placeLabel(teks: string, path: readonly Titik[], halangan: Halangan): Bidang {
  const size = { lebar: textWidth(teks, gaya.simbol) + 1, tinggi: gaya.simbol.ukuran };
  const candidates = path
    .slice(0, SEGMEN)
    .flatMap((from, index) => besides(from, path[index + 1] ?? from, size));
  const priced = candidates.map((bidang) => ({ bidang, harga: coverage(bidang, halangan) }));
  const [best] = priced.toSorted((a, b) => a.harga - b.harga);
  return best?.bidang ?? { x: 0, y: 0, ...size };
}

/** How many parts of the arrow, from its beginning, a label may stand beside. */
const SEGMEN = 3;
const JARAK = 1.5;
const MAJU = 2;

function besides(from: Titik, to: Titik, size: Omit<Bidang, "x" | "y">): readonly Bidang[] {
  const { lebar, tinggi } = size;
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  if (length === 0) return [];
  const count = Math.floor(Math.max(0, length - MAJU) / MAJU) + 1;
  return Array.from({ length: count }, (_, at) => at * MAJU).flatMap((at) => {
    const x = from.x + Math.sign(to.x - from.x) * at;
    const y = from.y + Math.sign(to.y - from.y) * at;
    const left = to.x > from.x ? x + 1 : x - lebar - 1;
    const top = to.y > from.y ? y + 1 : y - tinggi - 1;
    const corners =
      to.y === from.y
        ? [
            { x: left, y: y - tinggi - JARAK },
            { x: left, y: y + JARAK },
          ]
        : [
            { x: x + JARAK, y: top },
            { x: x - JARAK - lebar, y: top },
          ];
    return corners.map((corner) => ({ ...corner, ...size }));
  });
}

/** Symbols and other labels must not be covered, arrows should not. */
function coverage(bidang: Bidang, { simbolList, garisList, labelList, batas }: Halangan): number {
  const outside =
    bidang.x < batas.x ||
    bidang.y < batas.y ||
    bidang.x + bidang.lebar > batas.x + batas.lebar ||
    bidang.y + bidang.tinggi > batas.y + batas.tinggi;
  const blocks =
    simbolList.filter((one) => coversSymbol(bidang, one)).length +
    labelList.filter((one) => overlaps(bidang, one)).length;
  const crossed = garisList.flatMap((path) =>
    path.slice(1).filter((to, index) => {
      const from = path[index] ?? to;
      const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
      const strip = { lebar: Math.abs(to.x - from.x), tinggi: Math.abs(to.y - from.y) };
      return overlaps(bidang, { x, y, ...strip });
    }),
  ).length;
  return (outside ? 1000 : 0) + blocks * 100 + crossed;
}

/** Whether two rectangles share more than an edge. */
const overlaps = (a: Bidang, b: Bidang): boolean =>
  a.x < b.x + b.lebar && b.x < a.x + a.lebar && a.y < b.y + b.tinggi && b.y < a.y + a.tinggi;

/** Whether a rectangle covers a symbol; beside the slopes of a decision there is room. */
export function coversSymbol(bidang: Bidang, { bentuk, bidang: box }: Benda): boolean {
  if (bentuk !== "ketupat") return overlaps(bidang, box);
  const [halfX, halfY] = [box.lebar / 2, box.tinggi / 2];
  const [midX, midY] = [box.x + halfX, box.y + halfY];
  const away = nearest(midX, bidang.x, bidang.lebar) / halfX;
  return away + nearest(midY, bidang.y, bidang.tinggi) / halfY < 1;
}

/** How far a stretch stays away from a point. */
const nearest = (middle: number, from: number, size: number): number =>
  Math.abs(Math.max(from, Math.min(middle, from + size)) - middle);
