/** The first walk through a triwulan, as the simulator's page proposes it. */
export const panduanText = {
  buka: "Majukan jam sampai kantor buka (tombol +15 menit). Pengumpulan {{periode}} dibuka sendiri.",
  isi: "Di ponsel {{nama}} tekan Mulai isi, jawab tiap angka dengan satu ketukan, lalu Kirim.",
  isiSelesai: "Satu unit sudah mengirim realisasinya.",
  lain: "Lanjutkan dengan unit lain: {{sudah}} dari {{jumlah}} sudah mengirim.",
  lainSelesai: "Pengumpulan selesai; rekap dan draf disusun sendiri.",
  realisasi: "Isi realisasi lalu kirim.",
  kompilasi: "Di ponsel {{nama}} periksa rekapnya, lalu tekan ✅ Rekap sesuai.",
  penyusunan: "Di ponsel {{nama}} buka draf dan rekapnya, lalu tekan ✅ Teruskan.",
  sosialisasi: "Di ponsel {{nama}} tekan ✅ Setuju; para pejabat menerima drafnya.",
  keputusan: "Di ponsel {{nama}} tekan ✅ Setuju, atau ↩️ Kembalikan dengan satu kalimat alasan.",
  formulir: "Di ponsel {{nama}} periksa isiannya, lalu pilih tombol yang ditawarkan.",
  selesai: "Selesai. Ketik /rekap di ponsel {{nama}} untuk mengunduh rekap Excel-nya.",
} as const;
