import type { Batang, Grafik } from "../core/dokumen/model.ts";
import { formatAngka } from "../core/kinerja/angka.ts";
import { HURUF } from "./huruf.ts";
import { legalText, shortened } from "./legal-text.ts";
import { hex } from "./ukuran.ts";

/** A picture and its size in points. */
export interface Gambar {
  readonly svg: string;
  readonly lebar: number;
  readonly tinggi: number;
}

const LEBAR = 453;
const LABEL = 165;
const NILAI = 62;
const BATANG = 15;
const JARAK = 9;
const BARIS = 11;
const KEPALA = 34;
const KAKI = 16;
const HURUF_PT = 9;
/** Letters that fit on a line of a label: Arimo's are half as wide as high on average. */
const LABEL_HURUF = 34;
const LABEL_BARIS = 3;
/** More bars than these no page holds. */
const BATANG_TERBANYAK = 14;
const ABU = "9E9E9E";

/** The chart as pictures that each fit on a page. */
export function grafikSvg({ judul, batangList, garisTarget, satuan }: Grafik): readonly Gambar[] {
  const skala = LEBAR - LABEL - NILAI;
  const puncak = Math.max(
    100,
    finite(garisTarget) ?? 0,
    ...batangList.map((one) => valueOf(one) ?? 0),
  );
  const pageList = chunked(batangList, BATANG_TERBANYAK);
  return pageList.map((page, at) =>
    draw(page, {
      judul: at === 0 ? judul : `${judul} (lanjutan)`,
      satuan,
      x: (nilai) => LABEL + (Math.max(0, nilai) / puncak) * skala,
      target: finite(garisTarget),
    }),
  );
}

interface Bingkai {
  readonly judul: string;
  readonly satuan: string;
  readonly x: (nilai: number) => number;
  readonly target: number | null;
}

function draw(batangList: readonly Batang[], bingkai: Bingkai): Gambar {
  const rowList = batangList.map((batang) => {
    const lines = wrapped(batang.label);
    return { batang, lines, tinggi: Math.max(BATANG, lines.length * BARIS) };
  });
  const bottom = rowList.reduce((y, { tinggi }) => y + tinggi + JARAK, KEPALA);
  const tinggi = bottom + KAKI;
  let y = KEPALA;
  const parts = rowList.map((row) => {
    const drawn = drawBatang(row.batang, { ...row, y }, bingkai);
    y += row.tinggi + JARAK;
    return drawn;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LEBAR}" height="${tinggi}" viewBox="0 0 ${LEBAR} ${tinggi}" font-family="${HURUF}" font-size="${HURUF_PT}">`,
    `<rect width="${LEBAR}" height="${tinggi}" fill="#FFFFFF"/>`,
    text({
      x: 0,
      y: 13,
      teks: shortened(bingkai.judul, 80),
      tambahan: 'font-weight="bold" font-size="10"',
    }),
    line(LABEL, KEPALA - 4, bottom, 'stroke="#8C8C8C"'),
    ...targetLine(bingkai, bottom),
    ...parts,
    "</svg>",
  ].join("");
  return { svg, lebar: LEBAR, tinggi };
}

function drawBatang(
  batang: Batang,
  place: { readonly y: number; readonly tinggi: number; readonly lines: readonly string[] },
  { x, satuan }: Bingkai,
): string {
  const middle = place.y + place.tinggi / 2;
  const first = middle - ((place.lines.length - 1) * BARIS) / 2 + 3;
  const labels = place.lines.map((teks, at) =>
    text({ x: LABEL - 8, y: first + at * BARIS, teks, tambahan: 'text-anchor="end"' }),
  );
  const nilai = valueOf(batang);
  const end = x(nilai ?? 0);
  const warna = hex(batang.warna) ?? ABU;
  const bar = `<rect x="${LABEL}" y="${middle - BATANG / 2}" width="${end - LABEL}" height="${BATANG}" fill="#${warna}"/>`;
  const said = nilai === null ? "belum ada" : `${formatAngka(nilai)} ${satuan}`;
  const shown = shortened(said, 24);
  // the line of the target may pass behind the value
  const paper = `<rect x="${end + 2}" y="${middle - BARIS / 2}" width="${shown.length * 5 + 6}" height="${BARIS}" fill="#FFFFFF"/>`;
  return [
    ...labels,
    bar,
    paper,
    text({ x: end + 5, y: middle + 3, teks: shown, tambahan: 'font-weight="bold"' }),
  ].join("");
}

function targetLine({ x, target, satuan }: Bingkai, bottom: number): readonly string[] {
  if (target === null) return [];
  const at = x(target);
  return [
    line(at, KEPALA - 4, bottom, 'stroke="#1F3864" stroke-width="1" stroke-dasharray="3 2"'),
    text({
      x: at,
      y: bottom + 10,
      teks: `target ${formatAngka(target)} ${satuan}`,
      tambahan: 'text-anchor="middle" font-size="8" fill="#1F3864"',
    }),
  ];
}

const line = (x: number, from: number, to: number, look: string): string =>
  `<line x1="${x}" y1="${from}" x2="${x}" y2="${to}" ${look}/>`;

const text = (one: {
  readonly x: number;
  readonly y: number;
  readonly teks: string;
  readonly tambahan: string;
}): string => `<text x="${one.x}" y="${one.y}" ${one.tambahan}>${escaped(one.teks)}</text>`;

const escaped = (teks: string): string =>
  legalText(teks)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A label on as many lines as there is room for. */
function wrapped(label: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of legalText(label).split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length <= LABEL_HURUF || last === "") lines[lines.length - 1] = longer;
    else lines.push(word);
    if (lines.length > LABEL_BARIS) break;
  }
  const shown = lines.slice(0, LABEL_BARIS).map((one) => shortened(one, LABEL_HURUF));
  const more = lines.length > LABEL_BARIS;
  return shown.map((one, at) =>
    more && at === shown.length - 1 ? `${one.slice(0, LABEL_HURUF - 1)}…` : one,
  );
}

const valueOf = ({ nilai }: Batang): number | null => finite(nilai);

const finite = (nilai: number | null): number | null =>
  nilai !== null && Number.isFinite(nilai) ? nilai : null;

function chunked<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}
