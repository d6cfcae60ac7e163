import { NilaiFormulir } from "../../src/core/formulir/nilai.ts";
import type { Act } from "../core/engine/play.ts";
import type { TraceAct } from "./trace.ts";

/** A way through a sheet that is worth reading as a whole. */
export interface Script {
  readonly nama: string;
  readonly periode: string;
  /** When the berkas is opened, and which periods are complete by then. */
  readonly mulai: string;
  readonly selesai: readonly string[];
  readonly acts: readonly TraceAct[];
}

export const menit = (n: number): Act => ({ menit: n });

export const pilih = (oleh: string, pilihan: string): Act => ({ oleh, pilih: pilihan });

export const kembalikan = (oleh: string, alasan: string): Act => ({
  oleh,
  pilih: "kembalikan",
  alasan,
});

/** Fills in one field of the form on somebody's desk. */
export const isi = (oleh: string, kode: string, nilai: unknown): Act => ({
  oleh,
  formulir: kode,
  nilai: NilaiFormulir.parse(nilai),
});
