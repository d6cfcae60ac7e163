/** Why a code of an invitation is not taken. */
export const kodeText = {
  "kode-salah":
    "Kode undangan itu tidak dikenal. Periksa kembali penulisannya, lalu kirim /start KODE.",
  "kode-kedaluwarsa":
    "Kode undangan itu sudah lewat masa berlakunya. Mintalah kode baru kepada admin kantor.",
  "kode-terpakai":
    "Kode undangan itu sudah dipakai. Mintalah kode baru kepada admin kantor bila akun ini milik Bapak/Ibu.",
  "terlalu-sering": "Terlalu banyak percobaan. Mohon tunggu sebentar, lalu coba lagi.",
} as const;

/** What people without an account read. */
export const strangerText = {
  "tanpa-kode":
    "Akun ini belum terhubung. Mintalah kode undangan kepada admin kantor, lalu kirim /start KODE.",
  ...kodeText,
} as const;

/** What a group reads, once. */
export const groupText =
  "Di grup tidak ada yang dicatat atau dijawab. Mohon kirim pesan langsung kepada nomor atau bot ini.";

/** Linking, profile and unlinking. */
export const akunText = {
  terhubung: `✅ **Akun terhubung**
Selamat datang, {{jabatan}} ({{kantor}}).
{{kegunaan}} Tidak perlu kata sandi.`,
  kegunaanPengisi:
    "Di sini Bapak/Ibu mengisi realisasi indikator, menerima tugas SOP, dan mengirim bukti dukung.",
  kegunaanPengumpul: "Di sini Bapak/Ibu menerima tugas SOP dan memantau pengumpulan realisasi.",
  kegunaanPemeriksa: "Di sini Bapak/Ibu menerima tugas SOP dan memutuskannya dengan satu jawaban.",
  kegunaanPenerima: "Di sini Bapak/Ibu menerima laporan dan mengonfirmasi penerimaannya.",
  tanpaTugas: "Saat ini tidak ada tugas. Ketik /bantuan kapan saja.",
  menu: "**{{nama}}** — {{kantor}}",
  profil: `**Profil**
Nama: {{nama}}
Jabatan: {{jabatan}}
Kantor: {{kantor}}, {{kabupaten}}{{nip}}`,
  akunKepala: "**Akun terhubung**",
  akun: "{{saluran}}: {{peran}}{{ini}}",
  utama: "utama",
  cadangan: "cadangan",
  iniJuga: ", percakapan ini",
  takTerjangkau: ", ⚠️ tidak terjangkau",
  saranCadangan:
    "Pesan dikirim ke akun utama; bila tidak sampai, ke cadangan. Jawaban dari akun mana pun berlaku.",
  tanpaCadangan: "Pesan dikirim ke sini. Akun lain milik Bapak/Ibu dapat menjadi cadangan.",
  hubungkan: "Hubungkan akun lain",
  kodeSendiri: `✅ **Kode untuk akun lain milik Bapak/Ibu**
Kode: **{{kode}}**, sekali pakai, berlaku sampai {{waktu}}. Jangan diberikan kepada orang lain.
Dari akun itu, kirim: /start {{kode}}`,
  utamakan: "Utamakan {{saluran}}",
  diutamakan: "✅ Mulai sekarang tugas dan pengingat dikirim ke {{saluran}}.",
  berpindah: "Tugas dan pengingat selanjutnya dikirim ke {{saluran}}.",
  tanyaPindah: `⚠️ **Ponsel ini terhubung sebagai {{lama}}**
Kode itu untuk {{baru}}. Pindahkan ponsel ini ke {{baru}}? Tugas {{lama}} tidak lagi sampai di sini; isiannya tetap ada.`,
  pindahkan: "Pindahkan",
  tidakPindah: "Tidak jadi",
  pindah: `✅ **Ponsel ini sekarang terhubung sebagai {{baru}}** ({{kantor}})
Tugas {{lama}} tidak lagi dikirim ke sini. Tugas Bapak/Ibu: /tugas.`,
  pindahLama: `⚠️ **Satu ponsel Bapak/Ibu dipindahkan**
Ponsel itu sekarang terhubung sebagai {{baru}}. Bila ini keliru, hubungi admin kantor.`,
  pindahAdmin: `⚠️ **Ponsel {{lama}} dipindahkan**
Ponsel itu sekarang terhubung sebagai {{baru}}, dengan kode undangan. Bila {{lama}} memerlukan akun, ketik /undang.`,
  nip: "\nNIP: {{nip}}",
  putuskan: "Putuskan akun",
  tanyaPutuskan: `⚠️ **Putuskan akun ini?**
Tugas dan pengingat tidak lagi sampai di percakapan ini. Isian yang sudah tersimpan tetap ada.
Untuk terhubung kembali diperlukan kode undangan baru dari admin.`,
  yaPutuskan: "Ya, putuskan",
  tidakPutuskan: "Tidak jadi",
  terputus: `✅ **Akun diputuskan**
Untuk terhubung kembali, mintalah kode undangan kepada admin kantor.`,
} as const;

/** Inviting a colleague. */
export const undanganText = {
  tanya: `✍️ **Undang siapa?**
{{jumlah}} orang belum punya akun. Pilih namanya, atau ketik /undang diikuti nama jabatannya.`,
  habis: "✅ Semua pegawai di kantor ini sudah punya akun.",
  kode: `✅ **Undangan untuk {{jabatan}}**
Kode: **{{kode}}**, sekali pakai, berlaku sampai {{waktu}}.
Sampaikan langsung kepada yang bersangkutan; ia cukup mengirim: /start {{kode}}`,
} as const;
