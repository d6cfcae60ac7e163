import type { Kolom } from "./kolom.ts";
import { nip, orang, pengenal, pilih, pilihBanyak, teks } from "./sel.ts";

/** The roles, and what else they are called. */
const peran = pilihBanyak([
  ["camat"],
  ["sekcam", "sekretaris camat", "sekretaris kecamatan"],
  ["kasi", "kepala seksi"],
  ["kasubbag", "kepala subbagian", "kepala sub bagian", "kasubag"],
  ["staf", "pelaksana", "staff"],
  ["admin", "administrator", "operator"],
  ["inspektorat"],
  ["kadis", "kepala dinas"],
  ["sekdis", "sekretaris dinas"],
  ["jfp", "perencana", "fungsional perencana"],
  ["tim"],
  ["kabupaten", "bagian organisasi"],
]);

/** The people of an office, one a row. */
export const kolomPegawai: readonly Kolom[] = [
  {
    jalur: ["nama"],
    judul: "Nama",
    alias: ["nama pegawai", "nama lengkap"],
    bantuan: "Nama pegawai, lengkap dengan gelar bila perlu.",
    jenis: teks,
    wajib: true,
    lebar: 28,
    contoh: ["Sekretaris Contoh", "Kasi Contoh"],
  },
  {
    jalur: ["jabatan"],
    judul: "Jabatan",
    alias: ["nama jabatan"],
    bantuan: "Nama jabatan. Dengan sebutan inilah pegawai dirujuk di lembar lain.",
    jenis: teks,
    wajib: true,
    lebar: 30,
    contoh: ["Sekretaris Kecamatan", "Kasi Pelayanan"],
  },
  {
    jalur: ["peran"],
    judul: "Peran",
    alias: ["peran dalam sop", "tugas"],
    bantuan:
      "Kolom pelaksana di lembar SOP. Bila lebih dari satu, pisahkan dengan koma: sekcam, admin. Sedikitnya satu orang admin.",
    jenis: peran,
    wajib: true,
    lebar: 15,
    contoh: ["sekcam, admin", "kasi"],
  },
  {
    jalur: ["nip"],
    judul: "NIP",
    alias: ["nomor induk pegawai"],
    bantuan: "Boleh kosong. Ketik sebagai teks; dicetak di bawah tanda tangan.",
    jenis: nip,
    lebar: 21,
    contoh: ["", ""],
  },
  {
    jalur: ["atasan"],
    judul: "Atasan",
    alias: ["atasan langsung"],
    bantuan: "Jabatan atasannya, seperti tertulis di kolom Jabatan. Menerima kabar bila terlambat.",
    jenis: orang,
    lebar: 26,
    contoh: ["", "Sekretaris Kecamatan"],
  },
  {
    jalur: ["menggantikan"],
    judul: "Menggantikan",
    alias: ["menggantikan kode"],
    bantuan:
      "Hanya bila ia menggantikan orang yang barisnya dihapus: kode pegawai yang digantikan. Pekerjaannya beralih.",
    jenis: pengenal,
    lebar: 14,
    contoh: ["", ""],
  },
  {
    jalur: ["bahasa"],
    judul: "Bahasa",
    alias: [],
    bantuan: "Kosong berarti bahasa kantor.",
    jenis: pilih([
      ["id", "Indonesia", "bahasa indonesia"],
      ["en", "Inggris", "english", "bahasa inggris"],
    ]),
    lebar: 10,
    contoh: ["", ""],
  },
  {
    jalur: ["id"],
    judul: "Kode pegawai",
    alias: ["kode", "id", "id pegawai"],
    bantuan:
      "Boleh kosong: dibuat dari jabatan. Huruf kecil, angka, tanda hubung. Sesudah dimuat jangan diubah.",
    jenis: pengenal,
    lebar: 18,
    contoh: ["", ""],
  },
];
