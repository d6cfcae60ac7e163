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
} from "../core/sop/chart/model.ts";
import { HURUF } from "./huruf.ts";
import { legalText } from "./legal-text.ts";

/** Between pages that are shown below each other, in points. */
export const ANTARA = 12;
/** The shade of grey around them. */
export const LUAR = 0xd9;

/**
 * A chart as an SVG that needs nothing from outside: all pages below each other, or one of them
 * (counted from 1), as large as the paper.
 */
export function chartSvg(chart: Chart, halaman: number | null = null): string {
  const { lebar, judul } = chart;
  const shown = chart.halamanList.filter((_, index) => halaman === null || index + 1 === halaman);
  const tinggi = shown.length * chart.tinggi + (shown.length - 1) * ANTARA;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(lebar)}mm" height="${mm(tinggi)}mm" viewBox="0 0 ${lebar} ${tinggi}" font-family="${FAMILIES}">`,
    `<title>${escaped(`SOP ${judul}`)}</title>`,
    `<rect width="${lebar}" height="${tinggi}" fill="${tinta.luar}"/>`,
    ...shown.map((page, index) => drawPage(page, chart, index * (chart.tinggi + ANTARA))),
    "</svg>",
  ].join("\n");
}

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
const PUTUS = 'stroke-dasharray="3 2"';

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

const drawText = ({ x, y, teks, ukuran, tebal, rata }: BarisTeks): string => {
  const weight = tebal ? ' font-weight="bold"' : "";
  const anchor = rata === "tengah" ? ' text-anchor="middle"' : "";
  return `<text x="${num(x)}" y="${num(y)}" font-size="${ukuran}"${weight}${anchor}>${escaped(teks)}</text>`;
};

function drawArrow({ titikList, sendiri, tambahan, duaArah }: Panah): string {
  const own = titikList.slice(0, sendiri);
  const [first, second] = own;
  const [last, before] = [own.at(-1), own.at(-2)];
  if (first === undefined || second === undefined || last === undefined || before === undefined)
    return "";
  // Where it flows into another arrow, the head is that one's.
  const arrives = sendiri === titikList.length;
  const line = [
    duaArah ? shortened(first, second) : first,
    ...own.slice(1, -1),
    arrives ? shortened(last, before) : last,
  ];
  const points = line.map(({ x, y }) => `${num(x)},${num(y)}`).join(" ");
  const dashes = tambahan ? ` ${PUTUS}` : "";
  return [
    `<polyline points="${points}" fill="none" stroke="${tinta.alur}" stroke-width="0.9"${dashes}/>`,
    ...(arrives ? [head(last, before)] : []),
    ...(duaArah ? [head(first, second)] : []),
  ].join("");
}

const KEPALA = 5;
const SETENGAH_KEPALA = 2.1;

/** The point a line ends at so that it does not show beyond the tip of its head. */
function shortened(tip: Titik, from: Titik): Titik {
  const { x, y } = unit(from, tip);
  return { x: tip.x - x * (KEPALA - 1), y: tip.y - y * (KEPALA - 1) };
}

function head(tip: Titik, from: Titik): string {
  const { x, y } = unit(from, tip);
  const base = { x: tip.x - x * KEPALA, y: tip.y - y * KEPALA };
  const side = { x: y * SETENGAH_KEPALA, y: x * SETENGAH_KEPALA };
  const corners = [
    tip,
    { x: base.x + side.x, y: base.y + side.y },
    { x: base.x - side.x, y: base.y - side.y },
  ];
  return `<path d="${outline(corners)}" fill="${tinta.alur}"/>`;
}

const unit = (from: Titik, to: Titik): Titik => ({
  x: Math.sign(to.x - from.x),
  y: Math.sign(to.y - from.y),
});

function drawSymbol({ bentuk, bidang, teks, tambahan, disimpulkan }: Simbol): string {
  const fill = disimpulkan ? tinta.disimpulkan : tinta.kertas;
  const shape = drawShape(bentuk, bidang, look(fill, tambahan));
  return teks === null ? shape : shape + centred(teks, bidang);
}

const look = (fill: string, tambahan: boolean): string =>
  `fill="${fill}" stroke="${tinta.alur}" stroke-width="0.9"${tambahan ? ` ${PUTUS}` : ""}`;

function drawShape(bentuk: Simbol["bentuk"], bidang: Bidang, gaya: string): string {
  const { x, y, lebar, tinggi } = bidang;
  const [right, bottom] = [x + lebar, y + tinggi];
  const [midX, midY] = [x + lebar / 2, y + tinggi / 2];
  switch (bentuk) {
    case "kotak":
      return `<rect ${box(bidang)} ${gaya}/>`;
    case "kapsul":
      return `<rect ${box(bidang)} rx="${num(tinggi / 2)}" ${gaya}/>`;
    case "ketupat": {
      const corners = [
        { x: midX, y },
        { x: right, y: midY },
        { x: midX, y: bottom },
        { x, y: midY },
      ];
      return `<path d="${outline(corners)}" ${gaya}/>`;
    }
    case "segilima": {
      const shoulder = y + tinggi * 0.62;
      const corners = [
        { x, y },
        { x: right, y },
        { x: right, y: shoulder },
        { x: midX, y: bottom },
        { x, y: shoulder },
      ];
      return `<path d="${outline(corners)}" ${gaya}/>`;
    }
  }
}

const outline = (corners: readonly Titik[]): string =>
  `M${corners.map(({ x, y }) => `${num(x)} ${num(y)}`).join("L")}Z`;

const KECIL = 6.5;

const centred = (teks: string, { x, y, lebar, tinggi }: Bidang): string =>
  drawText({
    x: x + lebar / 2,
    y: y + tinggi / 2 + KECIL * 0.34,
    teks,
    ukuran: KECIL,
    tebal: false,
    rata: "tengah",
  });

/** On paper of its own, so that a rule of the table does not run through it. */
const drawLabel = ({ label }: Panah): string =>
  label === null
    ? ""
    : `<rect ${box(label.bidang)} fill="${tinta.kertas}"/>${centred(label.teks, label.bidang)}`;

function drawLegend({ tanda, bidang, teks }: ButirLegenda): string {
  return drawSign(tanda, bidang) + drawText(teks);
}

function drawSign(tanda: ButirLegenda["tanda"], bidang: Bidang): string {
  const { x, y, lebar, tinggi } = bidang;
  switch (tanda) {
    case "panah": {
      const middle = y + tinggi / 2;
      const titikList = [
        { x, y: middle },
        { x: x + lebar, y: middle },
      ];
      return drawArrow({
        dari: "",
        ke: "",
        titikList,
        sendiri: titikList.length,
        label: null,
        tambahan: false,
        duaArah: false,
      });
    }
    case "tambahan":
      return drawShape("kotak", bidang, look(tinta.kertas, true));
    case "disimpulkan":
      return drawShape("kotak", bidang, look(tinta.disimpulkan, false));
    case "segilima":
      return drawShape(
        tanda,
        { ...bidang, x: x + (lebar - tinggi) / 2, lebar: tinggi },
        look(tinta.kertas, false),
      );
    default:
      return drawShape(tanda, bidang, look(tinta.kertas, false));
  }
}

const box = ({ x, y, lebar, tinggi }: Bidang): string =>
  `x="${num(x)}" y="${num(y)}" width="${num(lebar)}" height="${num(tinggi)}"`;

const num = (value: number): string => String(Math.round(value * 100) / 100);

const mm = (points: number): string => num((points / 72) * 25.4);

const escaped = (teks: string): string =>
  legalText(teks)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
