import { Resvg } from "@resvg/resvg-js";
import { berkasHuruf, HURUF } from "./huruf.ts";

/** Dots for each point: enough that print shows no stairs. */
const SKALA = 3;

/** A drawing as a PNG, three dots for each of its points. */
export function gambarPng(svg: string): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: SKALA },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(berkasHuruf),
      defaultFontFamily: HURUF,
    },
  });
  return picture.render().asPng();
}
