import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";
import { renderAsync } from "@resvg/resvg-js";
import type { Chart } from "../../core/sop/chart/model.ts";
import { ANTARA, chartSvg, LUAR, sizeOf } from "./chart-svg.ts";
import { hurufGambar } from "./gambar-png.ts";

/** A picture and its size in dots. */
export interface BaganPng {
  readonly data: Uint8Array;
  readonly lebar: number;
  readonly tinggi: number;
}

/** Dots for each point: 216 to the inch, which prints without stairs. */
const SKALA = 3;
const DOTS_PER_METRE = Math.round((72 * SKALA) / 0.0254);
const WHITE = 255;

/**
 * The pages of a chart below each other, or one of them (counted from 1), as a PNG in shades of
 * grey: a third of what it takes in colour. One page at a time is held in colour, so that a long
 * sheet takes no more memory than it must.
 */
export async function baganPng(chart: Chart, halaman: number | null = null): Promise<BaganPng> {
  const size = sizeOf(chart, halaman);
  const [lebar, tinggi] = [size.lebar * SKALA, size.tinggi * SKALA];
  const rows = Array.from({ length: tinggi }, () => new Uint8Array(lebar).fill(LUAR));
  const shown = halaman === null ? chart.halamanList.map((_, index) => index + 1) : [halaman];
  for (const [index, nomor] of shown.entries()) {
    const fitTo = { mode: "width", value: lebar } as const;
    const picture = await renderAsync(chartSvg(chart, nomor), { fitTo, font: hurufGambar });
    const { width, height, pixels } = picture;
    const awal = index * (chart.tinggi + ANTARA) * SKALA;
    for (const [y, row] of rows.slice(awal, awal + chart.tinggi * SKALA).entries()) {
      // Red stands for all. Rows or columns lost to rounding stay white.
      row.fill(WHITE);
      if (y >= height) continue;
      const from = y * width * 4;
      for (let x = 0; x < Math.min(lebar, width); x += 1) row[x] = pixels[from + x * 4] ?? WHITE;
    }
  }
  return { data: await encode(rows, lebar), lebar, tinggi };
}

const compress = promisify<Uint8Array, { level: number }, Buffer>(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
const METRE = 1;
/** A twentieth more than the least there is, in a sixth of the time. */
const DEFLATE = 7;
/** Each row as its difference from the one above: in a drawing mostly nothing. */
const UP = 2;

async function encode(rows: readonly Uint8Array[], lebar: number): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(lebar, 0);
  header.writeUInt32BE(rows.length, 4);
  header[8] = BITS;
  const size = Buffer.alloc(9);
  size.writeUInt32BE(DOTS_PER_METRE, 0);
  size.writeUInt32BE(DOTS_PER_METRE, 4);
  size[8] = METRE;
  const filtered = new Uint8Array((lebar + 1) * rows.length);
  for (const [y, row] of rows.entries()) {
    const above = rows[y - 1] ?? new Uint8Array(lebar);
    const to = y * (lebar + 1);
    filtered[to] = UP;
    for (let x = 0; x < lebar; x += 1) filtered[to + 1 + x] = (row[x] ?? 0) - (above[x] ?? 0);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("pHYs", size),
    chunk("IDAT", await compress(filtered, { level: DEFLATE })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(jenis: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(jenis, "latin1"), data]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.byteLength, 0);
  tail.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([head, body, tail]);
}
