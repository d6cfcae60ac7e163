import { formatTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import type { Blok, Dokumen } from "./model.ts";
import { type Surat, suratDokumen, tandaTanganSurat } from "./surat.ts";
import { halaman, judul, paragraf, tabel } from "./susun.ts";

/** One activity of the plan. */
export interface Kegiatan {
  readonly uraian: string;
  readonly pelaksana: string;
  /** Null leaves room for the day. */
  readonly mulai: Tanggal | null;
  readonly selesai: Tanggal | null;
  readonly keluaran: string;
  readonly keterangan: string;
}

/** The plan of a collection (step 3 of sheet 000); `penanda` of the letter made it. */
export interface RencanaKegiatan extends Surat {
  /** "Pengumpulan Data Kinerja"; the title says "Rencana Kegiatan" before it. */
  readonly tentang: string;
  /** "Triwulan IV 2026". */
  readonly periode: string;
  readonly kegiatanList: readonly Kegiatan[];
}

/** The plan, on a lying page for its seven columns. */
export const rencanaKegiatan = (rencana: RencanaKegiatan): Dokumen =>
  suratDokumen(rencana, "Rencana Kegiatan", [
    halaman("rebah"),
    judul(1, `RENCANA KEGIATAN ${rencana.tentang.toUpperCase()}`),
    judul(1, rencana.periode.toUpperCase()),
    ...(rencana.nomor === null
      ? []
      : [paragraf(`Nomor: ${rencana.nomor}`, { rata: "tengah" } as const)]),
    kegiatanTabel(rencana),
    tandaTanganSurat(rencana),
  ]);

const kegiatanTabel = ({ kegiatanList }: RencanaKegiatan): Blok =>
  kegiatanList.length === 0
    ? paragraf("Belum ada kegiatan yang direncanakan.")
    : tabel(
        [
          ["No", 0.8, "tengah"],
          ["Kegiatan", 6],
          ["Pelaksana", 4],
          ["Mulai", 2.6, "tengah"],
          ["Selesai", 2.6, "tengah"],
          ["Keluaran", 4],
          ["Keterangan", 3.5],
        ],
        kegiatanList.map((one, at) => [
          String(at + 1),
          one.uraian,
          one.pelaksana,
          hari(one.mulai),
          hari(one.selesai),
          one.keluaran,
          one.keterangan,
        ]),
        { kecil: true },
      );

const hari = (tanggal: Tanggal | null): string => (tanggal === null ? "" : formatTanggal(tanggal));
