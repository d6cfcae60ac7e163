import type {
  BarisTeks,
  Bidang,
  ButirLegenda,
  Panah,
  Simbol,
  Titik,
} from "../core/sop/chart/model.ts";
import { legalText } from "./legal-text.ts";

const tinta = { kertas: "#FFFFFF", alur: "#000000", disimpulkan: "#E6E6E6" } as const;
const PUTUS = 'stroke-dasharray="3 2"';

/** An arrow with its head; one that flows into another leaves the head to that one. */
export function drawArrow({ titikList, sendiri, tambahan, duaArah }: Panah): string {
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

/** A symbol with what is written in it. */
export function drawSymbol({ bentuk, bidang, teks, tambahan, disimpulkan }: Simbol): string {
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

/** A short text in the middle of a rectangle. */
export const centred = (teks: string, { x, y, lebar, tinggi }: Bidang): string =>
  drawText({
    x: x + lebar / 2,
    y: y + tinggi / 2 + KECIL * 0.34,
    teks,
    ukuran: KECIL,
    tebal: false,
    rata: "tengah",
  });

/** A sign of the legend. */
export function drawSign(tanda: ButirLegenda["tanda"], bidang: Bidang): string {
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
    case "kapsul":
    case "kotak":
    case "ketupat":
      return drawShape(tanda, bidang, look(tinta.kertas, false));
  }
}

/** A line of text. */
export const drawText = ({ x, y, teks, ukuran, tebal, rata }: BarisTeks): string => {
  const weight = tebal ? ' font-weight="bold"' : "";
  const anchor = rata === "tengah" ? ' text-anchor="middle"' : "";
  return `<text x="${num(x)}" y="${num(y)}" font-size="${ukuran}"${weight}${anchor}>${escaped(teks)}</text>`;
};
/** The attributes of a rectangle. */
export const box = ({ x, y, lebar, tinggi }: Bidang): string =>
  `x="${num(x)}" y="${num(y)}" width="${num(lebar)}" height="${num(tinggi)}"`;

/** A length with two decimals at most. */
export const num = (value: number): string => String(Math.round(value * 100) / 100);

/** Text that cannot be taken for markup. */
export const escaped = (teks: string): string =>
  legalText(teks)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
