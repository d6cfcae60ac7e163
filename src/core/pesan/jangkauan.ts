/** Somebody cannot be written to, and can again. */
export const jangkauanText = {
  takTerjangkau: `⚠️ **{{jabatan}} tidak terjangkau**
{{saluran}} menolak pesan untuknya sejak {{waktu}}: percakapan ini diblokir, atau akunnya tidak aktif lagi.`,
  tugasnya: "Yang menunggu jawabannya:",
  mohonHubungi:
    "Mohon yang bersangkutan dihubungi langsung agar membuka blokir atau menghubungkan akun lain. Tugasnya tetap terbuka dan disampaikan lagi begitu ia terjangkau.",
  beralih: `⚠️ **{{saluran}} Bapak/Ibu tidak terjangkau**
Pesan di sana ditolak; tugas dan pengingat selanjutnya dikirim ke sini.`,
  kembali: "✅ **Bapak/Ibu terjangkau lagi**",
  tertahan: "Yang tidak sampai sementara itu:",
  tertahanBaris: "· {{judul}}",
  tertahanLain: "· dan {{jumlah}} lagi",
  tertahanLanjut: "Selengkapnya: /status dan /dokumen.",
  semuaTugas: "Semua tugas yang menunggu: /tugas.",
  lihatStatus: "Lihat status",
} as const;
