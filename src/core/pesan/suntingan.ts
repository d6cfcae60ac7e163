import type { BedaNaskah } from "../dokumen/beda-naskah.ts";

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
