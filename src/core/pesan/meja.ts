/** Answers at a desk: agreeing, returning, closing a collection, nudging, looking at the figures. */
export const mejaText = {
  tercatat: "✅ **Tercatat.**",
  dibaca: "✅ Terima kasih, sudah tercatat dibaca.",
  hadir: "✅ Terima kasih, kehadiran Bapak/Ibu sudah tercatat.",
  berhalangan: "Terima kasih, sudah tercatat berhalangan.",
  dikembalikan: "↩️ **Dikembalikan**{{putaran}}. Catatan Bapak/Ibu sudah diteruskan.",
  putaran: " untuk kali ke-{{ke}}",
  tanyaAlasan: `↩️ **Mengembalikan {{periode}}**
Apa yang perlu diperbaiki? Satu kalimat, akan diteruskan ke {{tujuan}}.`,
  tanyaUnit: `↩️ **Mengembalikan {{periode}}**
Realisasi siapa yang perlu diperbaiki?`,
  semuaUnit: "Semua unit",
  tanyaTutup: `⚠️ **Tutup pengumpulan {{periode}}**
Belum mengirim: {{belum}}. Berkas dilanjutkan tanpa angka mereka.
Apa alasannya? Satu kalimat, akan disampaikan kepada mereka.`,
  tanyaTutupLengkap: `⚠️ **Tutup pengumpulan {{periode}}**
Apa alasannya? Satu kalimat cukup.`,
  tanyaHentikan: `⚠️ **Menghentikan berkas {{periode}}** — {{sop}}
Berkas tidak dapat dilanjutkan lagi; angka yang sudah masuk tetap tersimpan, nomor suratnya tercatat batal.
Apa alasannya? Satu kalimat, akan disampaikan kepada semua yang sedang ditunggu.`,
  dihentikan:
    "✅ **Berkas {{periode}} dihentikan.** Yang sedang ditunggu sudah diberi tahu. Membuka yang baru: /mulai.",
  ditutup: "✅ **Pengumpulan ditutup.**",
  colek: `⏰ **{{judul}}** — masih ditunggu
{{pengirim}} mengingatkan dengan hormat{{batas}}.
Pilih Kerjakan sekarang; bila ada kendala, mohon sampaikan kepada {{pengirim}}.`,
  colekBatas: "; batas {{waktu}}",
  colekLewat: "; batasnya {{waktu}}",
  colekTerkirim: "✅ **Pengingat dikirim** kepada {{nama}}.",
  colekTakTerjangkau: "Tidak terjangkau, mohon diingatkan langsung: {{nama}}.",
  colekTanpaAkun: "Belum punya akun, mohon diingatkan langsung: {{nama}}.",
  angkaKepala: "📄 **Semua angka {{periode}}**",
  angkaBaris: "{{nomor}}. {{nama}}: **{{nilai}}** / {{target}} {{satuan}} — {{capaian}}",
  angkaKosong: "belum ada",
  angkaNihil: "nihil",
  angkaLanjut: "Rincian ada pada rekap terlampir.",
} as const;
