import type { Dokumen } from "./model.ts";
import { kepalaNaskah, type Surat, suratDokumen, tempatTanggalSurat } from "./surat.ts";
import { paragraf, sel, TITIK, tandaTangan } from "./susun.ts";

/** One thing that is sent. */
export interface Kiriman {
  readonly naskah: string;
  /** "1 (satu) berkas", "3 (tiga) rangkap". */
  readonly banyaknya: string;
  readonly keterangan: string;
}

/** The letter that goes with what is sent, half of it for whoever receives it. */
export interface SuratPengantar extends Surat {
  /** Lines of the addressee; the last is where they are. */
  readonly kepadaList: readonly string[];
  readonly kirimanList: readonly Kiriman[];
}

/** The letter with its table, and room for the receiver at the left. */
export const suratPengantar = (surat: SuratPengantar): Dokumen =>
  suratDokumen(surat, "Surat Pengantar", [
    paragraf(tempatTanggalSurat(surat), { rata: "kanan" }),
    paragraf(`Yth. ${surat.kepadaList.join("\n")}`, { rata: "kiri" }),
    ...kepalaNaskah("Surat Pengantar", surat.nomor),
    {
      jenis: "tabel",
      kecil: false,
      gugusList: null,
      kolomList: [
        { judul: "No", lebar: 1, rata: "tengah" },
        { judul: "Naskah dinas yang dikirimkan", lebar: 7, rata: "kiri" },
        { judul: "Banyaknya", lebar: 3, rata: "tengah" },
        { judul: "Keterangan", lebar: 5, rata: "kiri" },
      ],
      barisList: surat.kirimanList.map(({ naskah, banyaknya, keterangan }, at) => [
        sel(String(at + 1)),
        sel(naskah),
        sel(banyaknya),
        sel(keterangan),
      ]),
    },
    paragraf(`Diterima tanggal: ${TITIK}`, { rata: "kiri" }),
    {
      jenis: "tanda-tangan",
      kiri: tandaTangan({ jabatan: "Penerima", nama: TITIK, nip: null }),
      kanan: tandaTangan(surat.penanda),
    },
  ]);
