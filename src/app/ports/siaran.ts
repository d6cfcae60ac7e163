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
  readonly gagal: readonly { readonly pegawaiId: PegawaiId; readonly sebab: string }[];
  readonly dilewati: readonly { readonly pegawaiId: PegawaiId; readonly sebab: string }[];
  readonly menunggu: number;
}
