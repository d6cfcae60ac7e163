import type { Dokumen } from "../../core/dokumen/model.ts";
import type { BerkasId, Naskah, NaskahId } from "../../core/engine/state.ts";
import type { NomorTercatat } from "../../core/kantor/nomor.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Periode } from "../../core/kinerja/periode.ts";
import type { BentukNaskah } from "../../core/pesan/pesan.ts";
import type { Instant } from "../../core/waktu/instant.ts";

/** A paper as it is stored: what the berkas knows of it, and what is drawn. */
export interface NaskahRow {
  readonly kantorId: KantorId;
  readonly berkasId: BerkasId;
  readonly periode: Periode;
  readonly naskah: Naskah;
  /** Null where the file is an upload, or is made from the berkas as a whole. */
  readonly isi: Dokumen | null;
}

/** The file of a paper, made once and kept under its hash. */
export interface NaskahFile {
  readonly naskahId: NaskahId;
  readonly bentuk: BentukNaskah;
  readonly hash: string;
  readonly nama: string;
  readonly mime: string;
  readonly ukuranByte: number;
  readonly dibuatMs: Instant;
}

/** A paper with the files that were made of it, as lists have it: without what is drawn. */
export interface NaskahRecord extends Omit<NaskahRow, "isi"> {
  readonly fileList: readonly NaskahFile[];
}

/** A paper whole: with what is drawn and what was made of it. */
export type NaskahUtuh = NaskahRow & NaskahRecord;

/** An entry of an office's register of letters; cancelled ones stay, with the reason. */
export interface NomorRow extends NomorTercatat {
  readonly kantorId: KantorId;
  /** As printed; null where it was used outside the program. */
  readonly nomor: string | null;
  readonly perihal: string;
  readonly berkasId: BerkasId | null;
  readonly oleh: PegawaiId;
  readonly atMs: Instant;
  readonly batal: string | null;
}
