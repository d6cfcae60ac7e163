import type { Dokumen } from "./model.ts";

/**
 * A short word for what a document says, whenever it was made: papers that say the same have the same,
 * and two that differ have not, short of one chance in 2^53 for two of one length.
 */
export function sidikDokumen(dokumen: Dokumen): string {
  const teks = JSON.stringify({ ...dokumen, dibuatMs: 0 });
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < teks.length; at += 1) {
    const kode = teks.charCodeAt(at);
    a = Math.imul(a ^ kode, 2_654_435_761);
    b = Math.imul(b ^ kode, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  const hash = 4_294_967_296 * (b & 0x1f_ffff) + (a >>> 0);
  return `${teks.length.toString(36)}-${hash.toString(36)}`;
}
