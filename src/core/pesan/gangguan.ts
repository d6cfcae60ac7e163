import type { Pesan } from "./pesan.ts";
import { fill } from "./template.ts";

/** What a person reads when the program itself failed: no silence, no stack. */
export const gangguan = (): Pesan => ({
  teks: fill(
    "⚠️ **Maaf, ada gangguan di sistem.**\nPesan Bapak/Ibu belum diproses dan sudah dicatat untuk operator. Data yang tersimpan tidak berubah. Silakan coba lagi; bila berulang, hubungi admin kantor.",
    {},
  ),
});

/** What a person reads whose conversation the program cannot go on with. */
export const percakapanHilang = (): Pesan => ({
  teks: fill(
    "⚠️ Percakapan Bapak/Ibu yang sedang berjalan tidak dapat dilanjutkan. Isian yang sudah tersimpan tetap ada. Silakan ketik /tugas untuk melanjutkan.",
    {},
  ),
});

/** What stands below an answer that leaves out what the program cannot read. */
export const berkasTakTerbaca = (): Pesan => ({
  teks: fill(
    "⚠️ Ada berkas yang sedang tidak terbaca oleh sistem, sehingga tidak ikut ditampilkan. Datanya tetap tersimpan. Bila berlanjut, hubungi admin kantor.",
    {},
  ),
});
