/** The sheet of figures as a workbook: what stands in it, and what is said about it. */
export const formatText = {
  kirim:
    "📄 **Format Excel — realisasi {{periode}}, {{jumlah}} indikator**\nIsi sel kuning, simpan, lalu kirim berkasnya kembali di percakapan ini.",

  judul: "FORMAT PENGUMPULAN DATA KINERJA — {{periode}}",
  unit: "Unit penyuplai data: {{jabatan}}",
  unitBatas: "Unit penyuplai data: {{jabatan}} — paling lambat {{batas}}",
  petunjukList: [
    "Isi sel kuning saja: angka (misalnya 84,5), nihil bila tidak ada yang dihitung, atau belum bila datanya belum ada. Sel yang dibiarkan kosong tetap ditunggu.",
    "Simpan sebagai .xlsx, lalu kirim kembali ke percakapan dengan sopir. Mohon tidak menyalinnya ke buku kerja lain.",
  ],
  no: "No",
  sasaran: "Sasaran",
  indikator: "Indikator Kinerja",
  targetTahunan: "Target Tahunan",
  target: "Target {{periode}}",
  realisasi: "Realisasi {{periode}}",
  realisasiRasio: "Realisasi {{periode}} (rasio: pembilang)",
  penyebut: "Penyebut (rasio saja)",
  keterangan: "Keterangan",
  satuan: "Satuan: {{satuan}}{{arah}}",
  lalu: "{{periode}} lalu: {{nilai}}",
  caraAngka: "{{diminta}} Tulis misalnya {{contoh}}, atau nihil, atau belum.",
  caraRasio:
    "{{diminta}} Pembilang di sini, penyebut di kolom sebelah kanan; atau nihil, atau belum.",
  caraPenyebut: "Penyebut dari pembilang di sebelah kiri, misalnya 40.",
  caraKeterangan:
    "Penghambat atau penjelasan, satu kalimat. Perlu bila capaiannya rendah atau turun.",
  selTerlaluPanjang: "Isinya terlalu panjang untuk sel ini.",

  terbaca: "✅ **Terbaca dari Excel: {{jumlah}} isian**",
  baris: "{{alamat}} {{nama}}: **{{nilai}}**{{asal}}{{rumus}}{{capaian}}{{keterangan}}",
  dariRumus: " dari rumus",
  keteranganSaja: "{{alamat}} {{nama}}: keterangan tersimpan — {{keterangan}}",
  keteranganMenunggu: "{{alamat}} {{nama}}: keterangan dicatat, menunggu angkanya",
  masalah: "⚠️ **Belum dicatat: {{jumlah}}**",
  kunci: "{{alamat}} {{nama}}{{rumus}}",
  selebihnya: "… dan {{rest}} lainnya.",
  kodeAsing:
    "Baris {{baris}}: indikator {{kode}} tidak ada dalam format Bapak/Ibu, jadi tidak dicatat.",
  tanpaKode: "Baris {{baris}}: bukan baris dari format ini, jadi tidak dicatat.",
  kodeGanda: "Baris {{daftar}}: {{nama}} ada lebih dari sekali, jadi belum dicatat.",
  rumus: "{{alamat}} berisi rumus tanpa hasil; mohon ketik {{apa}}.",
  tanggal: "{{alamat}} berisi tanggal {{tanggal}}; mohon ketik {{apa}}.",
  jam: "{{alamat}} berisi jam; mohon ketik {{apa}}.",
  logika: "{{alamat}} berisi TRUE/FALSE; mohon ketik {{apa}}.",
  galat: "{{alamat}} berisi kesalahan Excel; mohon ketik {{apa}}.",
  angkanya: "angkanya",
  keterangannya: "keterangannya",
  pembilangKosong: "{{alamat}} {{nama}}: pembilangnya belum diisi.",
  penyebutKosong: "{{alamat}} {{nama}}: penyebutnya belum diisi.",
  keteranganPanjang:
    "{{alamat}}: keterangan lebih dari {{batas}} huruf, jadi belum dicatat; mohon diringkas.",
  keteranganPendek: "{{alamat}}: keterangan {{teks}} belum berupa kalimat, jadi belum dicatat.",
  keteranganRahasia: "{{alamat}}: keterangan tidak dicatat; jangan menulis passphrase di mana pun.",

  usulan: `⚠️ **Tabel Excel ini bukan format dari sopir, jadi belum dicatat.**
Yang cocok untuk {{periode}}, dari kolom {{kolom}} ({{judul}}):`,
  usulanBaris: "Akan dicatat: {{jumlah}} isian",
  usulanMasalah: "Akan ditanyakan: {{jumlah}}",
  usulanRagu: "Baris {{daftar}}: dapat berarti lebih dari satu indikator, jadi tidak dicatat.",
  usulanLain: "{{jumlah}} baris lain bukan indikator Bapak/Ibu.",
  usulanTanya: "Periksa angkanya, lalu pilih.",
  usulanCatat: "Catat",
  usulanBukti: "Jadikan bukti {{nama}}",
  usulanAbaikan: "Jangan dicatat",
  usulanDiabaikan: "Tabel Excel itu tidak dicatat; tidak ada yang berubah.",

  kosong: "Format Excel itu belum berisi angka; tidak ada yang berubah.",
} as const;
