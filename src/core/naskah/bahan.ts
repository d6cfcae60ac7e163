import type { Langkah } from "../engine/langkah/schema.ts";
import type { Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";

/** All a letter or form is drawn up from: the berkas as it stands, the langkah it comes out of. */
export interface BahanNaskah {
  readonly turn: Turn;
  readonly langkah: Langkah;
  /** Whoever handed in the form or decided; they sign it unless it is for the head of the office. */
  readonly oleh: PegawaiId | "sistem";
  /** From the register of letters; null while it has none. */
  readonly nomor: string | null;
}
