import { Resvg } from "@resvg/resvg-js";
import { berkasHuruf, HURUF } from "../huruf.ts";

/** Dots for each point: enough that print shows no stairs. */
const SKALA = 3;

/** Only the typeface that is shipped: a picture looks the same on every computer. */
export const hurufGambar = {
  loadSystemFonts: false,
  fontFiles: Object.values(berkasHuruf),
  defaultFontFamily: HURUF,
};

/** A drawing as a PNG, three dots for each of its points, or as many as are asked for. */
export function gambarPng(svg: string, skala = SKALA): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: skala },
    font: hurufGambar,
  });
  return picture.render().asPng();
}
