import type { Pesan } from "./pesan.ts";
import { fill } from "./template.ts";

/** What the receivers of a broadcast read. */
export const siaranPesan = (teks: string): Pesan => ({ teks: fill(siaranText.pesan, { teks }) });

/** Broadcasting: text, audience, preview, progress and report. */
export const siaranText = {
  pesan: "📄 **Pengumuman**\n{{teks}}",
  tanyaTeks: `✍️ **Siaran**
Ketik isi pesannya dalam satu pesan. Pratinjau ditunjukkan sebelum dikirim.`,
  tanyaAudiens: `✍️ **Siaran — untuk siapa?**
Isi: {{teks}}`,
  semua: "Semua ({{jumlah}})",
  peran: "{{peran}} ({{jumlah}})",
  belum: "Belum mengirim ({{jumlah}})",
  pratinjau: `📄 **Pratinjau siaran**
{{teks}}`,
  pratinjauJumlah: "Akan dikirim ke {{jumlah}} orang{{rincian}}, perkiraan {{detik}} detik.",
  pratinjauTanpaAkun: "{{jumlah}} lainnya belum punya akun",
  kirim: "Kirim",
  ubahAudiens: "Ubah penerima",
  ubahTeks: "Ubah isi",
  mulai: `✅ **Siaran dikirim ke {{jumlah}} orang**
Laporannya menyusul di sini.`,
  batalkan: "Batalkan siaran",
  berjalan: `📄 **Siaran sedang dikirim**
Terkirim {{terkirim}} dari {{total}}, menunggu {{menunggu}}{{gagal}}.`,
  berjalanGagal: ", gagal {{jumlah}}",
  laporan: `✅ **Siaran selesai**
Terkirim {{terkirim}} dari {{total}}{{tanda}}, gagal {{gagal}}.`,
  laporanBatal: `↩️ **Siaran dibatalkan**
Terlanjur terkirim {{terkirim}} dari {{total}}{{tanda}}, gagal {{gagal}}.`,
  laporanSampai: ", sampai {{jumlah}}",
  laporanDibaca: ", dibaca {{jumlah}}",
  gagalBaris: "Gagal: {{nama}} ({{sebab}}).",
  dilewatiBaris: "Tidak dikirim: {{nama}} ({{sebab}}).",
  pribadi: "saluran pribadi",
  dibatalkan: "✅ Siaran dibatalkan. Yang sudah terkirim tidak dapat ditarik kembali.",
} as const;

/** Offices as an audience reads them. */
export const peranText = {
  camat: "Camat",
  sekcam: "Sekcam",
  kasi: "Para Kasi",
  kasubbag: "Para Kasubbag",
  staf: "Para staf",
  inspektorat: "Inspektorat",
  admin: "Admin",
  kadis: "Kepala Dinas",
  sekdis: "Sekretaris Dinas",
  jfp: "Perencana",
  tim: "Anggota tim",
} as const;
