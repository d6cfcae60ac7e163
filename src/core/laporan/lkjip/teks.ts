/** Every sentence of the yearly report. Where nothing is known, the sentence says so. */
export const lkjipText = {
  judulSampul: "LAPORAN KINERJA INSTANSI PEMERINTAH",
  singkatan: "(LKjIP)",
  kaki: "{{kantor}} · LKjIP Tahun {{tahun}}",
  daftarIsi: "DAFTAR ISI",

  kataPengantar: "KATA PENGANTAR",
  pengantarSyukur:
    "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena Laporan Kinerja Instansi Pemerintah (LKjIP) {{kantor}} Tahun {{tahun}} dapat disusun.",
  pengantarMaksud:
    "Laporan ini adalah pertanggungjawaban atas pelaksanaan tugas dan penggunaan anggaran dalam mencapai sasaran yang diperjanjikan, sebagaimana diatur dalam Peraturan Presiden Nomor 29 Tahun 2014 dan Peraturan Menteri PANRB Nomor 53 Tahun 2014.",
  pengantarData:
    "Data kinerja dihimpun dari setiap penanggung jawab indikator; angka dalam laporan ini menurut keadaan hari {{waktu}}.",
  pengantarHarap:
    "Semoga laporan ini bermanfaat bagi perbaikan perencanaan dan kinerja pada tahun berikutnya.",

  bab1: "BAB I PENDAHULUAN",
  gambaran: "A. Gambaran Umum Organisasi",
  kedudukan: "{{kantor}} adalah perangkat daerah pada Pemerintah {{kabupaten}}{{alamat}}.",
  beralamat: ", beralamat di {{alamat}}",
  pegawai: "Jumlah pegawai: {{jumlah}} orang.",
  tugas: "Tugas pokok: {{tugas}}",
  fungsi: "Dalam melaksanakan tugas tersebut, {{kantor}} menyelenggarakan fungsi:",
  pejabat: "Pejabat dan pelaksana yang terdaftar dalam pengumpulan data kinerja:",
  profilKosong: "Belum tercatat, dilengkapi oleh kantor: {{apa}}.",
  isu: "B. Aspek dan Isu Strategis",
  isuPengantar: "Permasalahan utama (isu strategis) yang dihadapi:",
  isuKosong: "Isu strategis belum tercatat, dilengkapi oleh kantor.",
  dasar: "C. Dasar Penyusunan",
  dasarPerpres:
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
  dasarPermen:
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah;",
  dasarSop: "Standar Operasional Prosedur {{nama}}.",
  sistematika: "D. Sistematika Laporan",
  sistematikaBab1: "Bab I Pendahuluan: organisasi, isu strategis, dan dasar penyusunan.",
  sistematikaBab2: "Bab II Perencanaan Kinerja: ringkasan Perjanjian Kinerja.",
  sistematikaBab3: "Bab III Akuntabilitas Kinerja: capaian kinerja dan realisasi anggaran.",
  sistematikaBab4: "Bab IV Penutup: simpulan dan langkah perbaikan.",

  bab2: "BAB II PERENCANAAN KINERJA",
  pk: "Ringkasan Perjanjian Kinerja",
  pkPengantar:
    "Perjanjian Kinerja {{kantor}} Tahun {{tahun}} memuat {{sasaran}} sasaran yang diukur dengan {{indikator}} indikator:",
  pkKosong: "Indikator tahun {{tahun}} belum tercatat, dilengkapi oleh kantor.",

  bab3: "BAB III AKUNTABILITAS KINERJA",
  capaian: "A. Capaian Kinerja Organisasi",
  sasaran: "Sasaran {{no}}: {{nama}}",
  analisis1: "1. Target dan realisasi tahun {{tahun}}",
  analisis2: "2. Perbandingan dengan tahun sebelumnya",
  analisis3: "3. Perbandingan dengan target jangka menengah",
  analisis4: "4. Perbandingan dengan standar nasional",
  analisis5: "5. Penyebab keberhasilan atau kegagalan dan solusi",
  analisis6: "6. Efisiensi penggunaan sumber daya",
  analisis7: "7. Program dan kegiatan penunjang",
  belumLengkap:
    "{{nama}}: baru {{terisi}} dari {{dari}} periode terisi; capaian dihitung terhadap target periode yang terisi.",
  tanpaCapaian: "{{nama}}: {{alasan}}.",
  bukti: "Bukti dukung yang tersimpan untuk sasaran ini: {{jumlah}} berkas.",
  buktiKosong: "Belum ada bukti dukung yang tersimpan untuk sasaran ini.",
  tahunLaluKosong:
    "Realisasi tahun sebelumnya untuk indikator sasaran ini belum tercatat, dilengkapi oleh kantor bila ada.",
  membaik: "membaik",
  menurun: "menurun",
  tetap: "tetap",
  rpjmdKosong:
    "Target jangka menengah (Renstra atau RPJMD) untuk indikator sasaran ini belum tercatat, dilengkapi oleh kantor.",
  nasionalKosong:
    "Standar nasional untuk indikator sasaran ini belum tercatat; bila ada, dibandingkan oleh kantor.",
  pendukung: "Faktor pendukung: {{teks}}",
  penghambat: "Faktor penghambat: {{teks}}",
  tindakLanjut: "Solusi dan tindak lanjut: {{teks}}",
  pelaksanaan: "Tindak lanjut {{periode}} “{{tindakLanjut}}”: {{hasil}}.",
  catatan: "Catatan selama tahun berjalan: {{teks}}",
  sebabDiminta: "Capaian di bawah {{ambang}} %; penyebabnya belum dijelaskan.",
  sebabKosong:
    "Penyebab keberhasilan atau kegagalan dan solusi yang belum disebut dilengkapi oleh kantor.",
  efisiensiKosong: "Anggaran program penunjang sasaran ini belum tercatat, dilengkapi oleh kantor.",
  efisiensiTanpaCapaian:
    "Capaian sasaran ini belum dapat dihitung, sehingga efisiensinya belum dapat dinilai.",
  efisiensiRumus:
    "Efisiensi = (pagu × capaian − realisasi) ÷ (pagu × capaian) × 100 %, mengikuti pengukuran efisiensi dalam Peraturan Menteri Keuangan Nomor 22/PMK.02/2021; di bawah nol berarti lebih besar daripada yang seharusnya.",
  programKosong:
    "Program dan kegiatan penunjang sasaran ini belum tercatat, dilengkapi oleh kantor.",
  anggaran: "B. Realisasi Anggaran",
  anggaranKosong: "Realisasi anggaran belum tercatat, dilengkapi oleh kantor dari DPA.",
  anggaranJumlah: "Jumlah",
  anggaranLalu:
    "Pada tahun {{tahun}} pagunya Rp{{pagu}} dengan realisasi Rp{{realisasi}} ({{persen}} %).",

  bab4: "BAB IV PENUTUP",
  simpulan:
    "Dari {{sasaran}} sasaran, {{tercapai}} mencapai target (rata-rata capaian 100 % atau lebih), {{belum}} belum mencapai target, dan {{tanpa}} belum dapat diukur.",
  simpulanIndikator:
    "Dari {{indikator}} indikator, {{tercapai}} mencapai atau melampaui target, {{belum}} belum mencapai target (di antaranya {{rendah}} dengan capaian di bawah {{ambang}} %), dan {{tanpa}} belum dapat diukur.",
  tindakLanjutTabel: "Indikator yang memerlukan tindak lanjut:",
  tindakLanjutTiada: "Tidak ada indikator dengan capaian di bawah {{ambang}} %.",
  pelaksanaanTabel: "Pelaksanaan tindak lanjut yang ditetapkan pada periode sebelumnya:",
  hasilRapat: "Keputusan rapat internal:",
  perbaikan: "Langkah perbaikan tahun berikutnya yang belum disebut dilengkapi oleh kantor.",

  lampiranPk: "LAMPIRAN 1 PERJANJIAN KINERJA TAHUN {{tahun}}",
  lampiranPkCatatan:
    "Menurut indikator yang tercatat; naskah Perjanjian Kinerja yang ditandatangani dilampirkan oleh kantor.",
  lampiranUkur: "LAMPIRAN 2 PENGUKURAN KINERJA TAHUN {{tahun}}",
} as const;

/** What is left open in it, as a list of open parts names it. */
export const bagianText = {
  profil: "profil organisasi",
  isu: "isu strategis",
  pk: "Perjanjian Kinerja",
  tahunLalu: "tahun sebelumnya",
  rpjmd: "target jangka menengah",
  nasional: "standar nasional",
  sebab: "penyebab dan solusi",
  efisiensi: "efisiensi",
  program: "program penunjang",
  anggaran: "anggaran",
  perbaikan: "langkah perbaikan",
} as const;
