import { bukuText } from "../../generated/teks.ts";
import type { MasalahSel } from "../berkas-kantor/buku/model.ts";
import { fill, lines, type Teks } from "../pesan/teks.ts";

/** As many are told at once; the rest is told when these are mended. */
const MASALAH_DISEBUT = 10;

/** What is wrong, or odd, cell by cell. */
export function masalahLines(list: readonly MasalahSel[]): Teks {
  const rest = list.length - MASALAH_DISEBUT;
  return lines(
    ...list
      .slice(0, MASALAH_DISEBUT)
      .map(({ sel, pesan }) => fill(bukuText.masalah, { sel, pesan })),
    rest > 0 ? fill(bukuText.masalahLain, { jumlah: rest }) : [],
  );
}
