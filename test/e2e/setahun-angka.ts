/**
 * What is typed in each triwulan, as a section writes it. The second figure of TW II is wrong first and
 * corrected in September; what follows is worked out by hand from the corrected one.
 */
export const DIKETIK = {
  ikm: ["79,5", "83,1", "85,14", "87,3"],
  waktu: ["11", "12", "8,4", "10,7"],
  waktuTw2Betul: "9,5",
  koordinasi: ["36/40", "38/40", "45/48", "47/52"],
  desa: ["2", "5", "4", "6"],
  anggaran: ["14,2", "45,9", "52,5", "96,4"],
} as const;

/** Target, realisasi, capaian in percent, kategori; realisasi and capaian at two decimals. */
type Baris = readonly [target: number, realisasi: number, capaian: number, kategori: string];

/** What a table of the rekap says. */
export interface Lembar {
  readonly ikm: Baris;
  readonly waktu: Baris;
  readonly koordinasi: Baris;
  readonly desa: Baris;
  readonly anggaran: Baris;
  /** Mean capaian, each counted with 120 % at most. */
  readonly rataRata: number;
}

const TINGGI = "Tinggi";
const SEDANG = "Sedang";
const BAIK = "Sangat Tinggi";

export const HARAPAN: Readonly<Record<string, Lembar>> = {
  "Rekap TW I": {
    ikm: [80, 79.5, 99.38, BAIK], // 79.5 / 80
    waktu: [10, 11, 90, TINGGI], // (20 − 11) / 10
    koordinasi: [90, 90, 100, BAIK], // 36 / 40 = 90 of 90
    desa: [3, 2, 66.67, SEDANG], // 2 / 3
    anggaran: [15, 14.2, 94.67, BAIK], // 14.2 / 15
    rataRata: 90.14, // 450.72 / 5
  },
  "Rekap TW II": {
    ikm: [82, 83.1, 101.34, BAIK], // 83.1 / 82
    waktu: [10, 9.5, 105, BAIK], // (20 − 9.5) / 10
    koordinasi: [90, 95, 105.56, BAIK], // 95 / 90
    desa: [4, 5, 125, BAIK], // 5 / 4
    anggaran: [45, 45.9, 102, BAIK], // 45.9 / 45
    rataRata: 106.78, // (101.34 + 105 + 105.56 + 120 + 102) / 5
  },
  "Rekap TW III": {
    ikm: [86, 85.14, 99, BAIK], // the target is 86 by now: 85.14 / 86
    waktu: [10, 8.4, 116, BAIK], // (20 − 8.4) / 10
    koordinasi: [90, 93.75, 104.17, BAIK], // 93.75 / 90
    desa: [4, 4, 100, BAIK],
    anggaran: [70, 52.5, 75, SEDANG], // 52.5 / 70
    rataRata: 98.83, // 494.17 / 5
  },
  "Rekap TW IV": {
    ikm: [88, 87.3, 99.2, BAIK], // the target is 88 by now: 87.3 / 88
    waktu: [10, 10.7, 93, BAIK], // (20 − 10.7) / 10
    koordinasi: [90, 90.38, 100.43, BAIK], // 47 / 52 = 90.3846
    desa: [3, 6, 200, BAIK],
    anggaran: [95, 96.4, 101.47, BAIK], // 96.4 / 95
    rataRata: 102.82, // (99.2 + 93 + 100.43 + 120 + 101.47) / 5
  },
  "Semester I": {
    ikm: [82, 83.1, 101.34, BAIK], // where it stood last
    waktu: [10, 10.25, 97.5, BAIK], // mean of 11 and 9.5
    koordinasi: [90, 92.5, 102.78, BAIK], // 74 / 80
    desa: [7, 7, 100, BAIK], // 2 + 5 of 3 + 4
    anggaran: [45, 45.9, 102, BAIK], // running total
    rataRata: 100.72, // 503.62 / 5
  },
  "Semester II": {
    ikm: [88, 87.3, 99.2, BAIK],
    waktu: [10, 9.55, 104.5, BAIK], // mean of 8.4 and 10.7
    koordinasi: [90, 92, 102.22, BAIK], // 92 / 100
    desa: [7, 10, 142.86, BAIK], // 4 + 6 of 4 + 3
    anggaran: [95, 96.4, 101.47, BAIK],
    rataRata: 105.48, // (99.2 + 104.5 + 102.22 + 120 + 101.47) / 5
  },
  Tahunan: {
    ikm: [88, 87.3, 99.2, BAIK],
    waktu: [10, 9.9, 101, BAIK], // 39.6 / 4
    koordinasi: [90, 92.22, 102.47, BAIK], // 166 / 180
    desa: [14, 17, 121.43, BAIK],
    anggaran: [95, 96.4, 101.47, BAIK],
    rataRata: 104.83, // (99.2 + 101 + 102.47 + 120 + 101.47) / 5
  },
};

/** What the LKjIP prints: target, realisasi, capaian, kategori; and the four triwulan before the year. */
export const BARIS_LKJIP = [
  "Indeks Kepuasan Masyarakat (nilai) 88 (semula 85) 87,3 99,2 Sangat Tinggi",
  "Waktu layanan rata-rata (menit) ↓ 10 9,9 101 Sangat Tinggi",
  "Koordinasi yang ditindaklanjuti (persen) 90 92,22 102,47 Sangat Tinggi",
  "Pembinaan desa (kegiatan) 14 17 121,43 Sangat Tinggi",
  "Realisasi anggaran (persen) 95 96,4 101,47 Sangat Tinggi",
  "79,5 83,1 85,14 87,3 87,3 99,2 Sangat Tinggi",
  "10 11 9,5 8,4 10,7 9,9 101 Sangat Tinggi",
  "90 90 95 93,75 90,38 92,22 102,47 Sangat Tinggi",
  "14 2 5 4 6 17 121,43 Sangat Tinggi",
  "95 14,2 45,9 52,5 96,4 96,4 101,47 Sangat Tinggi",
  "Rata-rata capaian kinerja Tahun 2026 sebesar 104,83 % dengan kategori Sangat Tinggi",
  "Target Indeks Kepuasan Masyarakat berubah dalam tahun berjalan: Perubahan PK Nomor 45/2026 tanggal 15 September 2026, mulai TW III.",
  // (99.2 + 101) / 2; 250,000,000 × 100.1 % should have been spent
  "100,1 250.000.000 250.250.000 241.500.000 3,5",
  // (102.47 + 120) / 2; 180,000,000 × 111.24 %
  "111,24 180.000.000 200.232.000 165.600.000 17,3",
  "1 Program Pelayanan 250.000.000 241.500.000 96,6",
  "2 Program Pemerintahan 180.000.000 165.600.000 92",
  "3 Program Penunjang 620.000.000 605.100.000 97,6",
  "Jumlah 1.050.000.000 1.012.200.000 96,4",
  "Dari 5 indikator, 4 mencapai atau melampaui target, 1 belum mencapai target",
  "Disetujui Camat",
] as const;
