import type { Instant } from "../../core/waktu/instant.ts";

/** A copy of the database that was made before a migration. */
export interface Copy {
  readonly nama: string;
  readonly ukuranByte: number;
  readonly dibuatMs: Instant;
}

/** The copies of the database under DATA_DIR; each holds the data of every office. */
export interface Copies {
  list(): Promise<readonly Copy[]>;
  remove(nama: string): Promise<void>;
}
