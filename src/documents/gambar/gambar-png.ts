import { Resvg } from "@resvg/resvg-js";
import { berkasHuruf, HURUF } from "../huruf.ts";
import type { Gambar } from "./grafik/mesin.ts";

/** Dots for each point: enough that print shows no stairs. */
const SKALA = 3;

/** Only the typeface that is shipped: a picture looks the same on every computer. */
export const hurufGambar = {
  loadSystemFonts: false,
  fontFiles: Object.values(berkasHuruf),
  defaultFontFamily: HURUF,
};

/** No page shows more, and Telegram takes no photo whose sides are longer than 10.000 dots together. */
const TINGGI_TERBESAR = 8_000;

/** A drawing as a PNG, three dots for each of its points, or as many as are asked for; fewer where it is very high. */
export function gambarPng({ svg, tinggi }: Gambar, skala = SKALA): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: Math.min(skala, TINGGI_TERBESAR / tinggi) },
    font: hurufGambar,
  });
  return picture.render().asPng();
}
