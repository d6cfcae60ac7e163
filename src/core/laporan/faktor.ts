import type { Blok } from "../dokumen/model.ts";
import { paragraf, tabel } from "../dokumen/susun.ts";
import type { Tampilan } from "../kinerja/kategori.ts";
import type { BarisLembar } from "../rekap/index.ts";
import { angkaText } from "./tabel.ts";
import { laporanText } from "./teks.ts";

/** What an office says of one indikator beyond its figure; null where it says nothing. */
export interface FaktorIndikator {
  readonly kode: string;
  readonly pendukung: string | null;
  readonly penghambat: string | null;
  readonly tindakLanjut: string | null;
}

/** What the rows and the office know of causes. */
export interface BahanFaktor {
  readonly barisList: readonly BarisLembar[];
  readonly faktorList: readonly FaktorIndikator[];
  readonly tampilan: Tampilan;
}

/** Whether a row is one that has to explain itself. */
export const isPerhatian = (
  { capaianPersen }: Pick<BarisLembar, "capaianPersen">,
  { ambangPerhatianPersen }: Tampilan,
): boolean => capaianPersen !== null && capaianPersen < ambangPerhatianPersen;

/**
 * What is known of a row: what the office said, else the note that the chat asked for. Below the
 * threshold it asks what stood in the way; a note on any other row is a remark, and no cause.
 */
export function faktorOf(
  baris: BarisLembar,
  { faktorList, tampilan }: Pick<BahanFaktor, "faktorList" | "tampilan">,
): FaktorIndikator {
  const said = faktorList.find(({ kode }) => kode === baris.kode);
  return {
    kode: baris.kode,
    pendukung: said?.pendukung ?? null,
    penghambat: said?.penghambat ?? (isPerhatian(baris, tampilan) ? baris.keterangan : null),
    tindakLanjut: said?.tindakLanjut ?? null,
  };
}

/** The rows of which something is known or has to be explained; what nobody said is left to write. */
export function faktorTabel(bahan: BahanFaktor): readonly Blok[] {
  const shown = bahan.barisList
    .map((baris) => ({ baris, faktor: faktorOf(baris, bahan) }))
    .filter(({ baris, faktor }) => isPerhatian(baris, bahan.tampilan) || isSaid(faktor));
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
