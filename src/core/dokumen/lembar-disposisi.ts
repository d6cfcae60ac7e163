import { formatTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import type { Dokumen, Tabel } from "./model.ts";
import { type Surat, suratDokumen, tandaTanganSurat } from "./surat.ts";
import { judul, paragraf, rincian, sel } from "./susun.ts";

/** Something that may be ticked. */
export interface Pilihan {
  readonly teks: string;
  readonly dipilih: boolean;
}

/** The sheet on which the head of an office says who is to do what with a letter. */
export interface LembarDisposisi extends Surat {
  readonly suratDari: string;
  readonly nomorSurat: string | null;
  readonly tanggalSurat: Tanggal | null;
  readonly diterima: Tanggal | null;
  readonly nomorAgenda: string | null;
  readonly sifat: "Biasa" | "Segera" | "Sangat Segera" | "Rahasia";
  readonly hal: string;
  readonly diteruskanKepada: readonly Pilihan[];
  readonly harap: readonly Pilihan[];
  readonly catatan: string | null;
}

/** The sheet with what the letter is, whom it goes to and what is asked of them. */
export const lembarDisposisi = (lembar: LembarDisposisi): Dokumen =>
  suratDokumen(lembar, "Lembar Disposisi", [
    judul(1, "LEMBAR DISPOSISI"),
    rincian([
      ["Surat dari", lembar.suratDari],
      ["Nomor surat", lembar.nomorSurat],
      ["Tanggal surat", hari(lembar.tanggalSurat)],
      ["Diterima tanggal", hari(lembar.diterima)],
      ["Nomor agenda", lembar.nomorAgenda],
      ["Sifat", lembar.sifat],
      ["Hal", lembar.hal],
    ]),
    pilihanTabel(lembar),
    paragraf([{ teks: "Catatan:", tebal: true }, { teks: `\n${lembar.catatan ?? ""}` }]),
    tandaTanganSurat(lembar),
  ]);

/** As many rows as the longer of the two lists. */
function pilihanTabel({ diteruskanKepada, harap }: LembarDisposisi): Tabel {
  const jumlah = Math.max(diteruskanKepada.length, harap.length);
  return {
    jenis: "tabel",
    kecil: false,
    gugusList: null,
    kolomList: [
      { judul: "√", lebar: 1, rata: "tengah" },
      { judul: "Diteruskan kepada", lebar: 7, rata: "kiri" },
      { judul: "√", lebar: 1, rata: "tengah" },
      { judul: "Dengan hormat harap", lebar: 7, rata: "kiri" },
    ],
    barisList: Array.from({ length: jumlah }, (_, at) =>
      [...ticked(diteruskanKepada[at]), ...ticked(harap[at])].map((teks) => sel(teks)),
    ),
  };
}

const ticked = (pilihan: Pilihan | undefined): readonly [string, string] => [
  pilihan?.dipilih === true ? "√" : "",
  pilihan?.teks ?? "",
];

const hari = (tanggal: Tanggal | null): string | null =>
  tanggal === null ? null : formatTanggal(tanggal);
