import type { Daftar, Penomoran } from "../../core/dokumen/model.ts";
import type { Content } from "./jenis.ts";
import { runList } from "./teks.ts";

/** Deeper lists than this have no room left beside their numbers. */
const DALAM_TERBANYAK = 5;

const penomoranPdf: { readonly [P in Exclude<Penomoran, "butir">]: "decimal" | "lower-alpha" } = {
  angka: "decimal",
  huruf: "lower-alpha",
};

/** A list and the lists in it, its first entry counted as `mulai`. */
export function pdfDaftar(
  { penomoran, butirList }: Daftar,
  { dalam = 1, mulai = 1 } = {},
): { stack: Content[] } {
  const items = butirList.map(({ isi, anak }): Content => {
    const teks: Content = { text: runList(isi), margin: [0, 0, 0, 2] };
    return anak === null || dalam >= DALAM_TERBANYAK
      ? teks
      : { stack: [teks, pdfDaftar(anak, { dalam: dalam + 1 })] };
  });
  if (items.length === 0) return { stack: [] };
  return {
    stack: [
      penomoran === "butir"
        ? { ul: items }
        : { ol: items, type: penomoranPdf[penomoran], start: mulai },
    ],
  };
}
