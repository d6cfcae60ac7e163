import { hariTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import type { Blok, Dokumen } from "./model.ts";
import { type Surat, suratDokumen, tempatTanggalSurat } from "./surat.ts";
import { alinea, daftar, halaman, judul, rincian, tandaTangan } from "./susun.ts";

/** When, where and why people meet. */
export interface Acara {
  readonly nama: string;
  readonly hari: Tanggal;
  /** "09.00 WITA s.d. selesai". */
  readonly pukul: string;
  readonly tempat: string;
}

/** The letter that calls a meeting. */
export interface Undangan extends Surat {
  readonly acara: Acara;
  /** The offices invited. */
  readonly undanganList: readonly string[];
  readonly lampiran: string | null;
  readonly tembusanList: readonly string[];
}

/** More invited than this are named on a page of their own. */
const UNDANGAN_DI_MUKA = 5;

/** The letter; who is invited stands in its head, or on a second page when they are many. */
export const undangan = (surat: Undangan): Dokumen => {
  const many = surat.undanganList.length > UNDANGAN_DI_MUKA;
  return suratDokumen(surat, "Undangan", [
    {
      jenis: "kepala-surat",
      tempatTanggal: tempatTanggalSurat(surat),
      nomor: surat.nomor,
      sifat: "Biasa",
      lampiran: surat.lampiran ?? (many ? "1 (satu) lembar" : "-"),
      hal: "Undangan",
      kepadaList: many ? ["(daftar terlampir)"] : [...surat.undanganList, "di Tempat"],
    },
    alinea("Mengharap kehadiran Bapak/Ibu pada:"),
    acaraRincian(surat.acara),
    alinea("Demikian disampaikan, atas perhatian dan kehadirannya diucapkan terima kasih."),
    // the head bears place and date already
    { jenis: "tanda-tangan", kiri: null, kanan: tandaTangan(surat.penanda) },
    ...tembusan(surat),
    ...(many ? lampiranList(surat) : []),
  ]);
};

/** The four lines that say when, where and why. */
export const acaraRincian = ({ nama, hari, pukul, tempat }: Acara): Blok =>
  rincian([
    ["Hari, tanggal", hariTanggal(hari)],
    ["Pukul", pukul],
    ["Tempat", tempat],
    ["Acara", nama],
  ]);

const tembusan = ({ tembusanList }: Undangan): readonly Blok[] =>
  tembusanList.length === 0 ? [] : [{ jenis: "tembusan", kepadaList: tembusanList }];

const lampiranList = ({ undanganList }: Undangan): readonly Blok[] => [
  halaman(),
  judul(2, "Daftar Undangan"),
  daftar("angka", undanganList),
];
