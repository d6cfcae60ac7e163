import { KETUKAN, RANGKAP } from "./kata.ts";
import type { Blok, Dokumen } from "./model.ts";
import { kepalaNaskah, type Surat, suratDokumen, tandaTanganSurat } from "./surat.ts";
import { paragraf, rincian } from "./susun.ts";

/** Who agreed, when, and by which tap; in words. */
export interface Persetujuan {
  readonly nama: string;
  readonly jabatan: string;
  /** "Jum 8 Jan 2027, 14.05 WITA". */
  readonly waktu: string;
  /** Which tap: "pilihan Setuju, langkah 4a". */
  readonly melalui: string;
  /** The one who agreed had also made it: allowed, but said. */
  readonly rangkapJabatan: boolean;
}

/** The sheet that goes with a report; `penanda` of the letter signs it in ink. */
export interface LembarPengesahan extends Surat {
  /** "Laporan Kinerja". */
  readonly naskah: string;
  /** "Triwulan IV 2026". */
  readonly periode: string;
  /** "Draf 4", "Final". */
  readonly versi: string;
  /** Null while nobody has agreed. */
  readonly persetujuan: Persetujuan | null;
}

/** The sheet: which report in which version, who agreed to it, what a tap is worth, room for ink. */
export const lembarPengesahan = (lembar: LembarPengesahan): Dokumen =>
  suratDokumen(lembar, "Lembar Pengesahan", [
    ...kepalaNaskah("Lembar Pengesahan", lembar.nomor),
    rincian([
      ["Naskah", lembar.naskah],
      ["Periode", lembar.periode],
      ["Versi", lembar.versi],
      ["Instansi", lembar.instansi.nama],
    ]),
    paragraf(pernyataan(lembar)),
    ...disetujui(lembar.persetujuan),
    paragraf(`${KETUKAN} ${TINTA}`, { kecil: true }),
    tandaTanganSurat(lembar),
  ]);

const disetujui = (persetujuan: Persetujuan | null): readonly Blok[] =>
  persetujuan === null
    ? []
    : [
        rincian([
          ["Disetujui oleh", `${persetujuan.nama}, ${persetujuan.jabatan}`],
          ["Waktu", persetujuan.waktu],
          ["Melalui", persetujuan.melalui],
        ]),
        ...(persetujuan.rangkapJabatan ? [paragraf(RANGKAP)] : []),
      ];

const pernyataan = ({ naskah, periode, versi, persetujuan }: LembarPengesahan): string =>
  persetujuan === null
    ? `${naskah} ${periode} (${versi}) belum disetujui. Lembar ini belum dapat dipakai sebagai pengesahan.`
    : `${naskah} ${periode} (${versi}) telah diperiksa dan disetujui sebagai berikut.`;

const TINTA = "Pengesahan berlaku sesudah lembar ini ditandatangani oleh pejabat di bawah ini.";
