import type { ButirLegenda, Chart, HalamanChart, Panah, Sel } from "../core/sop/chart/model.ts";
import {
  box,
  centred,
  drawArrow,
  drawSign,
  drawSymbol,
  drawText,
  escaped,
  num,
} from "./chart-simbol.ts";
import { HURUF } from "./huruf.ts";

/** Between pages that are shown below each other, in points. */
export const ANTARA = 12;
/** The shade of grey around them. */
export const LUAR = 0xd9;

/**
 * A chart as an SVG that needs nothing from outside: all pages below each other, or one of them
 * (counted from 1), as large as the paper.
 */
export function chartSvg(chart: Chart, halaman: number | null = null): string {
  const { lebar, tinggi } = sizeOf(chart, halaman);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(lebar)}mm" height="${mm(tinggi)}mm" viewBox="0 0 ${lebar} ${tinggi}" font-family="${FAMILIES}">`,
    `<title>${escaped(`SOP ${chart.judul}`)}</title>`,
    `<rect width="${lebar}" height="${tinggi}" fill="${tinta.luar}"/>`,
    ...shownOf(chart, halaman).map((page, at) =>
      drawPage(page, chart, at * (chart.tinggi + ANTARA)),
    ),
    "</svg>",
  ].join("\n");
}

/** Width and height of the drawing in points. */
export function sizeOf(
  chart: Chart,
  halaman: number | null = null,
): { readonly lebar: number; readonly tinggi: number } {
  const { length } = shownOf(chart, halaman);
  return { lebar: chart.lebar, tinggi: length * chart.tinggi + (length - 1) * ANTARA };
}

const shownOf = ({ halamanList }: Chart, halaman: number | null): readonly HalamanChart[] =>
  halamanList.filter((_, index) => halaman === null || index + 1 === halaman);

const FAMILIES = `${HURUF}, Arial, 'Liberation Sans', Helvetica, sans-serif`;
const tinta = {
  luar: `#${LUAR.toString(16).repeat(3)}`,
  kertas: "#FFFFFF",
  garis: "#595959",
} as const;
const latar: { readonly [L in Sel["latar"]]: string } = {
  kosong: "none",
  kepala: "#EDEDED",
  pita: "#F5F5F5",
};

function drawPage(page: HalamanChart, { lebar, tinggi }: Chart, y: number): string {
  return [
    `<g transform="translate(0 ${y})">`,
    `<rect width="${lebar}" height="${tinggi}" fill="${tinta.kertas}"/>`,
    `<g stroke="${tinta.garis}" stroke-width="0.6">`,
    ...page.selList.map(drawCell),
    "</g>",
    ...page.panahList.map(drawArrow),
    ...page.simbolList.map(drawSymbol),
    ...page.panahList.map(drawLabel),
    ...page.legendaList.map(drawLegend),
    ...[...page.selList.flatMap(({ teksList }) => teksList), ...page.teksList].map(drawText),
    "</g>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const drawCell = ({ bidang, latar: jenis }: Sel): string =>
  `<rect ${box(bidang)} fill="${latar[jenis]}"/>`;

/** On paper of its own, so that a rule of the table does not run through it. */
const drawLabel = ({ label }: Panah): string =>
  label === null
    ? ""
    : `<rect ${box(label.bidang)} fill="${tinta.kertas}"/>${centred(label.teks, label.bidang)}`;

function drawLegend({ tanda, bidang, teks }: ButirLegenda): string {
  return drawSign(tanda, bidang) + drawText(teks);
}

const mm = (points: number): string => num((points / 72) * 25.4);
