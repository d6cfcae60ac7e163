import { z } from "zod";
import type { BlokTeks, RichText } from "./pesan.ts";

/** A block as it is kept, its texts in whatever shape the keeper keeps texts. */
export function blokJson(teks: z.ZodType<RichText>): z.ZodType<BlokTeks> {
  const blok: z.ZodType<BlokTeks> = z.discriminatedUnion("jenis", [
    z.strictObject({ jenis: z.enum(["alinea", "judul"]), teks }),
    z.strictObject({
      jenis: z.literal("tabel"),
      kolom: z.array(z.strictObject({ judul: teks, rata: z.enum(["kiri", "kanan"]) })),
      barisList: z.array(z.array(teks)),
    }),
    z.strictObject({ jenis: z.literal("daftar"), butirList: z.array(teks) }),
    z.strictObject({
      jenis: z.literal("rincian"),
      judul: teks,
      isi: z.array(z.lazy(() => blok)),
    }),
  ]);
  return blok;
}
