import type { PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";

/** What a circular asks of its readers: that they have read it, or whether they will come. */
export type Tanggapan = "baca" | "hadir";

/** What passes something on to people who are asked for an answer that holds nothing up. */
export interface Edaran {
  readonly langkah: Langkah;
  readonly tanggapan: Tanggapan;
  readonly kepada: readonly PegawaiId[];
}
