import type { Bukti } from "../../core/engine/state.ts";

/** Files under DATA_DIR, named by their SHA-256; writing the same bytes twice is harmless. */
export interface FileStore {
  put(data: Uint8Array, nama: string, mime: string): Promise<Bukti>;
  /** Null when missing; throws when the content no longer fits its hash. */
  get(hash: string): Promise<Uint8Array | null>;
}
