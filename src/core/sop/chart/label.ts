import { textWidth } from "./huruf.ts";
import type { Bidang, Simbol, Titik } from "./model.ts";
import { gaya } from "./ukuran.ts";

/** What a label must keep clear of. */
export interface Halangan {
  readonly simbolList: readonly Pick<Simbol, "bentuk" | "bidang">[];
  readonly garisList: readonly (readonly Titik[])[];
  readonly labelList: readonly Bidang[];
  readonly batas: Bidang;
}

/** Room for a label beside the beginning of its arrow: where it covers least, nearest first. */
export function placeLabel(teks: string, path: readonly Titik[], halangan: Halangan): Bidang {
  const lebar = textWidth(teks, gaya.simbol) + 1;
  const tinggi = gaya.simbol.ukuran;
  const candidates = path
    .slice(0, SEGMEN)
    .flatMap((from, index) => besides(from, path[index + 1], { lebar, tinggi }));
  const [first = { ...(path[0] ?? { x: 0, y: 0 }), lebar, tinggi }] = candidates;
  let best = first;
  let least = Number.POSITIVE_INFINITY;
  for (const bidang of candidates) {
    const covered = coverage(bidang, halangan);
    if (covered < least) [best, least] = [bidang, covered];
  }
  return best;
}

/** How many parts of the arrow, from its beginning, a label may stand beside. */
const SEGMEN = 3;
const JARAK = 1.5;
const MAJU = 2;

interface Ukuran {
  readonly lebar: number;
  readonly tinggi: number;
}

function besides(from: Titik, to: Titik | undefined, { lebar, tinggi }: Ukuran): readonly Bidang[] {
  if (to === undefined) return [];
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const sign = { x: Math.sign(to.x - from.x), y: Math.sign(to.y - from.y) };
  const places: Bidang[] = [];
  for (let at = 0; at <= Math.max(0, length - MAJU); at += MAJU) {
    const x = from.x + sign.x * at;
    const y = from.y + sign.y * at;
    if (sign.y === 0) {
      const left = sign.x > 0 ? x + 1 : x - lebar - 1;
      places.push({ x: left, y: y - tinggi - JARAK, lebar, tinggi });
      places.push({ x: left, y: y + JARAK, lebar, tinggi });
    } else {
      const top = sign.y > 0 ? y + 1 : y - tinggi - 1;
      places.push({ x: x + JARAK, y: top, lebar, tinggi });
      places.push({ x: x - JARAK - lebar, y: top, lebar, tinggi });
    }
  }
  return places;
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
    path.slice(1).filter((to, index) => overlaps(bidang, stripOf(path[index] ?? to, to))),
  ).length;
  return (outside ? 1000 : 0) + blocks * 100 + crossed;
}

/** A stretch of an arrow as a rectangle. */
export const stripOf = (from: Titik, to: Titik): Bidang => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  lebar: Math.abs(to.x - from.x),
  tinggi: Math.abs(to.y - from.y),
});

/** Whether two rectangles share more than an edge. */
export const overlaps = (a: Bidang, b: Bidang): boolean =>
  a.x < b.x + b.lebar && b.x < a.x + a.lebar && a.y < b.y + b.tinggi && b.y < a.y + a.tinggi;

/** Whether a rectangle covers a symbol; beside the slopes of a decision there is room. */
export function coversSymbol(
  bidang: Bidang,
  { bentuk, bidang: box }: Pick<Simbol, "bentuk" | "bidang">,
): boolean {
  if (bentuk !== "ketupat") return overlaps(bidang, box);
  const [halfX, halfY] = [box.lebar / 2, box.tinggi / 2];
  const [midX, midY] = [box.x + halfX, box.y + halfY];
  const away = nearest(midX, bidang.x, bidang.lebar) / halfX;
  return away + nearest(midY, bidang.y, bidang.tinggi) / halfY < 1;
}

/** How far a stretch stays away from a point. */
const nearest = (middle: number, from: number, size: number): number =>
  Math.abs(Math.max(from, Math.min(middle, from + size)) - middle);
