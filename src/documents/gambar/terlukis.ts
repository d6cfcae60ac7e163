import { inflateSync } from "node:zlib";
import { ukurGambar } from "../../core/kantor/logo.ts";

/** More than the pixels of any logo take: what unfolds beyond it is none. */
const PIKSEL_MAX_BYTE = 64_000_000;

/**
 * Whether a picture can be drawn. What writes PDF unpacks the pixels of a PNG behind our back and ends the
 * process where they are no pixels, so that is found out before.
 */
export function isTerlukis(data: Uint8Array): boolean {
  const gambar = ukurGambar(data);
  if (gambar?.mime !== "image/png") return gambar !== null;
  const { lebarPx, tinggiPx } = gambar;
  const [kedalaman = 0, warna = 0] = data.subarray(24, 26);
  const bitPerPiksel = (saluranByWarna[warna] ?? 0) * kedalaman;
  if (![1, 2, 4, 8, 16].includes(kedalaman) || bitPerPiksel === 0) return false;
  try {
    const piksel = inflateSync(pikselDari(data), { maxOutputLength: PIKSEL_MAX_BYTE });
    // each row begins with a byte of its own; interlaced rows are more
    return piksel.length >= tinggiPx * (1 + Math.ceil((lebarPx * bitPerPiksel) / 8));
  } catch {
    return false;
  }
}

/** How many values a pixel has, by the kind of colour (ISO 15948, 11.2.2): grey, RGB, palette, with alpha. */
const saluranByWarna: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const PIKSEL = "IDAT";

/** The packed pixels of a PNG, whose parts are known to be whole. */
function pikselDari(data: Uint8Array): Buffer {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const bagianList: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const isi = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (bytes.toString("latin1", at + 4, at + 8) === PIKSEL) bagianList.push(isi);
  }
  return Buffer.concat(bagianList);
}
