import { z } from "zod";
import { Periode } from "./periode.ts";

/** Whether what was promised a period ago was done. */
export const HasilPelaksanaan = z.enum(["sudah", "sebagian", "belum"]);
export type HasilPelaksanaan = z.infer<typeof HasilPelaksanaan>;

/** What became of a tindak lanjut: in the words it had then, and of which period it was. */
export const Pelaksanaan = z.strictObject({
  periode: Periode,
  tindakLanjut: z.string(),
  hasil: HasilPelaksanaan,
});
export type Pelaksanaan = z.infer<typeof Pelaksanaan>;

/** What is told of a figure beside its keterangan; absent where nothing was said. */
export const Narasi = z.strictObject({
  tindakLanjut: z.string().exactOptional(),
  pendukung: z.string().exactOptional(),
  pelaksanaan: Pelaksanaan.exactOptional(),
});
export type Narasi = z.infer<typeof Narasi>;
