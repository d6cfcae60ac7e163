import { lampiranText } from "../../generated/teks.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Lampiran } from "./pesan.ts";
import { fill, lines, type Teks } from "./teks.ts";

/**
 * The text for a file that is larger than the channel carries: how large it is, and how the office
 * gets it all the same. A command names no path of the machine; whoever runs it chooses the place.
 */
export function berkasTerlaluBesar(
  teks: Teks,
  lampiran: Lampiran,
  { nama, ukuranByte }: { readonly nama: string; readonly ukuranByte: number },
): Teks {
  const perintah = perintahOf(lampiran);
  const ukuran = ukuranText(ukuranByte);
  return lines(
    teks,
    fill(lampiranText.terlaluBesar, { nama, ukuran }),
    perintah === null
      ? lampiranText.diminta
      : fill(lampiranText.diambil, {
          perintah: `npm run sopir -- ${perintah}`,
        }),
  );
}

/** "61,4 MB"; small ones in KB. */
export const ukuranText = (byte: number): string =>
  byte < 1_000_000 ? `${Math.ceil(byte / 1_000)} KB` : `${formatAngka(byte / 1_000_000, 1)} MB`;

/** What the command line calls it; null where it has no command of its own. */
function perintahOf(lampiran: Lampiran): string | null {
  switch (lampiran.jenis) {
    case "naskah":
      return lampiran.bentuk === "zip"
        ? `arsip export --berkas ${berkasIdOf(lampiran.naskahId)} -o FILE.zip`
        : null;
    case "rekap":
      return `rekap export --tahun ${lampiran.tahun} -o FILE.xlsx`;
    case "format":
    case "bagan":
    case "tersimpan":
      return null;
  }
}

/** The id of a paper begins with that of its berkas. */
const berkasIdOf = (naskahId: string): string => naskahId.replace(/-n\d+$/, "");
