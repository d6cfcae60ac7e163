import { renderAsync } from "@resvg/resvg-js";
import type { Bidang, Chart } from "../../core/sop/chart/model.ts";
import { potonganSvg } from "./chart-svg.ts";
import { hurufGambar } from "./gambar-png.ts";

/** Dots for each point: 216 to the inch. */
const SKALA = 3;

/** A rectangle of one page of a chart (counted from 1) as a PNG; where it is a cell, with its rule. */
export async function potonganPng(
  chart: Chart,
  halaman: number,
  bidang: Bidang,
  bergaris = true,
): Promise<Buffer> {
  const fitTo = { mode: "zoom", value: SKALA } as const;
  const picture = await renderAsync(potonganSvg(chart, halaman, bidang, bergaris), {
    fitTo,
    font: hurufGambar,
  });
  return picture.asPng();
}
