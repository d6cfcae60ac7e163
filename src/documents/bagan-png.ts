import { renderAsync } from "@resvg/resvg-js";
import type { Chart } from "../core/sop/chart/model.ts";
import { ANTARA, chartSvg, LUAR, sizeOf } from "./chart-svg.ts";
import { hurufGambar } from "./gambar-png.ts";
import { pngKelabu } from "./png-kelabu.ts";

/** A picture and its size in dots. */
export interface BaganPng {
  readonly data: Uint8Array;
  readonly lebar: number;
  readonly tinggi: number;
}

/** Dots for each point: 216 to the inch, which prints without stairs. */
const SKALA = 3;
const DPI = 72 * SKALA;

/**
 * The pages of a chart below each other, or one of them (counted from 1), as a PNG. One page at a
 * time is held in colour, so that a long sheet takes no more memory than it must.
 */
export async function baganPng(chart: Chart, halaman: number | null = null): Promise<BaganPng> {
  const shown = chart.halamanList
    .map((_, index) => index + 1)
    .filter((nomor) => halaman === null || nomor === halaman);
  const size = sizeOf(chart, halaman);
  const lebar = size.lebar * SKALA;
  const page = chart.tinggi * SKALA;
  const gap = ANTARA * SKALA;
  const tinggi = size.tinggi * SKALA;
  const titik = new Uint8Array(lebar * tinggi).fill(LUAR);
  for (const [index, nomor] of shown.entries()) {
    const fitTo = { mode: "width", value: lebar } as const;
    const picture = await renderAsync(chartSvg(chart, nomor), { fitTo, font: hurufGambar });
    copyGrey(picture, titik, { lebar, tinggi: page, awal: index * (page + gap) });
  }
  return { data: await pngKelabu({ lebar, tinggi, titik, dpi: DPI }), lebar, tinggi };
}

interface Tempat {
  readonly lebar: number;
  readonly tinggi: number;
  /** Row of the whole picture the page begins at. */
  readonly awal: number;
}

/** Red stands for all: a chart has shades of grey only. Rows or columns lost to rounding stay white. */
function copyGrey(
  picture: { readonly width: number; readonly height: number; readonly pixels: Uint8Array },
  titik: Uint8Array,
  { lebar, tinggi, awal }: Tempat,
): void {
  const { width, height, pixels } = picture;
  for (let y = 0; y < tinggi; y += 1) {
    for (let x = 0; x < lebar; x += 1) {
      const inside = x < width && y < height;
      titik[(awal + y) * lebar + x] = inside ? (pixels[(y * width + x) * 4] ?? WHITE) : WHITE;
    }
  }
}

const WHITE = 255;
