import type { LembarBuku, SelBuku } from "./model.ts";

const halList: readonly (readonly [hal: string, penjelasan: string])[] = [
  [
    "Cara memakai",
    "Isi lembar Kantor, Pegawai, dan Indikator. Lembar Realisasi lalu dan Surat boleh kosong. Kolom dan baris bertanda * wajib diisi.",
  ],
  [
    "Bantuan di sel",
    "Klik sebuah sel: petunjuknya muncul di sebelahnya. Sel berpanah mempunyai daftar pilihan.",
  ],
  [
    "Baris CONTOH",
    "Baris dengan kata CONTOH di kolom No hanya contoh dan tidak dimuat. Hapus barisnya, atau tulis data kantor di bawahnya.",
  ],
  [
    "Menyebut orang",
    "Atasan dan penanggung jawab ditulis dengan jabatannya, persis seperti di lembar Pegawai.",
  ],
  [
    "Dihitung: dijumlahkan tiap triwulan",
    "Tiap triwulan diisi angka triwulan itu saja; angka setahun jumlah keempatnya. Contoh: 3, 4, 4, 3 kegiatan menjadi 14.",
  ],
  [
    "Dihitung: terus bertambah",
    "Tiap triwulan diisi angka sejak awal tahun; angka setahun sama dengan triwulan IV. Contoh: realisasi anggaran 15, 45, 70, 95 persen.",
  ],
  [
    "Dihitung: posisi akhir",
    "Yang berlaku keadaan terakhir. Contoh: indeks 80, 82, 84, 85 menjadi 85.",
  ],
  [
    "Dihitung: rata-rata",
    "Angka setahun rata-rata keempat triwulan. Contoh: waktu layanan 18, 16, 14, 12 menit menjadi 15.",
  ],
  [
    "Dihitung: persen dari pembilang dan penyebut",
    "Tiap triwulan diisi dua angka, misalnya 11 dari 12 pengaduan. Angka setahun dihitung dari jumlah keduanya, bukan dari persennya.",
  ],
  [
    "Angka dan persen",
    "Tulis angkanya saja: 86,5. Koma untuk desimal. Sel berformat persen 85% dibaca 85. Rumus tidak dibaca: tempel hasilnya sebagai nilai.",
  ],
  [
    "Kode",
    "Kode seperti 1.1 diketik dalam sel berformat Teks, supaya tidak berubah menjadi tanggal.",
  ],
  [
    "Yang tidak ada di sini",
    "Jam kerja, hari libur, aturan pengingat, dan target yang diubah dengan keputusan tetap seperti tercatat di kantor ini.",
  ],
  [
    "Sesudah diisi",
    "Simpan sebagai .xlsx, lalu kirim ke percakapan sebagai admin, atau muat di komputer kantor: npm run sopir -- kantor load Kantor.xlsx. Semua kekeliruan disebut sekaligus menurut lembar dan selnya; tidak ada yang berubah sebelum disetujui.",
  ],
];

/** How the workbook is filled in, in plain words. */
export const lembarPetunjuk: LembarBuku = {
  nama: "Petunjuk",
  judul: "Petunjuk pengisian",
  penjelasan: "Lembar ini tidak perlu diisi.",
  kolomList: [
    { judul: "Hal", lebar: 40, wajib: false },
    { judul: "Penjelasan", lebar: 100, wajib: false },
  ],
  barisList: halList.map((row): readonly SelBuku[] => [
    { nilai: row[0], gaya: "label" },
    { nilai: row[1], gaya: "penjelasan" },
  ]),
};
