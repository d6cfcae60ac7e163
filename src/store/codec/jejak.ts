import { z } from "zod";
import type { Jawaban } from "../../core/conversation/jejak.ts";

/** What a message set, as its column holds it. */
export const JawabanJson = z.array(
  z.strictObject({
    bagian: z.enum([
      "angka",
      "keterangan",
      "tindakLanjut",
      "pendukung",
      "pelaksanaan",
      "bukti",
      "formulir",
      "keputusan",
    ]),
    waitId: z.string(),
    kode: z.string().nullable(),
  }),
) satisfies z.ZodType<Jawaban[]>;
