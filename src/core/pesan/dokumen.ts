/** The papers of a berkas, listed and handed out. */
export const dokumenText = {
  kosong: "📄 **Belum ada dokumen.** Dokumen dibuat selama berkas berjalan; lihat /status.",
  pilihBerkas: "📄 **Dokumen**\nBerkas yang mana?",
  tombolBerkas: "{{periode}} — {{sop}}",
  kepala: "📄 **Dokumen {{periode}}** — {{sop}}",
  baris: "{{nomor}}. {{judul}}{{surat}} — {{oleh}}{{waktu}}{{perubahan}}",
  versi: "Laporan, {{sebutan}}",
  versiAkhir: "Laporan, {{sebutan}} (akhir)",
  lanjut: "Pilih dokumen untuk menerimanya.",
  lama: "{{rest}} dokumen lebih lama",
  lampiran: "📄 **{{judul}}** {{periode}} — {{bentuk}} terlampir.",
} as const;
