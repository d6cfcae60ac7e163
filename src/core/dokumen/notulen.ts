import { formatTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import type { Blok, Dokumen } from "./model.ts";
import { type Surat, suratDokumen, tempatTanggalSurat } from "./surat.ts";
import { daftar, judul, type Penanda, paragraf, sel, tandaTangan } from "./susun.ts";
import { type Acara, acaraRincian } from "./undangan.ts";

/** What somebody took on themselves at a meeting. */
export interface TindakLanjut {
  readonly uraian: string;
  readonly penanggungJawab: string;
  readonly batas: Tanggal | null;
}

/** The minutes of a meeting; `penanda` of the letter is who led it. */
export interface Notulen extends Surat {
  readonly acara: Acara;
  readonly notulis: Penanda;
  readonly pesertaList: readonly string[];
  readonly pembahasanList: readonly string[];
  readonly keputusanList: readonly string[];
  readonly tindakLanjutList: readonly TindakLanjut[];
}

/** The minutes: what the meeting was, what was said, what was decided, and who does what by when. */
export const notulen = (rapat: Notulen): Dokumen =>
  suratDokumen(rapat, "Notulen", [
    judul(1, "NOTULEN"),
    acaraRincian(rapat.acara),
    judul(2, "A. Peserta"),
    daftar("angka", [`${rapat.penanda.jabatan} (pimpinan rapat)`, ...rapat.pesertaList]),
    judul(2, "B. Pembahasan"),
    listOrNone(rapat.pembahasanList),
    judul(2, "C. Keputusan"),
    listOrNone(rapat.keputusanList),
    judul(2, "D. Tindak Lanjut"),
    tindakLanjut(rapat.tindakLanjutList),
    {
      jenis: "tanda-tangan",
      kiri: { ...tandaTangan(rapat.notulis), jabatan: `Notulis,\n${rapat.notulis.jabatan}` },
      kanan: {
        ...tandaTangan(rapat.penanda, tempatTanggalSurat(rapat)),
        jabatan: `Pimpinan rapat,\n${rapat.penanda.jabatan}`,
      },
    },
  ]);

const listOrNone = (isiList: readonly string[]): Blok =>
  isiList.length === 0 ? paragraf("Tidak ada.") : daftar("angka", isiList);

const tindakLanjut = (list: readonly TindakLanjut[]): Blok =>
  list.length === 0
    ? paragraf("Tidak ada.")
    : {
        jenis: "tabel",
        kecil: false,
        gugusList: null,
        kolomList: [
          { judul: "No", lebar: 1, rata: "tengah" },
          { judul: "Uraian", lebar: 8, rata: "kiri" },
          { judul: "Penanggung jawab", lebar: 4, rata: "kiri" },
          { judul: "Batas waktu", lebar: 3, rata: "tengah" },
        ],
        barisList: list.map(({ uraian, penanggungJawab, batas }, at) => [
          sel(String(at + 1)),
          sel(uraian),
          sel(penanggungJawab),
          sel(batas === null ? "" : formatTanggal(batas)),
        ]),
      };
