import type { Blok } from "../../dokumen/model.ts";
import { daftar, judul, paragraf, tabel } from "../../dokumen/susun.ts";
import type { Pegawai, Profil } from "../../kantor/schema.ts";
import { kalimat } from "../kata.ts";
import { fill } from "../template.ts";
import type { BahanLkjip } from "./bahan.ts";
import { ruang } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

/** Bab I: the organisation, its strategic issues, what the report rests on. */
export const lkjipPendahuluan = (bahan: BahanLkjip): readonly Blok[] => [
  judul(1, lkjipText.bab1),
  judul(2, lkjipText.gambaran),
  ...gambaran(bahan),
  judul(2, lkjipText.isu),
  ...isu(bahan.opsi.kantor.profil),
  judul(2, lkjipText.dasar),
  daftar("angka", dasarList(bahan)),
  judul(2, lkjipText.sistematika),
  daftar("angka", [
    lkjipText.sistematikaBab1,
    lkjipText.sistematikaBab2,
    lkjipText.sistematikaBab3,
    lkjipText.sistematikaBab4,
  ]),
];

function gambaran({ rekap, opsi }: BahanLkjip): readonly Blok[] {
  const { kantor, kabupaten, alamat } = rekap.kop;
  const { profil, pegawaiList } = opsi.kantor;
  return [
    paragraf(
      fill(lkjipText.kedudukan, {
        kantor,
        kabupaten: kabupaten.replace(/^pemerintah\s+/i, ""),
        alamat: alamat === null ? "" : kalimat(lkjipText.beralamat, { alamat }),
      }),
    ),
    ...(profil === undefined ? [] : profilBlok(profil, kantor)),
    ...pejabat(pegawaiList),
    ...kurang(profil),
  ];
}

function profilBlok(profil: Profil, kantor: string): readonly Blok[] {
  const { wilayah, jumlahPegawai, tugasPokok, fungsi } = profil;
  return [
    ...(wilayah === undefined ? [] : [paragraf(wilayah)]),
    ...(jumlahPegawai === undefined
      ? []
      : [paragraf(fill(lkjipText.pegawai, { jumlah: jumlahPegawai }))]),
    ...(tugasPokok === undefined ? [] : [paragraf(fill(lkjipText.tugas, { tugas: tugasPokok }))]),
    ...(fungsi.length === 0
      ? []
      : [paragraf(fill(lkjipText.fungsi, { kantor })), daftar("huruf", fungsi)]),
  ];
}

/** Everybody of the office itself; the Inspektorat only reads along. */
function pejabat(pegawaiList: readonly Pegawai[]): readonly Blok[] {
  const own = pegawaiList.filter(({ peran }) => peran.some((one) => one !== "inspektorat"));
  if (own.length === 0) return [];
  return [
    paragraf(lkjipText.pejabat),
    tabel(
      [
        ["No", 1, "tengah"],
        ["Jabatan", 8],
        ["Nama", 7],
      ],
      own.map(({ jabatan, nama }, at) => [String(at + 1), jabatan, nama]),
      { kecil: true },
    ),
  ];
}

/** What the office file does not tell of itself. */
function kurang(profil: Profil | undefined): readonly Blok[] {
  const apa = [
    ...(profil?.wilayah === undefined ? ["wilayah"] : []),
    ...(profil?.jumlahPegawai === undefined ? ["jumlah pegawai"] : []),
    ...(profil?.tugasPokok === undefined ? ["tugas pokok"] : []),
    ...((profil?.fungsi ?? []).length === 0 ? ["fungsi"] : []),
  ];
  if (apa.length === 0) return [];
  return ruang("profil", kalimat(lkjipText.profilKosong, { apa: apa.join(", ") }), 3);
}

function isu(profil: Profil | undefined): readonly Blok[] {
  const list = profil?.isuStrategis ?? [];
  return list.length === 0
    ? ruang("isu", lkjipText.isuKosong, 3)
    : [paragraf(lkjipText.isuPengantar), daftar("angka", list)];
}

const dasarList = ({ rekap }: BahanLkjip): readonly string[] => [
  lkjipText.dasarPerpres,
  lkjipText.dasarPermen,
  ...rekap.kop.sopList.map(({ nama, nomor }) =>
    kalimat(lkjipText.dasarSop, { nama: nomor === null ? nama : `${nama} (Nomor ${nomor})` }),
  ),
];
