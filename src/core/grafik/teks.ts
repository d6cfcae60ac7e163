/** Every word on a chart that is not a name or a figure; charts speak the language of papers. */
export const grafikText = {
  capaian: (periode: string): string => `Capaian per sasaran, ${periode}`,
  tren: (kode: string, nama: string): string => `${kode} ${nama}`,
  papan: (sop: string, periode: string): string => `Papan SOP ${sop}, ${periode}`,
  ketepatan: (periode: string): string => `Ketepatan waktu per langkah, ${periode}`,

  capaianKantor: (periode: string): string => `Capaian per kantor, ${periode}`,
  ketepatanKantor: (): string => "Keterlambatan per kantor",
  terisi: (kategori: string, terisi: number, jumlah: number): string =>
    `${kategori}, ${terisi} dari ${jumlah} indikator`,
  rataRataKantor: "Rata-rata capaian yang sudah masuk; diarsir: ada indikator yang perlu perhatian",
  arsirTerlambat: "Hari kerja sesudah batas, yang terlama; jingga diarsir: terlambat",
  keadaan: {
    terlambat: "terlambat",
    "belum-mulai": "belum mulai",
    berjalan: "berjalan",
    selesai: "selesai",
    "tidak-aktif": "tidak aktif",
  },

  unit: (jabatan: string): string => `Indikator ${jabatan} saja`,
  rataRata: (persen: string, batas: string): string =>
    `Rata-rata ${persen} %; dalam rata-rata satu indikator dihitung paling tinggi ${batas} %`,
  arsirCapaian: (ambang: string): string => `Diarsir: capaian di bawah ${ambang} %`,
  angkaPer: (waktu: string): string => `Angka per ${waktu}`,
  keadaanPer: (waktu: string): string => `Keadaan per ${waktu}`,

  makinKecil: "Makin kecil makin baik",
  kumulatif: "Angka kumulatif sejak Januari",
  nihil: "nihil",
  belum: "belum ada",

  langkah: (no: string, uraian: string): string => `${no}. ${uraian}`,
  sekarang: "sekarang",
  batasPeriode: "batas periode",
  papanWarna: "Biru: sampai tenggat; jingga: sesudahnya. Garis tegak pada batang: tenggat",
  menyusul: (baku: string | null): string =>
    baku === null ? "menyusul" : `menyusul, baku ${baku}`,
  otomatis: "otomatis",
  selesai: (waktu: string): string => `selesai ${waktu}`,
  selesaiTerlambat: (waktu: string, batas: string): string => `selesai ${waktu}, batas ${batas}`,
  terkirim: (waktu: string): string => `terkirim ${waktu}`,
  terkirimTerlambat: (waktu: string, batas: string): string => `terkirim ${waktu}, batas ${batas}`,
  ditutup: (waktu: string): string => `ditutup ${waktu}`,
  berjalan: (batas: string | null): string =>
    batas === null ? "berjalan" : `berjalan, batas ${batas}`,
  lewat: (batas: string): string => `LEWAT batas ${batas}`,

  mutuBaku: "mutu baku",
  terpakai: (terpakai: string, baku: string, kali: number): string =>
    `${terpakai} dari ${baku}${kali > 1 ? ` (${kali} kali)` : ""}`,
  menitKerja: "Waktu kerja yang terpakai, dibandingkan mutu baku; 1 hari = 7 jam 30 menit",
  arsirKetepatan: "Jingga diarsir: melampaui mutu baku",
  dipotong: (persen: string): string => `»: batang dipotong pada ${persen} %`,
  tanpaBaku: (langkahList: string): string => `Tanpa mutu baku: langkah ${langkahList}`,
} as const;
