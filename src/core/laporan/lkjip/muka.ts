import { kopOf } from "../../dokumen/kop.ts";
import type { Blok } from "../../dokumen/model.ts";
import { alinea, halaman, judul, paragraf } from "../../dokumen/susun.ts";
import { tahunOf } from "../../waktu/instant.ts";
import { KETUKAN, kalimat, RANGKAP } from "../kata.ts";
import { tandaTanganLaporan } from "../pengesahan.ts";
import { waktuRekap } from "../status.ts";
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
  const { kantor, dibuatMs, zonaWaktu, logo } = rekap.kop;
  const { pemerintah, instansi } = kopOf({ ...rekap.kop, nama: kantor });
  return {
    jenis: "sampul",
    ...(logo === undefined ? {} : { logo }),
    judulList: [lkjipText.judulSampul, lkjipText.singkatan, `TAHUN ${tahun}`],
    instansiList: [
      ...(opsi.nomor === null ? [] : [`Nomor: ${opsi.nomor}`]),
      instansi,
      pemerintah,
      String(tahunOf(dibuatMs, zonaWaktu)),
    ],
  };
}

function kataPengantar({ rekap, tahun, status }: BahanLkjip): readonly Blok[] {
  const { kantor, dibuatMs } = rekap.kop;
  return [
    judul(1, lkjipText.kataPengantar),
    alinea(kalimat(lkjipText.pengantarSyukur, { kantor, tahun })),
    alinea(lkjipText.pengantarMaksud),
    alinea(kalimat(lkjipText.pengantarData, { waktu: waktuRekap(rekap, dibuatMs) })),
    alinea(lkjipText.pengantarHarap),
    paragraf(`Status: ${status.teks}.`),
    ...(status.sah?.rangkapJabatan === true ? [paragraf(RANGKAP)] : []),
    paragraf(KETUKAN, { kecil: true }),
    ...tandaTanganLaporan(rekap, status.sah),
  ];
}
