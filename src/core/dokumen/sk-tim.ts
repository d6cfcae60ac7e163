import { formatTanggal } from "../waktu/format.ts";
import { tempatOf } from "./kop.ts";
import type { Blok, Dokumen, Paragraf } from "./model.ts";
import { type Surat, suratDokumen } from "./surat.ts";
import { daftar, halaman, judul, paragraf, rincian, sel, TITIK, tandaTangan } from "./susun.ts";

/** Somebody's place in the team. */
export interface AnggotaTim {
  readonly nama: string;
  readonly jabatan: string;
  readonly kedudukan: string;
}

/** The decree that forms the team; `penanda` of the letter decides it. */
export interface SkTim extends Surat {
  /** "Pembentukan Tim Pengumpulan Data Kinerja Tahun 2026". */
  readonly tentang: string;
  readonly menimbangList: readonly string[];
  readonly mengingatList: readonly string[];
  /** What is decided, first to last. */
  readonly diktumList: readonly string[];
  readonly anggotaList: readonly AnggotaTim[];
}

/** The decree, and its annex with the members. */
export const skTim = (sk: SkTim): Dokumen => {
  const pejabat = sk.penanda.jabatan.toUpperCase();
  return suratDokumen(sk, "Keputusan", [
    judul(1, `KEPUTUSAN ${pejabat}`),
    tengah(`NOMOR ${sk.nomor ?? TITIK}`),
    tengah("TENTANG"),
    judul(1, sk.tentang.toUpperCase()),
    tengah(`${pejabat},`),
    rincian([
      ["Menimbang", daftar("huruf", sk.menimbangList)],
      ["Mengingat", daftar("angka", sk.mengingatList)],
    ]),
    tengah("MEMUTUSKAN:"),
    rincian([
      ["Menetapkan", `KEPUTUSAN ${pejabat} TENTANG ${sk.tentang.toUpperCase()}.`],
      ...sk.diktumList.map((isi, at) => [diktumKe(at), isi] as const),
    ]),
    penetapan(sk),
    halaman(),
    paragraf(
      `Lampiran Keputusan ${sk.penanda.jabatan}\nNomor: ${sk.nomor ?? TITIK}\nTentang: ${sk.tentang}`,
      { rata: "kiri", lekukCm: 7.5, kecil: true },
    ),
    judul(1, "SUSUNAN KEANGGOTAAN TIM"),
    anggotaTabel(sk),
    penetapan(sk),
  ]);
};

const tengah = (teks: string): Paragraf => paragraf(teks, { rata: "tengah" });

const diktumList = [
  "KESATU",
  "KEDUA",
  "KETIGA",
  "KEEMPAT",
  "KELIMA",
  "KEENAM",
  "KETUJUH",
  "KEDELAPAN",
  "KESEMBILAN",
  "KESEPULUH",
];

const diktumKe = (at: number): string => diktumList[at] ?? `KE-${at + 1}`;

/** "Ditetapkan di … pada tanggal …" above the signature. */
const penetapan = ({ instansi, tanggal, penanda }: SkTim): Blok => ({
  jenis: "tanda-tangan",
  kiri: null,
  kanan: tandaTangan(
    penanda,
    `Ditetapkan di ${tempatOf(instansi.nama) ?? TITIK}\npada tanggal ${tanggal === null ? TITIK : formatTanggal(tanggal)}`,
  ),
});

const anggotaTabel = ({ anggotaList }: SkTim): Blok => ({
  jenis: "tabel",
  kecil: false,
  gugusList: null,
  kolomList: [
    { judul: "No", lebar: 1, rata: "tengah" },
    { judul: "Nama", lebar: 6, rata: "kiri" },
    { judul: "Jabatan dalam dinas", lebar: 5, rata: "kiri" },
    { judul: "Kedudukan dalam tim", lebar: 4, rata: "kiri" },
  ],
  barisList: anggotaList.map(({ nama, jabatan, kedudukan }, at) => [
    sel(String(at + 1)),
    sel(nama),
    sel(jabatan),
    sel(kedudukan),
  ]),
});
