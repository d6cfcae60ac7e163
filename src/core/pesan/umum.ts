/** Small pieces several texts share. */
export const umumText = {
  sistem: "sistem",
  pukul: "pukul {{jam}}",
  padaWaktu: "pada {{waktu}}",
  batal: "Batal",
  dipilih: "Dipilih: {{judul}}",
  ditinggalkan: "Yang tadi belum selesai ditinggalkan; yang sudah tersimpan tetap ada.",
  isianDitinggalkan: "Isian yang sudah masuk tersimpan. Lanjutkan kapan saja dengan /isi.",
  formulirDitinggalkan: "Isian yang sudah masuk tersimpan. Lanjutkan kapan saja lewat /tugas.",
  dibatalkan: "✅ Dibatalkan. Tidak ada yang berubah.",
  tidakAdaDialog: "Tidak ada yang sedang dikerjakan. Tugas Bapak/Ibu: /tugas.",
  posisi: "Sekarang: {{uraian}}, langkah {{ke}} dari {{dari}}, pada {{pemegang}}.",
  posisiSelesai: "Berkas {{periode}} selesai. Rekap: /rekap.",
  posisiBatal: "Berkas {{periode}} dibatalkan.",
  unitLain: "{{jumlah}} unit",
  tanpaPemegang: "belum ada pemegang",
} as const;
