import type { Dokumen } from "./model.ts";
import { type Surat, suratDokumen, tandaTanganSurat } from "./surat.ts";
import { judul, paragraf, sel } from "./susun.ts";
import { type Acara, acaraRincian } from "./undangan.ts";

/** Somebody on the list. */
export interface Peserta {
  readonly nama: string;
  readonly jabatan: string;
  /** "09.02 WITA" when they tapped that they are there; null where they sign by hand or stayed away. */
  readonly hadirPukul: string | null;
}

/** The list of those present at a meeting. */
export interface DaftarHadir extends Surat {
  readonly acara: Acara;
  readonly pesertaList: readonly Peserta[];
}

/** The list; who tapped is shown with the time, everybody else has room to sign. */
export const daftarHadir = (hadir: DaftarHadir): Dokumen =>
  suratDokumen(hadir, "Daftar Hadir", [
    judul(1, "DAFTAR HADIR"),
    acaraRincian(hadir.acara),
    {
      jenis: "tabel",
      kecil: false,
      gugusList: null,
      kolomList: [
        { judul: "No", lebar: 1, rata: "tengah" },
        { judul: "Nama", lebar: 5, rata: "kiri" },
        { judul: "Jabatan", lebar: 5, rata: "kiri" },
        { judul: "Tanda tangan", lebar: 5, rata: "kiri" },
      ],
      barisList: hadir.pesertaList.map(({ nama, jabatan, hadirPukul }, at) => [
        sel(String(at + 1)),
        sel(nama),
        sel(jabatan),
        sel(hadirPukul === null ? `${at + 1}. ……………` : `Hadir, ${hadirPukul}`),
      ]),
    },
    ...(hadir.pesertaList.some(({ hadirPukul }) => hadirPukul !== null)
      ? [paragraf(CATATAN, { kecil: true })]
      : []),
    tandaTanganSurat(hadir),
  ]);

const CATATAN =
  "Kehadiran dengan keterangan waktu dicatat melalui jawaban di dalam sopir dan bukan tanda tangan elektronik tersertifikasi.";
