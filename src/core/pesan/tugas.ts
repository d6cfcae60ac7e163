/** Lists of what a person owes. */
export const tugasText = {
  baris: "{{nomor}}. {{judul}} — batas {{waktu}}",
  barisLewat: "{{nomor}}. {{judul}} — ⚠️ lewat sejak {{waktu}}",
  barisTanpaTenggat: "{{nomor}}. {{judul}}",
  kurang: "Realisasi {{periode}}, kurang {{jumlah}} indikator",
  tinggalKirim: "Realisasi {{periode}}, tinggal dikirim",
  pantau: "Pengumpulan realisasi {{periode}}, {{jumlah}} unit belum mengirim",
  baca: "Laporan {{periode}}, untuk dibaca",
  meja: "{{uraian}} ({{periode}})",
  kepala: "📋 **Tugas Bapak/Ibu — {{jumlah}}**",
  kosong: "✅ **Tidak ada tugas** yang menunggu Bapak/Ibu saat ini.",
  kosongLanjut: "Perkembangan kantor: /status.",
  menunggu: "Yang menunggu Bapak/Ibu sekarang:",
  kerjakan: "Kerjakan {{nomor}}",
  kerjakanSatu: "Kerjakan sekarang",
  bantuan: "Ketik /bantuan untuk melihat yang dapat dilakukan.",
} as const;
