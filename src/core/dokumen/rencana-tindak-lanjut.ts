import { formatAngka } from "../kinerja/angka.ts";
import { formatTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import type { Blok, Dokumen } from "./model.ts";
import { kepalaNaskah, type Surat, suratDokumen, tandaTanganSurat } from "./surat.ts";
import { judul, paragraf, rincian, tabel } from "./susun.ts";

/** One finding and what will be done about it. */
export interface RencanaTemuan {
  /** The finding, or the indikator that fell short. */
  readonly temuan: string;
  /** Null where the finding is no figure. */
  readonly capaianPersen: number | null;
  /** Empty leaves room to write. */
  readonly rencana: string;
  readonly penanggungJawab: string;
  readonly batas: Tanggal | null;
}

/** The plan that follows from a report or an evaluation (step 9 of sheet 004). */
export interface RencanaTindakLanjut extends Surat {
  /** "Laporan Kinerja Triwulan IV 2026", "Hasil evaluasi SAKIP Tahun 2026". */
  readonly atas: string;
  /** The disposition it follows, in words; null where there was none. */
  readonly disposisi: string | null;
  readonly temuanList: readonly RencanaTemuan[];
}

/** The plan: a row for each finding, with who does what by when. */
export const rencanaTindakLanjut = (rencana: RencanaTindakLanjut): Dokumen =>
  suratDokumen(rencana, "Rencana Tindak Lanjut", [
    ...(rencana.nomor === null
      ? [judul(1, "RENCANA TINDAK LANJUT")]
      : kepalaNaskah("Rencana Tindak Lanjut", rencana.nomor)),
    rincian([
      ["Atas", rencana.atas],
      ...(rencana.disposisi === null ? [] : [["Disposisi", rencana.disposisi] as const]),
    ]),
    temuanTabel(rencana),
    tandaTanganSurat(rencana),
  ]);

const temuanTabel = ({ temuanList }: RencanaTindakLanjut): Blok =>
  temuanList.length === 0
    ? paragraf("Tidak ada temuan yang perlu ditindaklanjuti.")
    : tabel(
        [
          ["No", 0.9, "tengah"],
          ["Temuan/indikator", 4.5],
          ["Capaian", 1.9, "kanan"],
          ["Rencana tindak lanjut", 5],
          ["Penanggung jawab", 3.2],
          ["Batas waktu", 2.6, "tengah"],
        ],
        temuanList.map((one, at) => [
          String(at + 1),
          one.temuan,
          one.capaianPersen === null ? "" : `${formatAngka(one.capaianPersen)} %`,
          one.rencana,
          one.penanggungJawab,
          one.batas === null ? "" : formatTanggal(one.batas),
        ]),
        { kecil: true },
      );
