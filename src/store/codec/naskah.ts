import { z } from "zod";
import { JenisNaskah } from "../../core/dokumen/jenis.ts";
import type { Naskah } from "../../core/engine/state.ts";
import { Bukti } from "../../core/formulir/nilai.ts";
import { PegawaiId } from "../../core/kantor/schema.ts";
import type { BentukNaskah } from "../../core/pesan/pesan.ts";
import { LangkahNo } from "../../core/sop/reference.ts";

/** A paper, as the state of its berkas and its own row hold it. */
export const NaskahJson = z.strictObject({
  id: z.string(),
  jenis: JenisNaskah,
  nama: z.string(),
  sebutan: z.string().nullable(),
  versi: z.number(),
  langkahNo: LangkahNo,
  padaMs: z.number(),
  padaSeq: z.number().exactOptional(),
  oleh: z.union([z.literal("sistem"), PegawaiId]),
  nomor: z.string().nullable(),
  unggahan: Bukti.nullable(),
  perubahan: z.string().nullable(),
  sidik: z.string().exactOptional(),
}) satisfies z.ZodType<Naskah>;

/** What a paper can be had as. */
export const BentukJson = z.enum(["pdf", "docx", "zip", "asli"]) satisfies z.ZodType<BentukNaskah>;
