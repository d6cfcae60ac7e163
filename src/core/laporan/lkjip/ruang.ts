import type { Blok } from "../../dokumen/model.ts";
import { paragraf } from "../../dokumen/susun.ts";

/** As many dots as a line of A4 holds. */
const SEBARIS = "…".repeat(38);

/** Where sopir knows nothing: one sentence that says so, and lines for the office to fill in in Word. */
export const ruang = (kalimat: string, barisJumlah = 2): readonly Blok[] => [
  paragraf(
    [
      { teks: kalimat, miring: true },
      { teks: `\n${Array.from({ length: barisJumlah }, () => SEBARIS).join("\n")}` },
    ],
    { rata: "kiri" },
  ),
];
