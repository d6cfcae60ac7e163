import type { BedaNaskah } from "../dokumen/beda-naskah.ts";

/** An edited report that comes back as Word. */
export const suntinganText = {
  tersimpan: "✅ **{{sebutan}} tersimpan** — versi berikutnya Laporan {{periode}}{{perubahan}}.",
  sama: "Isi berkas itu sama dengan {{sebutan}}; versi baru tidak dibuat.{{komentar}} Tugas Bapak/Ibu: /tugas.",
  samaKomentar: " Komentar di dalamnya tidak diteruskan.",
  tanyaLama: `⚠️ Berkas Word ini suntingan dari **{{asal}}**, sedangkan yang berlaku sekarang **{{kini}}**.
Pakai juga sebagai versi berikutnya? Perubahan pada {{kini}} tidak terbawa.`,
  tanyaAsing: `⚠️ Berkas Word ini tidak dikenali sebagai versi laporan dari sopir.
Pakai sebagai versi berikutnya Laporan {{periode}}?`,
  terbuka: "⚠️ Berkas Word ini masih memuat **{{isi}}**; yang menerima laporan ikut melihatnya.",
  tanyaTerbuka: `Agar bersih: terima semua perubahan, hapus komentar, simpan, lalu kirim kembali.
Atau pakai seperti ini sebagai versi berikutnya?`,
  pakai: "Pakai sebagai versi berikutnya",
} as const;

/** "3 alinea diganti, 1 ditambah"; "" where nothing differs. */
export function perubahanText({ diganti, ditambah, dihapus }: BedaNaskah): string {
  const parts = [
    [diganti, "diganti"],
    [ditambah, "ditambah"],
    [dihapus, "dihapus"],
  ] as const;
  const said = parts.filter(([jumlah]) => jumlah > 0).map(([jumlah, kata]) => `${jumlah} ${kata}`);
  return said.length === 0 ? "teks sama" : `teks: alinea ${said.join(", ")}`;
}

/** "3 perubahan terlacak dan 1 komentar"; null where nothing was left open. */
export function terbukaText({
  perubahan,
  komentar,
}: {
  readonly perubahan: number;
  readonly komentar: number;
}): string | null {
  const parts = [
    ...(perubahan > 0 ? [`${perubahan} perubahan terlacak`] : []),
    ...(komentar > 0 ? [`${komentar} komentar`] : []),
  ];
  return parts.length === 0 ? null : parts.join(" dan ");
}
