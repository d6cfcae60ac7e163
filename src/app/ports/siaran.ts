import type { TakSampai } from "../../core/conversation/siaran.ts";
import type { PegawaiId } from "../../core/kantor/schema.ts";

/** How a broadcast stands. */
export interface SiaranStatus {
  readonly id: string;
  readonly oleh: PegawaiId;
  readonly teks: string;
  readonly dibatalkan: boolean;
  /** Receivers, without those who were passed over. */
  readonly total: number;
  readonly terkirim: number;
  /** Those among the sent that arrived, as far as their channels tell; the read ones too. */
  readonly sampai: number;
  readonly dibaca: number;
  readonly gagal: readonly TakSampai[];
  readonly dilewati: readonly TakSampai[];
  readonly menunggu: number;
  /** Other offices that have not handed it to their people yet. */
  readonly kantorMenunggu: number;
}
