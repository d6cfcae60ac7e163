import type {
  BarisTeks,
  Bidang,
  ButirLegenda,
  Chart,
  HalamanChart,
  Panah,
  Sel,
  Simbol,
  Titik,
} from "../../core/sop/chart/model.ts";
import { HURUF } from "../huruf.ts";
import { legalText } from "../legal-text.ts";
import { terlihat } from "./terlihat.ts";

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

/** A rectangle of one page (counted from 1), cut out; where it is a cell, with its rule around it. */
export function potonganSvg(
  chart: Chart,
  halaman: number,
  bidang: Bidang,
  bergaris: boolean,
): string {
  const { x, y, lebar, tinggi } = bidang;
  const page = chart.halamanList[halaman - 1];
  const view = `viewBox="${num(x)} ${num(y)} ${num(lebar)} ${num(tinggi)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(lebar)}" height="${num(tinggi)}" ${view} font-family="${FAMILIES}">`,
    page === undefined ? "" : drawPage(terlihat(page, bidang), chart, 0),
    bergaris ? `<rect ${box(bidang)} fill="none" stroke="${tinta.garis}" stroke-width="0.7"/>` : "",
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
  alur: "#000000",
  disimpulkan: "#E6E6E6",
} as const;
const latar: { readonly [L in Sel["latar"]]: string } = {
  kosong: "none",
  kepala: "#EDEDED",
  pita: "#F5F5F5",
};
const GARIS = `stroke="${tinta.alur}" stroke-width="0.9"`;
const PUTUS = ' stroke-dasharray="3 2"';

