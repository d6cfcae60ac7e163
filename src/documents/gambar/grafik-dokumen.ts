import type { IsiBlok } from "../../core/dokumen/bagian.ts";
import type { GrafikBatang, GrafikTren } from "../../core/dokumen/grafik.ts";
import type { Blok, Dokumen } from "../../core/dokumen/model.ts";
import type { Gambar } from "./grafik/index.ts";

type GrafikDokumen = GrafikBatang | GrafikTren;

/** The pictures of a chart of the document they were drawn for. */
export type GambarGrafik = (grafik: GrafikDokumen) => readonly Gambar[];

/** Whether a block is drawn from figures. */
export const isGrafik = (blok: Blok | IsiBlok): blok is GrafikDokumen =>
  blok.jenis === "grafik" || blok.jenis === "grafik-tren";

/** Draws the charts of a document; the library that does is read only where there is one. */
export async function gambarGrafik({ blokList }: Pick<Dokumen, "blokList">): Promise<GambarGrafik> {
  const grafikList = blokList.filter(isGrafik);
  if (grafikList.length === 0) return () => [];
  const { grafikKertas } = await import("./grafik/index.ts");
  const drawn = new Map(grafikList.map((grafik) => [grafik, grafikKertas(grafik)]));
  return (grafik) => drawn.get(grafik) ?? [];
}
