import { z } from "zod";
import type { Bukti } from "../../core/formulir/nilai.ts";

/** A stored file: evidence of a figure, something sent into a form, an edited report. */
export const BuktiJson = z.strictObject({
  hash: z.string(),
  nama: z.string(),
  mime: z.string(),
  ukuranByte: z.number(),
}) satisfies z.ZodType<Bukti>;
