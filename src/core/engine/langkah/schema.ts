import { z } from "zod";
import { Peran } from "../../kantor/schema.ts";
import { LangkahNo, Tujuan } from "../../sop/reference.ts";
import { Durasi } from "../../waktu/durasi.ts";

/** Who works on a langkah. `disimpulkan` marks an executor the sheet's text does not name. */
export const Pelaksana = z.strictObject({
  peran: z.union([Peran, z.array(Peran).min(1)]).transform((peran) => [peran].flat()),
  memasok: z.array(Peran).default([]),
  disimpulkan: z.boolean().default(false),
});
export type Pelaksana = z.infer<typeof Pelaksana>;

/** Standard quality of a langkah: what is needed, how long it may take, what comes out. */
export const MutuBaku = z.strictObject({
  kelengkapan: z.array(z.string()).default([]),
  waktu: Durasi.nullable(),
  keluaran: z.array(z.string()).default([]),
  keluaranAsli: z.string().optional(),
});
export type MutuBaku = z.infer<typeof MutuBaku>;

const umum = {
  no: LangkahNo,
  uraian: z.string().min(1).max(300),
  asli: z.string().optional(),
  pelaksana: Pelaksana,
  mutuBaku: MutuBaku,
  keterangan: z.string().optional(),
  tambahan: z.boolean().default(false),
  /** Last working day after the period in which this langkah may still be open. */
  batasHariKerja: z.number().int().positive().max(120).optional(),
};

/** Figures are asked from every penanggung jawab; ends when all have sent or the coordinator closes. */
export const LangkahRealisasi = z.strictObject({
  ...umum,
  jenis: z.literal("realisasi"),
  hasil: z.strictObject({ selesai: Tujuan }),
});

/** The program computes the rekap; a person confirms it, or nobody has to (`otomatis`). */
export const LangkahKompilasi = z.strictObject({
  ...umum,
  jenis: z.literal("kompilasi"),
  otomatis: z.boolean().default(false),
  hasil: z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
});

/** A new draft is made and attached; the compiler sends it on or asks a unit to correct. */
export const LangkahPenyusunan = z.strictObject({
  ...umum,
  jenis: z.literal("penyusunan"),
  hasil: z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
});

/** The draft is passed on to `penerima`, each of whom may confirm having read it; nobody is waited for. */
export const LangkahSosialisasi = z.strictObject({
  ...umum,
  jenis: z.literal("sosialisasi"),
  penerima: z.array(Peran).min(1),
  hasil: z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
});

/** A decision with two exits; returning asks for a reason. */
export const LangkahKeputusan = z.strictObject({
  ...umum,
  jenis: z.literal("keputusan"),
  hasil: z.strictObject({ setuju: Tujuan, kembalikan: Tujuan }),
});

/** A row of the sheet; `jenis` says which part of the engine carries it. */
export const Langkah = z.discriminatedUnion("jenis", [
  LangkahRealisasi,
  LangkahKompilasi,
  LangkahPenyusunan,
  LangkahSosialisasi,
  LangkahKeputusan,
]);
export type Langkah = z.infer<typeof Langkah>;
export type JenisLangkah = Langkah["jenis"];
export type LangkahOf<J extends JenisLangkah> = Extract<Langkah, { jenis: J }>;
