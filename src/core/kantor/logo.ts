import { z } from "zod";

/** The picture of a letterhead: a stored file, and how many pixels it has. */
export const Logo = z.strictObject({
  hash: z.string(),
  nama: z.string(),
  mime: z.enum(["image/png", "image/jpeg"]),
  ukuranByte: z.number().int().positive(),
  lebarPx: z.number().int().positive(),
  tinggiPx: z.number().int().positive(),
});
export type Logo = Readonly<z.infer<typeof Logo>>;

/** What a picture is, by its own bytes and not by its name. */
export type Gambar = Pick<Logo, "mime" | "lebarPx" | "tinggiPx">;

/** Every letter carries it: more than this is a photograph, not a coat of arms. */
export const LOGO_MAX_BYTE = 1_000_000;
/** Below this the print shows its squares, at the two centimetres it is drawn. */
const SISI_MIN_PX = 100;
const SISI_MAX_PX = 2_000;
/** How far one side may be longer than the other, so that the letterhead keeps its room. */
const PERBANDINGAN_MAX = 2;

/** What keeps a picture from being a logo, as one sentence; null where nothing does. */
export function tolakLogo(gambar: Gambar | null, ukuranByte: number): string | null {
  if (ukuranByte > LOGO_MAX_BYTE) {
    return `logo ${Math.ceil(ukuranByte / 1000)} kB, paling besar ${LOGO_MAX_BYTE / 1000} kB`;
  }
  if (gambar === null) return "logo bukan gambar PNG atau JPEG yang dapat dibaca";
  const { lebarPx, tinggiPx } = gambar;
  const [kecil, besar] = [Math.min(lebarPx, tinggiPx), Math.max(lebarPx, tinggiPx)];
  const ukuran = `logo ${lebarPx} × ${tinggiPx} piksel`;
  if (kecil < SISI_MIN_PX) return `${ukuran}, tiap sisi paling sedikit ${SISI_MIN_PX} piksel`;
  if (besar > SISI_MAX_PX) return `${ukuran}, tiap sisi paling banyak ${SISI_MAX_PX} piksel`;
  if (besar > kecil * PERBANDINGAN_MAX) {
    return `${ukuran}, sisi panjang paling banyak dua kali sisi pendek`;
  }
  return null;
}

/** The kind and measures of a PNG or JPEG; null for anything else, and for one that is cut off or damaged. */
export const ukurGambar = (data: Uint8Array): Gambar | null => ukurPng(data) ?? ukurJpeg(data);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where the header of a PNG ends: width and height are in it. */
const PNG_KEPALA = 24;

function ukurPng(data: Uint8Array): Gambar | null {
  if (data.length < PNG_KEPALA || PNG.some((byte, at) => data[at] !== byte)) return null;
  if (!isPngUtuh(data)) return null;
  const view = viewOf(data);
  return berukuran("image/png", view.getUint32(16), view.getUint32(20));
}

/** Type of the last part of a PNG, "IEND". */
const PNG_AKHIR = 0x49454e44;
/** What each part of a PNG has around its content: length, type and sum, four bytes each. */
const PNG_BINGKAI = 12;

/** Whether every part is there up to the last, with the bytes it had when it was written. */
function isPngUtuh(data: Uint8Array): boolean {
  const view = viewOf(data);
  for (let at = PNG.length; at + PNG_BINGKAI <= data.length; ) {
    const akhir = at + PNG_BINGKAI + view.getUint32(at);
    if (akhir > data.length) return false;
    if (crc32(data.subarray(at + 4, akhir - 4)) !== view.getUint32(akhir - 4)) return false;
    if (view.getUint32(at + 4) === PNG_AKHIR) return true;
    at = akhir;
  }
  return false;
}

/** The sum a PNG carries of each of its parts (ISO 15948, annex D). */
function crc32(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** The measures stand in the frame header; what comes before it is passed over, part by part. */
function ukurJpeg(data: Uint8Array): Gambar | null {
  if (data[0] !== 0xff || data[1] !== 0xd8) return null;
  const view = viewOf(data);
  for (let at = 2; at + 9 <= data.length; ) {
    if (data[at] !== 0xff) return null;
    const jenis = data[at + 1] ?? 0;
    if (isFrame(jenis)) {
      return berukuran("image/jpeg", view.getUint16(at + 7), view.getUint16(at + 5));
    }
    // a marker may be filled up with further 0xff
    at += jenis === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15 without the tables between them (ITU-T T.81, B.1.1.3). */
const isFrame = (jenis: number): boolean =>
  jenis >= 0xc0 && jenis <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(jenis);

const viewOf = (data: Uint8Array): DataView =>
  new DataView(data.buffer, data.byteOffset, data.byteLength);

const berukuran = (mime: Logo["mime"], lebarPx: number, tinggiPx: number): Gambar | null =>
  lebarPx > 0 && tinggiPx > 0 ? { mime, lebarPx, tinggiPx } : null;
