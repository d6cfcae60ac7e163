import type { SebabTegas, SebabTolak } from "../formulir/baca.ts";
import type { TipeIsian } from "../formulir/nilai.ts";

/** What the person is asked while filling in a form, one field a message. */
export const formulirText = {
  tanya: "✍️ **Isian {{ke}} dari {{dari}} — {{nama}}**\n{{tanya}}",
  usulan: "Usulan:",
  sekarang: "Sekarang:",
  calon: "{{nomor}}. {{jabatan}}",
  pakai: "Pakai usulan",
  tetap: "Tetap",
  lewati: "Lewati",
  selesai: "Selesai",
  betul: "Betul",
  ketikUlang: "Ketik ulang",
  tersimpan: "✅ **Isian tersimpan.**",
  ubah: "✅ **Diubah: {{lalu}} → {{nilai}}** — {{nama}}",
  berkasBanyak: "✅ {{banyak}} berkas tersimpan ({{jumlah}} berkas).",
  berkasTersimpan: "✅ {{berkas}} tersimpan ({{jumlah}} berkas).",
  semua: "Semua",
} as const;

/** How to answer, by kind of field. */
export const caraText: { readonly [T in TipeIsian]: string } = {
  teks: "Ketik jawabannya.",
  daftar: "Ketik satu butir tiap baris.",
  tanggal: "Ketik tanggalnya, misalnya 26 November 2026 atau Kamis.",
  jam: "Ketik jamnya, misalnya 09.00.",
  angka: "Ketik angkanya.",
  pilihan: "Pilih salah satu.",
  pegawai: "Ketik nomornya, misalnya 1, 3, 4.",
  berkas: "Kirim foto atau berkasnya.",
  nomor: "Nomor diambil dari register saat dikirim. Ketik nomor urut hanya bila sudah ditetapkan.",
};

/** One sentence for each answer that cannot be taken. */
export const tolakText: { readonly [S in SebabTolak]: string } = {
  "teks-terlalu-panjang": "Mohon diringkas, paling banyak {{batas}} huruf.",
  "tanggal-tidak-terbaca": "Tanggalnya belum terbaca. Contoh: 26 November 2026, 26-11, atau Kamis.",
  "jam-tidak-terbaca": "Jamnya belum terbaca. Contoh: 09.00 atau 13.30.",
  "bilangan-tidak-terbaca": "Angkanya belum terbaca. Ketik angka saja, misalnya 3.",
  "bilangan-dua-cara": "Terbaca {{pilihan}}. Mohon tulis tanpa titik ribuan.",
  "bilangan-di-luar-batas": "Angka itu di luar batas ({{min}} s.d. {{maks}}). Mohon ketik kembali.",
  "pegawai-tidak-terbaca":
    "Belum jelas siapa yang dimaksud. Ketik nomornya dari daftar, misalnya 1, 3.",
  "berkas-ditunggu": "Mohon kirim foto atau berkasnya, atau pilih Lewati.",
  "bukan-pilihan": "Mohon pilih salah satu di bawah ini, atau /batal.",
  "nomor-tidak-terbaca": "Ketik nomor urutnya saja, misalnya 12, atau pilih Pakai usulan.",
  "nomor-terpakai":
    "Nomor {{nomor}} sudah terpakai dalam register. Nomor bebas berikutnya: {{berikut}}.",
};

/** What is asked back before an unusual answer is taken. */
export const tegasText: { readonly [S in SebabTegas]: string } = {
  "tanggal-lampau": "⚠️ {{nilai}} sudah lewat. Betul tanggal itu?",
  "hari-libur": "⚠️ {{nilai}} hari libur ({{libur}}). Betul tanggal itu?",
  "akhir-pekan": "⚠️ {{nilai}} bukan hari kerja. Betul tanggal itu?",
  "bilangan-bersisa": "⚠️ Terbaca {{nilai}}; {{sisa}} tidak terbaca. Betul {{nilai}}?",
  "satuan-lain":
    "⚠️ Terbaca {{nilai}}; satuannya {{satuan}}, tertulis {{lain}}. Betul {{nilai}} {{satuan}}?",
  "bilangan-pecahan": "⚠️ {{satuan}} dihitung satu per satu. Betul {{nilai}}?",
  "nomor-melompat":
    "⚠️ Nomor bebas berikutnya {{dari}}. Bila memakai {{nomor}}, nomor {{dari}} s.d. {{sampai}} dicatat dipakai di luar sopir. Betul?",
};
