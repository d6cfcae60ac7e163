/**
 * How many electronic signatures a PDF carries (ISO 32000-1, 12.8): signature dictionaries whose byte range leaves out
 * exactly their own value. A time stamp is none. What a signature is worth is not checked.
 */
export function tandaTanganPdf(data: Uint8Array): number {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.toString("latin1", 0, AWAL.length) !== AWAL) return 0;
  const text = bytes.toString("latin1");
  const found = [...text.matchAll(RENTANG)].slice(0, TERBANYAK);
  return found.filter(({ index, 1: length, 2: next, 3: rest }) => {
    const [until, from] = [Number(length), Number(next)];
    const complete = until < from && from + Number(rest) <= text.length;
    return complete && isNilai(text.slice(until, from)) && isTandaTangan(objectAt(text, index));
  }).length;
}

const AWAL = "%PDF-";
const RENTANG = /\/ByteRange\s*\[\s*0\s+(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*\]/g;
/** More signatures than this no report carries, and no file makes us look for more. */
const TERBANYAK = 50;
/** A signature with its certificates, written as hexadecimal digits, stays below this. */
const OBJEK_MAX = 400_000;

/** The value of a signature: digits, and not the zeros that were reserved for one. */
const isNilai = (value: string): boolean =>
  /^<[\dA-Fa-f\s]+>$/.test(value) && /[1-9A-Fa-f]/.test(value);

const isTandaTangan = (object: string): boolean =>
  /\/SubFilter\s*\/(adbe\.pkcs7|ETSI\.CAdES)/.test(object);

/** The indirect object around a position. */
function objectAt(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - OBJEK_MAX), index);
  const after = text.slice(index, index + OBJEK_MAX);
  return `${before.slice(before.lastIndexOf(" obj"))}${after.split("endobj", 1)[0] ?? ""}`;
}
