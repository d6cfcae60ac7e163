import type { Blok, Paragraf } from "../../dokumen/model.ts";
import { paragraf } from "../../dokumen/susun.ts";
import type { bagianText } from "./teks.ts";

/** A part of the report that the office may have left open. */
export type Bagian = keyof typeof bagianText;

/** An open place, which knows what belongs there. */
export interface Ruang extends Paragraf {
  readonly bagian: Bagian;
}

/** Whether this is a place that is left open. */
export const isRuang = (blok: Blok): blok is Ruang => "bagian" in blok;

/** As many dots as a line of A4 holds. */
const SEBARIS = "…".repeat(38);

/** Where sopir knows nothing: one sentence that says so, and lines for the office to fill in in Word. */
export const ruang = (bagian: Bagian, kalimat: string, barisJumlah = 2): readonly Ruang[] => [
  {
    ...paragraf(
      [
        { teks: kalimat, miring: true },
        { teks: `\n${Array.from({ length: barisJumlah }, () => SEBARIS).join("\n")}` },
      ],
      { rata: "kiri" },
    ),
    bagian,
  },
];

/** The same above a table that is to be filled in. */
export const ruangTabel = (bagian: Bagian, kalimat: string): Ruang => ({
  ...paragraf([{ teks: kalimat, miring: true }]),
  bagian,
});
