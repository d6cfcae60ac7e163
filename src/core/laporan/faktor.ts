import type { Blok } from "../dokumen/model.ts";
import { paragraf, tabel } from "../dokumen/susun.ts";
import type { Tampilan } from "../kinerja/kategori.ts";
import type { BarisLembar } from "../rekap/index.ts";
import { angkaText } from "./tabel.ts";
import { laporanText } from "./teks.ts";

/** What is said of one indikator beyond its figure; null where nothing is. */
export interface FaktorIndikator {
  readonly pendukung: string | null;
  readonly penghambat: string | null;
  readonly tindakLanjut: string | null;
}

/** Whether a row is one that has to explain itself. */
export const isPerhatian = (
  { capaianPersen }: Pick<BarisLembar, "capaianPersen">,
  { ambangPerhatianPersen }: Tampilan,
): boolean => capaianPersen !== null && capaianPersen < ambangPerhatianPersen;

/**
 * What the unit said of a row. Below the threshold its note is what stood in the way; on any other row
 * that is a remark, and no cause.
 */
export const faktorOf = (baris: BarisLembar, tampilan: Tampilan): FaktorIndikator => ({
  pendukung: baris.pendukung,
  penghambat: isPerhatian(baris, tampilan) ? baris.keterangan : null,
  tindakLanjut: baris.tindakLanjut,
});

/** The rows of which something is known or has to be explained; what nobody said is left to write. */
export function faktorTabel(
  barisList: readonly BarisLembar[],
  tampilan: Tampilan,
): readonly Blok[] {
  const shown = barisList
    .map((baris) => ({ baris, faktor: faktorOf(baris, tampilan) }))
    .filter(({ baris, faktor }) => isPerhatian(baris, tampilan) || isSaid(faktor));
  if (shown.length === 0) return [paragraf(laporanText.faktorKosong)];
  return [
    paragraf(laporanText.faktorCatatan, { kecil: true, rata: "kiri" }),
    tabel(
      [
        ["No", 0.9, "tengah"],
        ["Indikator", 4],
        ["Capaian %", 1.7, "kanan"],
        ["Faktor pendukung", 3.2],
        ["Faktor penghambat", 3.6],
        ["Tindak lanjut", 3.4],
      ],
      shown.map(({ baris, faktor }) => [
        String(baris.no),
        baris.nama,
        angkaText(baris.capaianPersen),
        faktor.pendukung ?? "",
        faktor.penghambat ?? "",
        faktor.tindakLanjut ?? "",
      ]),
      { kecil: true },
    ),
  ];
}

const isSaid = ({ pendukung, penghambat, tindakLanjut }: FaktorIndikator): boolean =>
  [pendukung, penghambat, tindakLanjut].some((one) => one !== null);
