import { plainText } from "../../pesan/spans.ts";
import { toLocal } from "../../waktu/instant.ts";
import { partsOf } from "../../waktu/tanggal.ts";
import { KETUKAN, RANGKAP } from "../kata.ts";
import { kopOf } from "../kop.ts";
import { tandaTanganLaporan } from "../laporan/pengesahan.ts";
import { waktuRekap } from "../laporan/status.ts";
import type { Blok } from "../model.ts";
import { alinea, halaman, judul, paragraf } from "../susun.ts";
import { fill } from "../template.ts";
import type { BahanLkjip } from "./bahan.ts";
import { lkjipText } from "./teks.ts";

/** Cover, preface with the signature, and contents. */
export const lkjipMuka = (bahan: BahanLkjip): readonly Blok[] => [
  sampul(bahan),
  halaman(),
  ...kataPengantar(bahan),
  halaman(),
  { jenis: "daftar-isi", judul: lkjipText.daftarIsi, tingkat: 3 },
];

function sampul({ rekap, tahun, opsi }: BahanLkjip): Blok {
  const { kantor, kabupaten, alamat, dibuatMs, zonaWaktu } = rekap.kop;
  const { pemerintah, instansi } = kopOf({ nama: kantor, kabupaten, alamat });
  return {
    jenis: "sampul",
    judulList: [lkjipText.judulSampul, lkjipText.singkatan, `TAHUN ${tahun}`],
    instansiList: [
      ...(opsi.nomor === null ? [] : [`Nomor: ${opsi.nomor}`]),
      instansi,
      pemerintah,
      String(partsOf(toLocal(dibuatMs, zonaWaktu).tanggal).tahun),
    ],
  };
}

function kataPengantar({ rekap, tahun, status }: BahanLkjip): readonly Blok[] {
  const { kantor, dibuatMs } = rekap.kop;
  return [
    judul(1, lkjipText.kataPengantar),
    alinea(plainText(fill(lkjipText.pengantarSyukur, { kantor, tahun }))),
    alinea(lkjipText.pengantarMaksud),
    alinea(plainText(fill(lkjipText.pengantarData, { waktu: waktuRekap(rekap, dibuatMs) }))),
    alinea(lkjipText.pengantarHarap),
    paragraf(`Status: ${status.teks}.`),
    ...(status.sah?.rangkapJabatan === true ? [paragraf(RANGKAP)] : []),
    paragraf(KETUKAN, { kecil: true }),
    ...tandaTanganLaporan(rekap, status.sah),
  ];
}
