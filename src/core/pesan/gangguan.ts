import type { Pesan } from "./pesan.ts";
import { fill } from "./template.ts";

/** What a person reads when the program itself failed: no silence, no stack. */
export const gangguan = (): Pesan => ({
  teks: fill(
    "⚠️ **Maaf, ada gangguan di sistem.**\nPesan Bapak/Ibu belum diproses dan sudah dicatat untuk operator. Data yang tersimpan tidak berubah. Silakan coba lagi; bila berulang, hubungi admin kantor.",
    {},
  ),
});
