import { z } from "zod";

/** Identity of a sheet; equals the name of its file in `flows/sop/`. */
export const SopId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung")
  .brand<"SopId">();
export type SopId = z.infer<typeof SopId>;

/** Number of a langkah as printed ("4"); a part we added carries a letter ("4a"). */
export const LangkahNo = z
  .union([z.number().int().positive().transform(String), z.string()])
  .pipe(z.string().regex(/^[1-9][0-9]?[a-z]?$/, 'nomor langkah seperti 4 atau "4a"'))
  .brand<"LangkahNo">();
export type LangkahNo = z.infer<typeof LangkahNo>;

/** Where a result leads: another langkah of the same period, or the end of the berkas. */
export const Tujuan = z.union([z.literal("selesai"), LangkahNo]);
export type Tujuan = z.infer<typeof Tujuan>;
