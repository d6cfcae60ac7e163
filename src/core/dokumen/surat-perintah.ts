import { formatTanggal } from "../waktu/format.ts";
import { tempatOf } from "./kop.ts";
import type { Blok, Dokumen, Tabel } from "./model.ts";
import { kepalaNaskah, type Surat, suratDokumen } from "./surat.ts";
import { daftar, paragraf, rincian, TITIK, tabel, tandaTangan } from "./susun.ts";

/** Somebody who is ordered. */
export interface Pelaksana {
  readonly nama: string;
  readonly jabatan: string;
}

/** The order to a team (SP Tim of sheet 000); `penanda` of the letter gives it. */
export interface SuratPerintah extends Surat {
  /** What the order rests on: regulations, a disposition, a decree. */
  readonly dasarList: readonly string[];
  readonly kepadaList: readonly Pelaksana[];
  /** What is to be done, one task an entry. */
  readonly untukList: readonly string[];
}

/** More people than this stand in a table: their offices are then found at a glance. */
const DISEBUT_SATU_SATU = 2;

/** The order: what it rests on, who is ordered, what is to be done. */
export const suratPerintah = (surat: SuratPerintah): Dokumen =>
  suratDokumen(surat, "Surat Perintah Tugas", [
    ...kepalaNaskah("Surat Perintah Tugas", surat.nomor),
    rincian([["Dasar", listOrRoom(surat.dasarList)]]),
    paragraf([{ teks: "MEMERINTAHKAN:", tebal: true }], { rata: "tengah" }),
    ...kepada(surat),
    rincian([["Untuk", listOrRoom(surat.untukList)]]),
    paragraf("Perintah ini dilaksanakan dengan penuh tanggung jawab dan dilaporkan hasilnya."),
    {
      jenis: "tanda-tangan",
      kiri: null,
      kanan: tandaTangan(surat.penanda, dikeluarkan(surat)),
    },
  ]);

const listOrRoom = (isiList: readonly string[]): ReturnType<typeof daftar> | null =>
  isiList.length === 0 ? null : daftar("angka", isiList);

function kepada({ kepadaList }: SuratPerintah): readonly Blok[] {
  if (kepadaList.length <= DISEBUT_SATU_SATU) {
    const named = kepadaList.map(({ nama, jabatan }) => `${nama}, ${jabatan}`);
    return [rincian([["Kepada", listOrRoom(named)]])];
  }
  return [rincian([["Kepada", "yang namanya tersebut di bawah ini"]]), daftarNama(kepadaList)];
}

const daftarNama = (kepadaList: readonly Pelaksana[]): Tabel =>
  tabel(
    [
      ["No", 1, "tengah"],
      ["Nama", 7],
      ["Jabatan", 8],
    ],
    kepadaList.map(({ nama, jabatan }, at) => [String(at + 1), nama, jabatan]),
  );

const dikeluarkan = ({ instansi, tanggal }: SuratPerintah): string =>
  `Dikeluarkan di ${tempatOf(instansi.nama) ?? TITIK}\npada tanggal ${tanggal === null ? TITIK : formatTanggal(tanggal)}`;