function drawPage(page: HalamanChart, { lebar, tinggi }: Chart, y: number): string {
  return [
    `<g transform="translate(0 ${y})">`,
    `<rect width="${lebar}" height="${tinggi}" fill="${tinta.kertas}"/>`,
    `<g stroke="${tinta.garis}" stroke-width="0.6">`,
    ...page.selList.map((sel) => `<rect ${box(sel.bidang)} fill="${latar[sel.latar]}"/>`),
    "</g>",
    ...page.panahList.map(drawArrow),
    ...page.simbolList.map(drawSymbol),
    ...page.panahList.map(drawLabel),
    ...page.legendaList.map((butir) => drawSign(butir) + drawText(butir.teks)),
    ...[...page.selList.flatMap(({ teksList }) => teksList), ...page.teksList].map(drawText),
    "</g>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** On paper of its own, so that a rule of the table does not run through it. */
const drawLabel = ({ label }: Panah): string =>
  label === null
    ? ""
    : `<rect ${box(label.bidang)} fill="${tinta.kertas}"/>${centred(label.teks, label.bidang)}`;

/** An arrow with its head; one that flows into another leaves the head to that one. */
function drawArrow(panah: Pick<Panah, "titikList" | "sendiri" | "tambahan" | "duaArah">): string {
  const { titikList, sendiri, tambahan, duaArah } = panah;
  const own = titikList.slice(0, sendiri);
  const [first, second] = own;
  const [last, before] = [own.at(-1), own.at(-2)];
  if (first === undefined || second === undefined || last === undefined || before === undefined)
    return "";
  const arrives = sendiri === titikList.length;
  const line = [
    // A line must not show beyond the tip of its head.
    duaArah ? behind(first, second, KEPALA - 1) : first,
    ...own.slice(1, -1),
    arrives ? behind(last, before, KEPALA - 1) : last,
  ];
  const points = line.map(({ x, y }) => `${num(x)},${num(y)}`).join(" ");
  const dashes = tambahan ? PUTUS : "";
  return [
    `<polyline points="${points}" fill="none" ${GARIS}${dashes}/>`,
    ...(arrives ? [head(last, before)] : []),
    ...(duaArah ? [head(first, second)] : []),
  ].join("");
}

const KEPALA = 5;
const SETENGAH_KEPALA = 2.1;

/** A point so far behind the tip of an arrow that comes from somewhere in its line or column. */
const behind = (tip: Titik, from: Titik, jauh: number): Titik => ({
  x: tip.x - Math.sign(tip.x - from.x) * jauh,
  y: tip.y - Math.sign(tip.y - from.y) * jauh,
});

function head(tip: Titik, from: Titik): string {
  const base = behind(tip, from, KEPALA);
  const side = {
    x: Math.sign(tip.y - from.y) * SETENGAH_KEPALA,
    y: Math.sign(tip.x - from.x) * SETENGAH_KEPALA,
  };
  const left = { x: base.x + side.x, y: base.y + side.y };
  const right = { x: base.x - side.x, y: base.y - side.y };
  return `<path d="${outline([tip, left, right])}" fill="${tinta.alur}"/>`;
}

/** A symbol with what is written in it. */
function drawSymbol({ bentuk, bidang, teks, tambahan, disimpulkan }: Omit<Simbol, "id">): string {
  const fill = disimpulkan ? tinta.disimpulkan : tinta.kertas;
  const look = `fill="${fill}" ${GARIS}${tambahan ? PUTUS : ""}`;
  const written = teks === null ? "" : centred(teks, bidang);
  if (bentuk === "kotak") return `<rect ${box(bidang)} ${look}/>${written}`;
  if (bentuk === "kapsul")
    return `<rect ${box(bidang)} rx="${num(bidang.tinggi / 2)}" ${look}/>${written}`;
  return `<path d="${outline(cornersOf[bentuk](bidang))}" ${look}/>${written}`;
}

const cornersOf = {
  ketupat: ({ x, y, lebar, tinggi }: Bidang) => [
    { x: x + lebar / 2, y },
    { x: x + lebar, y: y + tinggi / 2 },
    { x: x + lebar / 2, y: y + tinggi },
    { x, y: y + tinggi / 2 },
  ],
  segilima: ({ x, y, lebar, tinggi }: Bidang) => [
    { x, y },
    { x: x + lebar, y },
    { x: x + lebar, y: y + tinggi * 0.62 },
    { x: x + lebar / 2, y: y + tinggi },
    { x, y: y + tinggi * 0.62 },
  ],
} as const;

const outline = (corners: readonly Titik[]): string =>
  `M${corners.map(({ x, y }) => `${num(x)} ${num(y)}`).join("L")}Z`;

/** A sign of the legend. */
function drawSign({ tanda, bidang }: ButirLegenda): string {
  const { x, y, lebar, tinggi } = bidang;
  const plain = { teks: null, langkahNo: null, tambahan: false, disimpulkan: false };
  if (tanda === "panah") {
    const middle = y + tinggi / 2;
    const titikList = [
      { x, y: middle },
      { x: x + lebar, y: middle },
    ];
    return drawArrow({ titikList, sendiri: 2, tambahan: false, duaArah: false });
  }
  if (tanda === "tambahan" || tanda === "disimpulkan")
    return drawSymbol({ ...plain, bentuk: "kotak", bidang, [tanda]: true });
  const narrow = { ...bidang, x: x + (lebar - tinggi) / 2, lebar: tinggi };
  return drawSymbol({ ...plain, bentuk: tanda, bidang: tanda === "segilima" ? narrow : bidang });
}

const KECIL = 6.5;

/** A short text in the middle of a rectangle. */
const centred = (teks: string, { x, y, lebar, tinggi }: Bidang): string =>
  drawText({
    x: x + lebar / 2,
    y: y + tinggi / 2 + KECIL * 0.34,
    teks,
    ukuran: KECIL,
    tebal: false,
    rata: "tengah",
  });

function drawText({ x, y, teks, ukuran, tebal, rata }: BarisTeks): string {
  const weight = tebal ? ' font-weight="bold"' : "";
  const anchor = rata === "tengah" ? ' text-anchor="middle"' : "";
  return `<text x="${num(x)}" y="${num(y)}" font-size="${ukuran}"${weight}${anchor}>${escaped(teks)}</text>`;
}

const box = ({ x, y, lebar, tinggi }: Bidang): string =>
  `x="${num(x)}" y="${num(y)}" width="${num(lebar)}" height="${num(tinggi)}"`;

const mm = (points: number): string => num((points / 72) * 25.4);

/** A length with two decimals at most. */
const num = (value: number): string => String(Math.round(value * 100) / 100);

/** Text that cannot be taken for markup. */
export const escaped = (teks: string): string =>
  legalText(teks)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
