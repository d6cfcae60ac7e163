import { type IsiBlok, isMuka } from "../core/dokumen/bagian.ts";
import type { Daftar, Isi } from "../core/dokumen/model.ts";
import { isGrafik } from "./gambar/grafik-dokumen.ts";

/** As many letters as a line of a letter holds, and as many lines as surely fit a page with a signature. */
const HURUF_SEBARIS = 60;
const BARIS_TERBANYAK = 30;

/** A block cut in two: what may stay behind, and the end of it. */
export interface Terbelah {
  readonly awal: IsiBlok | null;
  readonly ekor: IsiBlok;
  /** What the first entry of the end is counted as, where it is a list. */
  readonly mulai: number;
}

/** Whether the block at this place has a signature right below it, which takes its end along. */
export function isDiatasTandaTangan(blokList: readonly IsiBlok[], at: number): boolean {
  const blok = blokList[at];
  return (
    blok !== undefined &&
    blokList[at + 1]?.jenis === "tanda-tangan" &&
    blok.jenis !== "tanda-tangan" &&
    !isMuka(blok)
  );
}

/**
 * What a signature takes along when it moves to a new page: alone there it would sign nothing. Of a
 * list or of labels it is the last one; null where the end is too long to be kept on one page.
 */
export function belah(blok: IsiBlok): Terbelah | null {
  const terbelah = cut(blok);
  return linesOf(terbelah.ekor) <= BARIS_TERBANYAK ? terbelah : null;
}

function cut(blok: IsiBlok): Terbelah {
  if (blok.jenis === "daftar" && blok.butirList.length > 1) {
    const { butirList } = blok;
    return {
      awal: { ...blok, butirList: butirList.slice(0, -1) },
      ekor: { ...blok, butirList: butirList.slice(-1) },
      mulai: butirList.length,
    };
  }
  if (blok.jenis === "rincian" && blok.barisList.length > 1) {
    return {
      awal: { ...blok, barisList: blok.barisList.slice(0, -1) },
      ekor: { ...blok, barisList: blok.barisList.slice(-1) },
      mulai: 1,
    };
  }
  return { awal: null, ekor: blok, mulai: 1 };
}

function linesOf(blok: IsiBlok): number {
  // these end where they are drawn
  if (isMuka(blok) || isGrafik(blok)) return 0;
  switch (blok.jenis) {
    case "paragraf":
      return linesIn(blok.isi);
    case "daftar":
      return linesInDaftar(blok);
    case "rincian":
      return blok.barisList.reduce(
        (sum, { isi, daftar }) =>
          sum + linesIn(isi) + (daftar === undefined ? 0 : linesInDaftar(daftar)),
        0,
      );
    case "judul":
      return linesIn([{ teks: blok.teks }]);
    case "kepala-surat":
    case "tembusan":
      return blok.kepadaList.length;
    // of a table it is a row, which whoever draws it measures
    case "tabel":
    case "tanda-tangan":
      return 0;
  }
}

const linesInDaftar = ({ butirList }: Daftar): number =>
  butirList.reduce(
    (sum, { isi, anak }) => sum + linesIn(isi) + (anak === null ? 0 : linesInDaftar(anak)),
    0,
  );

const linesIn = (isi: Isi): number =>
  isi
    .map(({ teks }) => teks)
    .join("")
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / HURUF_SEBARIS)), 0);
