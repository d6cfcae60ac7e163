import { z } from "zod";

/** A stored file somebody sent: evidence of a figure, a scan, an edited report. */
export const Bukti = z.strictObject({
  hash: z.string(),
  nama: z.string(),
  mime: z.string(),
  ukuranByte: z.number(),
});
export type Bukti = Readonly<z.infer<typeof Bukti>>;
