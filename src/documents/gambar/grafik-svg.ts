import type { Batang, Grafik } from "../../core/dokumen/model.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import { cutLines, wrapText } from "../../core/sop/chart/huruf.ts";
import { HURUF } from "../huruf.ts";
import { shortened } from "../legal-text.ts";
import { hex } from "../ukuran.ts";
import { escaped } from "./chart-svg.ts";

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
/** Between a label and its bar. */
const SELA = 8;
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
    ...batangList.map((one) => finite(one.nilai) ?? 0),
  );
  const count = Math.max(1, Math.ceil(batangList.length / BATANG_TERBANYAK));
  return Array.from({ length: count }, (_, at) =>
    draw(batangList.slice(at * BATANG_TERBANYAK, (at + 1) * BATANG_TERBANYAK), {
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
  let bottom = KEPALA;
  const parts = batangList.map((batang) => {
    const lines = wrapped(batang.label);
    const tinggi = Math.max(BATANG, lines.length * BARIS);
    const middle = bottom + tinggi / 2;
    bottom += tinggi + JARAK;
    return drawBatang(batang, lines, middle, bingkai);
  });
  const tinggi = bottom + KAKI;
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
  lines: readonly string[],
  middle: number,
  { x, satuan }: Bingkai,
): string {
  const first = middle - ((lines.length - 1) * BARIS) / 2 + 3;
  const labels = lines.map((teks, at) =>
    text({ x: LABEL - SELA, y: first + at * BARIS, teks, tambahan: 'text-anchor="end"' }),
  );
  const nilai = finite(batang.nilai);
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

/** A label on as many lines as there is room for. */
function wrapped(label: string): readonly string[] {
  const gaya = { ukuran: HURUF_PT, tebal: false };
  const room = LABEL - SELA;
  return cutLines(wrapText(label, room, gaya), LABEL_BARIS, room, gaya);
}

const finite = (nilai: number | null): number | null =>
  nilai !== null && Number.isFinite(nilai) ? nilai : null;
