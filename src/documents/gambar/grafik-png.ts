import type { LembarGrafik } from "../../core/dokumen/grafik.ts";
import { gambarPng } from "./gambar-png.ts";
import { grafikLayar } from "./grafik/index.ts";

/** Dots for each point: sharp on a phone that shows it as wide as its screen. */
const SKALA = 2.5;
/** Telegram takes no photo whose sides are longer than 10.000 dots together. */
const TINGGI_TERBESAR = 8_000;

/** A chart for a chat as a PNG. */
export function grafikPng(lembar: LembarGrafik): Uint8Array {
  const { svg, tinggi } = grafikLayar(lembar);
  return gambarPng(svg, Math.min(SKALA, TINGGI_TERBESAR / tinggi));
}
