import { z } from "zod";
import { round2 } from "./capaian.ts";

/** A band of capaian: its name and colour from a lower bound on. */
export const Kategori = z.strictObject({
  nama: z.string().min(1).max(40),
  ambangPersen: z.number().min(0).max(1000),
  warna: z.string().regex(/^#[0-9A-F]{6}$/i, 'warna ditulis seperti "#1B9E4B"'),
});
export type Kategori = z.infer<typeof Kategori>;

/**
 * How an office shows capaian. Bands by the wording of Permendagri 86/2017; the printed intervals
 * leave gaps (90–91 …), so each band reaches from its lower bound to the next, on two decimals.
 */
export const Tampilan = z.strictObject({
  kategori: z
    .array(Kategori)
    .min(1)
    .default([
      { nama: "Sangat Tinggi", ambangPersen: 91, warna: "#1B7F3B" },
      { nama: "Tinggi", ambangPersen: 76, warna: "#6AA84F" },
      { nama: "Sedang", ambangPersen: 66, warna: "#F1C232" },
      { nama: "Rendah", ambangPersen: 51, warna: "#E69138" },
      { nama: "Sangat Rendah", ambangPersen: 0, warna: "#CC3333" },
    ]),
  /** Highest value one indikator counts with when several are averaged; single ones stay as they are. */
  batasRataRataPersen: z.number().min(100).max(1000).default(120),
  /** Below this a capaian needs attention and a note. */
  ambangPerhatianPersen: z.number().min(0).max(100).default(76),
});
export type Tampilan = z.infer<typeof Tampilan>;

/** The display an office gets that sets none of its own. */
export const tampilanBawaan: Tampilan = Tampilan.parse({});

/** The band of a capaian, compared at two decimals. */
export function kategoriOf(persen: number, tampilan: Tampilan = tampilanBawaan): Kategori {
  const rounded = round2(persen);
  const sorted = tampilan.kategori.toSorted((a, b) => b.ambangPersen - a.ambangPersen);
  const found = sorted.find(({ ambangPersen }) => rounded >= ambangPersen) ?? sorted.at(-1);
  if (found === undefined) throw new Error("tampilan has no kategori");
  return found;
}

/** Whether a capaian goes beyond its target, compared at two decimals. */
export const isMelampaui = (persen: number): boolean => round2(persen) > 100;
