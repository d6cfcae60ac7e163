import type { Instant } from "../../core/waktu/instant.ts";
import type { FileStore } from "./files.ts";
import type { Store } from "./store.ts";

/** Something that is not as it should be: a file of the backup, or what the office itself lacked already. */
export interface Temuan {
  readonly apa: string;
  readonly keadaan: "hilang" | "berubah" | "rusak";
}

/** A backup: the database and the papers of every office as of one moment, in a folder of its own. */
export interface Backup {
  readonly nama: string;
  readonly path: string;
  readonly dibuatMs: Instant;
  /** The engine it was made from; it can be brought back to either. */
  readonly mesin: "sqlite" | "postgresql";
  /** The newest migration the database has had. */
  readonly skema: string;
  readonly kantor: readonly string[];
  /** Papers and files it holds. */
  readonly jumlahBerkas: number;
  /** Of everything in it, as if nothing were shared with other backups. */
  readonly ukuranByte: number;
  /** What was amiss when it was made; a good backup has none. */
  readonly temuan: readonly Temuan[];
}

/** A backup as a store: what reads an office reads it as well. */
export interface OpenBackup {
  readonly store: Store;
  readonly files: Pick<FileStore, "verify">;
}

/** Looks through the offices of a backup and says what does not hold together. */
export type LookThrough = (backup: OpenBackup) => Promise<readonly Temuan[]>;

/** The backups in one folder. */
export interface Backups {
  /** Those that are whole, oldest first; and the names of folders whose manifest cannot be read. */
  list(): Promise<{ readonly ada: readonly Backup[]; readonly rusak: readonly string[] }>;
  /**
   * Makes one while the office works on. It is looked through before it gets its name. Null while another
   * one is being made in the same folder.
   */
  create(nowMs: Instant, look: LookThrough): Promise<Backup | null>;
  /** Reads a backup back, every byte, wherever its folder is; null where there is none. */
  verify(path: string, look: LookThrough): Promise<Verified | null>;
  /** Removes it; one that is half removed is no backup any more. */
  remove(nama: string): Promise<void>;
}

export interface Verified {
  /** Null when its manifest cannot be read. */
  readonly backup: Backup | null;
  readonly temuan: readonly Temuan[];
}
