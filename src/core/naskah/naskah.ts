import type { PegawaiId } from "../kantor/schema.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { Pada } from "../waktu/pada.ts";
import type { Bukti } from "./bukti.ts";
import type { JenisNaskah } from "./jenis.ts";

/** Identity of a paper: `<berkasId>-n<number>`, counted within its berkas. */
export type NaskahId = string;

/** A paper of a berkas, without its content: what `/dokumen` lists and other papers refer to. */
export interface Naskah extends Pada {
  readonly id: NaskahId;
  readonly jenis: JenisNaskah;
  /** What it is called: "SK Tim", "Draf Laporan Kinerja Triwulan". */
  readonly nama: string;
  /** Which version a report is: "Draf 2", "Final", "Bertanda tangan"; null for letters and forms. */
  readonly sebutan: string | null;
  /** Counted from 1 within its kind. */
  readonly versi: number;
  readonly langkahNo: LangkahNo;
  readonly oleh: PegawaiId | "sistem";
  /** From the register of letters. */
  readonly nomor: string | null;
  /** The file somebody sent in place of the one we would draw. */
  readonly unggahan: Bukti | null;
  /** What changed against the version before, in words; null for a first version. */
  readonly perubahan: string | null;
}
