import { readFileSync } from "node:fs";
import { parseSop, type SopFile } from "../../../src/catalog/load-sop.ts";
import { TemplatNaskah } from "../../../src/core/dokumen/templat.ts";
import type { FormulirTersedia } from "../../../src/core/sop/lengkapi.ts";

/** A small sheet in good order, as text: every broken sheet is this one with one change. */
export const goodSheet = `id: uji
nama: Uji
instansi: Kecamatan Uji
kepala: { nomor: "1", tanggalPembuatan: "2", tanggalRevisi: "3", tanggalPengesahan: "4", disahkanOleh: Camat, dasarHukum: [], kualifikasiPelaksana: [], keterkaitan: [], peralatan: [], peringatan: [], pencatatan: [] }
siklus:
  triwulan: [1, 2, 3]
  tahunan: [4]
pelaksana: [staf, kasi, sekcam, camat]
langkah:
  - no: 1
    uraian: Mengumpulkan
    jenis: realisasi
    pelaksana: { peran: staf, memasok: [kasi] }
    mutuBaku: { waktu: 15 menit }
    hasil: { selesai: 2 }
  - no: 2
    uraian: Merekap
    jenis: kompilasi
    otomatis: true
    pelaksana: { peran: kasi }
    mutuBaku: { waktu: 30 menit }
    hasil: { selesai: 3 }
  - no: 3
    uraian: Menyetujui
    jenis: keputusan
    pelaksana: { peran: camat }
    mutuBaku: { waktu: 60 menit }
    hasil: { setuju: selesai, kembalikan: 1 }
  - no: 4
    uraian: Menyusun
    jenis: penyusunan
    pelaksana: { peran: sekcam }
    mutuBaku: { waktu: 90 menit }
    hasil: { selesai: selesai }
`;

/** The good sheet with one text replaced; the text must be there once. */
export function sheetWith(from: string, to: string): string {
  if (goodSheet.split(from).length !== 2) throw new Error(`not there once: ${from}`);
  return goodSheet.replace(from, to);
}

/** A file as it is shipped. */
export const shipped = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** No forms to name, and papers that ask for nothing. */
export const tanpaFormulir: FormulirTersedia = {
  formulirList: [],
  rusakList: [],
  naskah: {
    templatList: ["undangan", "notulen", "data-kinerja"].map((id) =>
      TemplatNaskah.parse({ id, nama: id, isi: [{ jenis: "halaman" }] }),
    ),
    rusakList: [],
  },
};

/** Reads the text of a sheet that names no form. */
export const readSheet = (text: string, file = "uji.yaml"): SopFile =>
  parseSop(file, text, tanpaFormulir);
