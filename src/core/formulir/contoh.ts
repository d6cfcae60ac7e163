import type { BukuNomor } from "../kantor/nomor.ts";
import { formatTanggal } from "../waktu/format.ts";
import { toLocal } from "../waktu/instant.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import type { NilaiFormulir } from "./nilai.ts";
import { calonPegawai } from "./orang.ts";
import type { IsianFormulir } from "./schema.ts";

const berkas = { hash: "0".repeat(64), nama: "contoh.pdf", mime: "application/pdf", ukuranByte: 1 };

/** An answer that will do where a sheet is only rehearsed: today, now, the first that may be chosen. */
export function contohNilai(isian: IsianFormulir, { nowMs, kantor }: BukuNomor): NilaiFormulir {
  const { tanggal, menit } = toLocal(nowMs, kantor.zonaWaktu);
  switch (isian.tipe) {
    case "teks":
      return { tipe: "teks", teks: isian.nama };
    case "daftar":
      return { tipe: "daftar", butirList: [contohButir(isian, kantor, tanggal)] };
    case "tanggal":
      return { tipe: "tanggal", tanggal };
    case "jam":
      return { tipe: "jam", menit };
    case "angka":
      return { tipe: "angka", nilai: isian.min ?? 1 };
    case "pilihan":
      return { tipe: "pilihan", teks: isian.opsi[0] ?? "" };
    case "pegawai":
      return { tipe: "pegawai", idList: kantor.pegawaiList.slice(0, 1).map(({ id }) => id) };
    case "berkas":
      return { tipe: "berkas", buktiList: [berkas] };
    case "nomor":
      return { tipe: "nomor", urut: null, nomor: null };
  }
}

function contohButir(
  { nama, kolom = [] }: Extract<IsianFormulir, { tipe: "daftar" }>,
  { pegawaiList }: BukuNomor["kantor"],
  tanggal: Tanggal,
): string {
  const byTipe = {
    teks: nama,
    pegawai: calonPegawai(pegawaiList)[0]?.jabatan ?? "",
    tanggal: formatTanggal(tanggal),
  };
  return kolom.length === 0 ? nama : kolom.map(({ tipe }) => byTipe[tipe]).join("; ");
}
