import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

/** A picture in shades of grey: one byte for each dot, row after row. */
export interface GambarKelabu {
  readonly lebar: number;
  readonly tinggi: number;
  readonly titik: Uint8Array;
  /** Dots per inch, so that it is printed in its own size. */
  readonly dpi: number;
}

/** The picture as a PNG: a third of what the same picture takes in colour. */
export async function pngKelabu({ lebar, tinggi, titik, dpi }: GambarKelabu): Promise<Uint8Array> {
  const data = await compress(filtered(titik, lebar, tinggi), { level: 9 });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(lebar, 0);
  header.writeUInt32BE(tinggi, 4);
  header[8] = BITS;
  const size = Buffer.alloc(9);
  const perMetre = Math.round(dpi / 0.0254);
  size.writeUInt32BE(perMetre, 0);
  size.writeUInt32BE(perMetre, 4);
  size[8] = METRE;
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("pHYs", size),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const compress = promisify<Uint8Array, { level: number }, Buffer>(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
const METRE = 1;
/** Each row as its difference from the one above: in a drawing mostly nothing. */
const UP = 2;

function filtered(titik: Uint8Array, lebar: number, tinggi: number): Uint8Array {
  const out = new Uint8Array((lebar + 1) * tinggi);
  for (let y = 0; y < tinggi; y += 1) {
    const to = y * (lebar + 1);
    out[to] = UP;
    for (let x = 0; x < lebar; x += 1) {
      const at = y * lebar + x;
      const above = y === 0 ? 0 : (titik[at - lebar] ?? 0);
      out[to + 1 + x] = (titik[at] ?? 0) - above;
    }
  }
  return out;
}

function chunk(jenis: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(jenis, "latin1"), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.byteLength, 0);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([head, body, tail]);
}
