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

/** A drawing as a PNG, three dots for each of its points. */
export function gambarPng(svg: string): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: SKALA },
    font: hurufGambar,
  });
  return picture.render().asPng();
}
