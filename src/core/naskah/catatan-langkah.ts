import type { Dokumen } from "../dokumen/model.ts";
import { suratDokumen, tandaTanganSurat } from "../dokumen/surat.ts";
import { judul, rincian } from "../dokumen/susun.ts";
import type { Turn } from "../engine/turn.ts";
import { nilaiText } from "../formulir/teks.ts";
import { periodeOf, waktuOf } from "../pesan/sebutan.ts";
import type { Langkah } from "../sop/langkah.ts";
import { type BahanNaskah, pelakuPenanda, suratDari } from "./bahan.ts";

/** What was done at a langkah, as a form: every field with its answer. Any form can have it. */
export const catatanLangkah = (bahan: BahanNaskah): Dokumen => {
  const { turn, langkah } = bahan;
  const { context } = turn;
  const surat = suratDari(bahan, pelakuPenanda(bahan));
  return suratDokumen(surat, "Catatan Pelaksanaan", [
    judul(1, "CATATAN PELAKSANAAN"),
    judul(2, langkah.uraian),
    rincian([
      ["SOP", turn.sop.nama],
      ["Periode", periodeOf(turn)],
      ["Langkah", langkah.no],
      ["Selesai", waktuOf(turn, context.nowMs)],
      ...fieldRows(turn, langkah),
    ]),
    tandaTanganSurat(surat),
  ]);
};

function fieldRows(
  { state, context }: Turn,
  langkah: Langkah,
): readonly (readonly [string, string])[] {
  if (langkah.jenis !== "formulir") return [];
  return langkah.tahap
    .flatMap(({ isian }) => isian)
    .map(({ kode, nama }): readonly [string, string] => [
      nama,
      nilaiText(state.formulirByLangkah[langkah.no]?.[kode], context.kantor) || "-",
    ]);
}
