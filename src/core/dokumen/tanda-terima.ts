import { hariTanggal } from "../waktu/format.ts";
import type { Dokumen } from "./model.ts";
import { kepalaNaskah, type Surat, suratDokumen, tempatTanggalSurat } from "./surat.ts";
import type { Kiriman } from "./surat-pengantar.ts";
import { type Penanda, paragraf, rincian, sel, tandaTangan } from "./susun.ts";

/** The receipt for what was handed over; `penanda` of the letter is who hands it over. */
export interface TandaTerima extends Surat {
  readonly penerima: Penanda;
  readonly kirimanList: readonly Kiriman[];
  /** "10.15 WITA". */
  readonly pukul: string | null;
  readonly cara: string;
  /** When the receiver confirmed it in the chat, in words; null where they sign by hand. */
  readonly dikonfirmasi: string | null;
}

/** The receipt with what was received, when and how, and both signatures. */
export const tandaTerima = (terima: TandaTerima): Dokumen =>
  suratDokumen(terima, "Tanda Terima", [
    ...kepalaNaskah("Tanda Terima", terima.nomor),
    rincian([
      ["Diserahkan oleh", terima.penanda.jabatan],
      ["Diterima oleh", terima.penerima.jabatan],
      ["Hari, tanggal", terima.tanggal === null ? null : hariTanggal(terima.tanggal)],
      ["Pukul", terima.pukul],
      ["Cara penyerahan", terima.cara],
    ]),
    {
      jenis: "tabel",
      kecil: false,
      gugusList: null,
      kolomList: [
        { judul: "No", lebar: 1, rata: "tengah" },
        { judul: "Uraian", lebar: 8, rata: "kiri" },
        { judul: "Banyaknya", lebar: 3, rata: "tengah" },
        { judul: "Keterangan", lebar: 4, rata: "kiri" },
      ],
      barisList: terima.kirimanList.map(({ naskah, banyaknya, keterangan }, at) => [
        sel(String(at + 1)),
        sel(naskah),
        sel(banyaknya),
        sel(keterangan),
      ]),
    },
    ...(terima.dikonfirmasi === null ? [] : [paragraf(KONFIRMASI, { kecil: true })]),
    {
      jenis: "tanda-tangan",
      kiri: {
        ...tandaTangan(terima.penanda),
        jabatan: `Yang menyerahkan,\n${terima.penanda.jabatan}`,
      },
      kanan: {
        ...tandaTangan(terima.penerima, tempatTanggalSurat(terima)),
        jabatan: `Yang menerima,\n${terima.penerima.jabatan}`,
        keterangan:
          terima.dikonfirmasi === null
            ? null
            : `Dikonfirmasi melalui sopir\n${terima.dikonfirmasi}`,
      },
    },
  ]);

const KONFIRMASI =
  "Konfirmasi penerimaan melalui jawaban di dalam sopir adalah konfirmasi internal, bukan tanda tangan elektronik tersertifikasi.";
