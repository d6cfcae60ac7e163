/** A stored file somebody sent: evidence of a figure, a scan, an edited report. */
export interface Bukti {
  readonly hash: string;
  readonly nama: string;
  readonly mime: string;
  readonly ukuranByte: number;
}
