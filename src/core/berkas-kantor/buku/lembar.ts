import type { SebutKunci } from "../beda.ts";
import type { Baris, Kolom } from "./kolom.ts";
import { kolomIndikator } from "./lembar-indikator.ts";
import { barisKantor, barisSurat } from "./lembar-kantor.ts";
import { kolomPegawai } from "./lembar-pegawai.ts";
import { kolomRealisasi } from "./lembar-realisasi.ts";

interface Lembar {
  readonly nama: string;
  readonly alias: readonly string[];
  readonly penjelasan: string;
}

/** A sheet with one row for each of many things. */
export interface LembarTabel extends Lembar {
  /** What its rows are in the office file. */
  readonly kunci: "pegawai" | "indikator" | "realisasi";
  readonly kolomList: readonly Kolom[];
}

/** A sheet with one line for each single value. */
export interface LembarIsian extends Lembar {
  readonly barisList: readonly Baris[];
}

/** Titles of a sheet of single values, the one that is filled in second. */
export const JUDUL_ISIAN = ["Hal", "Isi", "Contoh", "Petunjuk"] as const;

/** The title of the first column of a table; who writes CONTOH there marks a row that is not loaded. */
export const JUDUL_NO = "No";
export const CONTOH = "CONTOH";

export const LEMBAR_PEGAWAI = "Pegawai";

/** The sheets with single values. */
export const lembarIsian: readonly LembarIsian[] = [
  {
    nama: "Kantor",
    alias: ["data kantor", "profil kantor", "identitas"],
    penjelasan: "Isi kolom Isi. Baris bertanda * wajib; kolom Contoh tidak pernah dimuat.",
    barisList: barisKantor,
  },
  {
    nama: "Surat",
    alias: ["nomor surat", "penomoran surat"],
    penjelasan: "Bagaimana surat kantor dinomori. Seluruh lembar ini boleh kosong.",
    barisList: barisSurat,
  },
];

/** The sheets with tables. */
export const lembarTabel: readonly LembarTabel[] = [
  {
    nama: LEMBAR_PEGAWAI,
    alias: ["data pegawai", "daftar pegawai"],
    penjelasan: `Satu pegawai satu baris. Baris bertanda ${CONTOH} tidak dimuat; hapus atau biarkan.`,
    kunci: "pegawai",
    kolomList: kolomPegawai,
  },
  {
    nama: "Indikator",
    alias: ["data indikator", "indikator kinerja", "perjanjian kinerja"],
    penjelasan: `Satu indikator dan tahun satu baris. Baris bertanda ${CONTOH} tidak dimuat.`,
    kunci: "indikator",
    kolomList: kolomIndikator,
  },
  {
    nama: "Realisasi lalu",
    alias: ["realisasi", "realisasi sebelumnya", "data realisasi"],
    penjelasan: `Boleh kosong. Angka triwulan yang sudah lewat, satu angka satu baris. Baris bertanda ${CONTOH} tidak dimuat.`,
    kunci: "realisasi",
    kolomList: kolomRealisasi,
  },
];

/** What a field of the office, its people or its indikator is called in the workbook. */
export const judulKunci: SebutKunci = (apa, kunci) => {
  const list =
    apa === "kantor"
      ? lembarIsian.flatMap(({ barisList }) => barisList)
      : (lembarTabel.find((one) => one.kunci === apa)?.kolomList ?? []);
  const found = list.filter(({ jalur }) => jalur.at(apa === "kantor" ? -1 : 0) === kunci);
  const [first, second] = found;
  return first === undefined || second !== undefined ? kunci : first.judul;
};
