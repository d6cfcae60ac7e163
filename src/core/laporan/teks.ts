/** Every sentence of the period report. */
export const laporanText = {
  judul: "LAPORAN KINERJA {{periode}}",
  konsep: "KONSEP",
  draf: "KONSEP / {{versi}}",
  drafKe: "Draf {{versi}}",
  identitas: "Identitas Laporan",
  ringkasan: "Ringkasan",
  tabel: "Capaian Kinerja {{periode}}",
  analisis: "Analisis Capaian per Sasaran",
  faktor: "Faktor Pendukung, Penghambat, dan Tindak Lanjut",
  pelaksanaan: "Tindak Lanjut Periode Lalu",
  hasilRapat: "Hasil Rapat Internal",
  pengesahan: "Pengesahan",

  rataRata:
    "Rata-rata capaian kinerja {{periode}} sebesar **{{persen}} %** dengan kategori **{{kategori}}**{{perbandingan}}. Dalam rata-rata ini capaian satu indikator diperhitungkan paling tinggi {{batas}} %; capaian tiap indikator pada tabel ditampilkan apa adanya.",
  rataRataKosong:
    "Rata-rata capaian kinerja {{periode}} belum dapat dihitung karena belum ada realisasi yang dapat diukur.",
  perbandinganNaik: ", naik {{selisih}} poin dibandingkan {{sebelumnya}} ({{persen}} %)",
  perbandinganTurun: ", turun {{selisih}} poin dibandingkan {{sebelumnya}} ({{persen}} %)",
  perbandinganTetap: ", sama dengan {{sebelumnya}}",
  terisi: "Dari {{jumlah}} indikator, {{terisi}} telah terisi{{diLuar}}.",
  terisiNihil: "{{nihil}} nihil, tidak dihitung",
  terisiTanpaCapaian: "{{tanpaCapaian}} tanpa capaian",
  tepatWaktu: " {{tepat}} dari {{unit}} penanggung jawab mengirim tepat waktu.",
  perhatian: "Indikator yang memerlukan perhatian (capaian di bawah {{ambang}} %):",
  perhatianButir: "**{{nama}}**: {{persen}} % ({{kategori}}).",
  perhatianKosong: "Tidak ada indikator dengan capaian di bawah {{ambang}} %.",
  belumTerisi: "Indikator yang belum terisi: {{nama}}.",

  catatanNilai:
    "Angka 0 adalah nilai nol; “nihil” berarti tidak ada yang dihitung pada periode itu, sehingga target dan angkanya tidak ikut; “belum” berarti datanya belum ada; kosong berarti belum diisi.",
  catatanTurun:
    "↓ Makin kecil makin baik: (2 × target − realisasi) ÷ target × 100, paling rendah 0, kecuali rumus lain ditetapkan.",
  catatanLengkap:
    "Bila belum lengkap, target pembanding hanya menghitung {{istilah}} yang sudah terisi.",
  perubahanTarget: "Target {{nama}} berubah dalam tahun berjalan: {{dasar}}.",
  targetSemula: " (semula {{semula}})",
  tanpaIndikator: "Belum ada indikator untuk periode ini.",

  faktorCatatan:
    "Menurut penjelasan penanggung jawab saat pengisian. Kolom yang kosong belum dijelaskan dan dapat dilengkapi.",
  faktorKosong:
    "Tidak ada indikator yang capaiannya memerlukan penjelasan, dan tidak ada faktor yang dicatat.",

  sasaran: "Diukur dengan {{jumlah}} indikator; rata-rata capaian {{persen}} % ({{kategori}}).",
  sasaranKosong: "Diukur dengan {{jumlah}} indikator; capaiannya belum dapat dihitung.",
  indikator:
    "**{{nama}}**: target {{target}}, realisasi {{realisasi}}; capaian {{persen}} % ({{kategori}}){{melampaui}}.",
  indikatorKosong: "**{{nama}}**: target {{target}}, {{alasan}}.",
  tanpaTarget: "belum ditetapkan",
  realisasiTanpaCapaian: "realisasi {{realisasi}}; {{alasan}}",
  melampaui: ", melampaui target",
  sebelumnyaNaik: "Dibandingkan {{sebelumnya}}{{realisasi}}, capaian naik {{selisih}} poin.",
  sebelumnyaTurun: "Dibandingkan {{sebelumnya}}{{realisasi}}, capaian turun {{selisih}} poin.",
  sebelumnyaTetap: "Dibandingkan {{sebelumnya}}{{realisasi}}, capaian tetap.",
  realisasiSebelumnya: " (realisasi {{realisasi}})",
  terhadapTahun:
    "Terhadap target tahunan {{target}}, capaian sampai dengan periode ini {{persen}} %.",
  penghambat: "Penghambat: {{keterangan}}",
  penghambatKosong: "Penghambat belum dijelaskan.",
  keterangan: "Keterangan: {{keterangan}}",
  pendukung: "Pendukung: {{pendukung}}",
  tindakLanjut: "Tindak lanjut: {{tindakLanjut}}",

  disetujui: "Laporan ini telah disetujui oleh {{jabatan}} pada hari {{waktu}}.",
  belumDisetujui: "Laporan ini masih berupa konsep dan belum disetujui.",
  ditandatangani: "Penandatanganan laporan ini oleh {{jabatan}} tercatat pada hari {{waktu}}.",
  ketukan: "Disetujui secara internal melalui aplikasi\n{{waktu}}",
  ketukanTandaTangan: "Penandatanganan tercatat dalam aplikasi\n{{waktu}}",
  statusDitandatangani: "Penandatanganan {{jabatan}} tercatat {{waktu}}",
  statusDisetujui: "Disetujui {{jabatan}}, {{waktu}}",
  statusDraf: "{{versi}}, belum disetujui",
  statusKonsep: "Konsep, belum disetujui",
  kaki: "{{kantor}} · Laporan Kinerja {{periode}} · dibuat {{tanggal}}",
} as const;
