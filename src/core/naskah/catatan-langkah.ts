import type { Instansi } from "../dokumen/kop.ts";
import type { Dokumen } from "../dokumen/model.ts";
import { suratDokumen, tandaTanganSurat } from "../dokumen/surat.ts";
import { judul, type Penanda, rincian } from "../dokumen/susun.ts";
import type { Langkah } from "../engine/langkah/schema.ts";
import type { Turn } from "../engine/turn.ts";
import { nilaiText } from "../formulir/teks.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import { periodeOf, waktuOf } from "../pesan/sebutan.ts";
import { toLocal } from "../waktu/instant.ts";
import type { BahanNaskah } from "./bahan.ts";

/** What was done at a langkah, as a form: every field with its answer. Any form can have it. */
export const catatanLangkah = ({ turn, langkah, oleh, nomor }: BahanNaskah): Dokumen => {
  const { context } = turn;
  const surat = {
    instansi: instansiOf(context.kantor),
    nomor,
    tanggal: toLocal(context.nowMs, context.kantor.zonaWaktu).tanggal,
    penanda: penandaOf(context.kantor, oleh),
    konsep: false,
    dibuatMs: context.nowMs,
  };
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

/** An office as its letterhead names it. */
export const instansiOf = ({ nama, kabupaten, alamat }: Kantor): Instansi => ({
  nama,
  kabupaten,
  alamat: alamat ?? null,
});

/** Who signs: this person, or the head of the office where nobody in person did it. */
export function penandaOf(kantor: Kantor, oleh: PegawaiId | "sistem"): Penanda {
  const found =
    kantor.pegawaiList.find(({ id }) => id === oleh) ??
    kantor.pegawaiList.find(({ peran }) => peran.includes("camat") || peran.includes("kadis"));
  return { jabatan: found?.jabatan ?? "", nama: found?.nama ?? "", nip: found?.nip ?? null };
}
