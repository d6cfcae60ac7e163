import type { Bukti } from "../../core/formulir/nilai.ts";

/** What looking at a stored file found: as it was put, gone, with other bytes, or destroyed on purpose. */
export type KeadaanFile = "utuh" | "hilang" | "berubah" | "dimusnahkan";

/** Files under DATA_DIR, named by their SHA-256; writing the same bytes twice is harmless. */
export interface FileStore {
  /** On disk, name and all, once this resolves. */
  put(data: Uint8Array, nama: string, mime: string): Promise<Bukti>;
  /** The same for bytes that come piece by piece and are never held all at once. */
  putStream(chunks: AsyncIterable<Uint8Array>, nama: string, mime: string): Promise<Bukti>;
  /** Null when missing; throws when the content no longer fits its hash. */
  get(hash: string): Promise<Uint8Array | null>;
  /** The content piece by piece; fails when the file is missing, or at the end if it has changed. */
  read(hash: string): AsyncIterable<Uint8Array>;
  /** In bytes; null when missing. */
  size(hash: string): Promise<number | null>;
  /** Recomputes the hash of a stored file, piece by piece. */
  verify(hash: string): Promise<KeadaanFile>;
  /** Removes a file for good and leaves a mark in its place, so that nobody takes it for lost. */
  destroy(hash: string): Promise<void>;
  /** Whether it was destroyed, and not put again since. */
  isDestroyed(hash: string): Promise<boolean>;
}
