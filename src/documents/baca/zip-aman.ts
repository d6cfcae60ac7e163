import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** Why a zip file is not opened. */
export type SebabZip = "rusak" | "terkunci" | "terlalu-besar";

/** What a zip file may claim and hold. */
export interface BatasZip {
  readonly entri: number;
  /** Of one entry, inflated. */
  readonly entriByte: number;
  /** Of all entries together, inflated. */
  readonly totalByte: number;
  /** Inflated to packed; text shrinks thirtyfold at best. */
  readonly rasio: number;
  /** As much is kept of what was asked for; the rest is checked and let go. */
  readonly simpanByte: number;
}

/** No document of an office comes near these. */
export const BATAS_ZIP: BatasZip = {
  entri: 2_000,
  entriByte: 64_000_000,
  totalByte: 128_000_000,
  rasio: 200,
  simpanByte: 12_000_000,
};

/** Small files may shrink to nearly nothing; only what is worth the trouble is held against the ratio. */
const RASIO_MULAI_BYTE = 1_000_000;

/** A zip file that was looked through: all of its names, and the entries that were asked for. */
export type HasilZip =
  | {
      readonly kind: "isi";
      readonly namaList: readonly string[];
      readonly bagian: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly kind: "ditolak"; readonly sebab: SebabZip };

/**
 * Opens a zip file somebody sent. First its directory is held against the limits, then every entry
 * is inflated and counted, wanted or not: what a file claims of itself proves nothing.
 */
export async function bacaZip(
  data: Uint8Array,
  perlu: (nama: string) => boolean,
  batas: BatasZip = BATAS_ZIP,
): Promise<HasilZip> {
  if (isLocked(data)) return ditolak("terkunci");
  try {
    const zip = await fromBufferPromise(asBuffer(data), { lazyEntries: true, autoClose: false });
    if (zip.entryCount > batas.entri) return ditolak("terlalu-besar");
    const entryList: Entry[] = [];
    for await (const entry of zip.eachEntry()) entryList.push(entry);
    const sebab = directoryFault(entryList, batas);
    return sebab === null ? await inflateAll(zip, entryList, { perlu, batas }) : ditolak(sebab);
  } catch {
    // Whatever yauzl cannot follow is the sender's doing, not a fault of the program.
    return ditolak("rusak");
  }
}

/** The names in a zip file as its directory has them; none where it cannot be followed, or is too long. */
export async function namaZip(data: Uint8Array): Promise<readonly string[]> {
  try {
    const zip = await fromBufferPromise(asBuffer(data), { lazyEntries: true, autoClose: false });
    if (zip.entryCount > BATAS_ZIP.entri) return [];
    const namaList: string[] = [];
    for await (const { fileName } of zip.eachEntry()) namaList.push(fileName);
    return namaList;
  } catch {
    return [];
  }
}

function directoryFault(entryList: readonly Entry[], batas: BatasZip): SebabZip | null {
  if (entryList.some((entry) => entry.isEncrypted())) return "terkunci";
  // Two entries of one name: each reader would see another file.
  const names = new Set(entryList.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size !== entryList.length) return "rusak";
  const total = entryList.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const tooLarge = entryList.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > batas.entriByte || isBomb(uncompressedSize, compressedSize, batas),
  );
  return total > batas.totalByte || tooLarge ? "terlalu-besar" : null;
}

async function inflateAll(
  zip: ZipFile,
  entryList: readonly Entry[],
  { perlu, batas }: { readonly perlu: (nama: string) => boolean; readonly batas: BatasZip },
): Promise<HasilZip> {
  const bagian = new Map<string, Uint8Array>();
  let total = 0;
  let kept = 0;
  for (const entry of entryList) {
    const keep = perlu(entry.fileName) && kept + entry.uncompressedSize <= batas.simpanByte;
    const { size, data } = await inflate(await zip.openReadStreamPromise(entry), {
      entry,
      keep,
      limit: Math.min(batas.entriByte, batas.totalByte - total),
    });
    if (data === null) return ditolak("terlalu-besar");
    if (isBomb(size, entry.compressedSize, batas)) return ditolak("terlalu-besar");
    total += size;
    if (!keep) continue;
    kept += size;
    bagian.set(entry.fileName, data);
  }
  return { kind: "isi", namaList: entryList.map(({ fileName }) => fileName), bagian };
}

/**
 * Inflates one entry chunk by chunk; without data when it grows past the limit.
 * @throws Error when its size or checksum is not the one that was declared.
 */
async function inflate(
  stream: Readable,
  { entry, keep, limit }: { readonly entry: Entry; readonly keep: boolean; readonly limit: number },
): Promise<{ readonly size: number; readonly data: Uint8Array | null }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let sum = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.byteLength;
    if (size > limit) return { size, data: null };
    sum = crc32(chunk, sum);
    if (keep) chunks.push(chunk);
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) {
    throw new Error(`zip entry ${entry.fileName} is not what it says`);
  }
  return { size, data: Buffer.concat(chunks) };
}

const isBomb = (size: number, packed: number, { rasio }: BatasZip): boolean =>
  size > RASIO_MULAI_BYTE && size > packed * rasio;

/** Office puts a file with a password into the container it used before 2007. */
const isLocked = (data: Uint8Array): boolean =>
  asBuffer(data).subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex")) &&
  asBuffer(data).includes(Buffer.from("EncryptedPackage", "utf16le"));

const asBuffer = (data: Uint8Array): Buffer =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength);

const ditolak = (sebab: SebabZip): HasilZip => ({ kind: "ditolak", sebab });
