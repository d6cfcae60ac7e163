import { z } from "zod";
import { JenisNaskah } from "../dokumen/jenis.ts";
import { Tahap } from "../formulir/schema.ts";
import { Peran } from "../kantor/schema.ts";
import { Durasi } from "../waktu/durasi.ts";
import { LangkahNo, Tujuan } from "./reference.ts";

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
  /** Papers that come out of this langkah when the berkas goes on from it. */
  naskah: z.array(JenisNaskah).default([]),
  /** The report becomes this version when the berkas goes on from here: "Draf 2", "Final". */
  versi: z.string().min(1).max(30).optional(),
  /**
   * Why nobody who stands in may answer here (Plh. and Plt. take no decisions of organisation, staff or
   * budget, SE BKN 1/SE/I/2021): it waits for whoever holds the post.
   */
  pejabatDefinitif: z.string().min(1).max(200).optional(),
  /** Printed twice on the sheet: passed by itself, with the reason in the log. */
  duplikatDari: LangkahNo.optional(),
};

/** Figures are asked from every penanggung jawab; ends when all have sent or the coordinator closes. */
const LangkahRealisasi = z.strictObject({
  ...umum,
  jenis: z.literal("realisasi"),
  /** The format goes along as a workbook, to be sent back filled in by whoever prefers that. */
  format: z.boolean().default(false),
  hasil: z.strictObject({ selesai: Tujuan }),
});

/** The program computes the rekap; a person confirms it, or nobody has to (`otomatis`). */
const LangkahKompilasi = z.strictObject({
  ...umum,
  jenis: z.literal("kompilasi"),
  otomatis: z.boolean().default(false),
  hasil: z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
});

/** A new draft is made and attached; the compiler sends it on or asks a unit to correct. */
const LangkahPenyusunan = z.strictObject({
  ...umum,
  jenis: z.literal("penyusunan"),
  hasil: z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
});

/** The draft is passed on to `penerima`, each of whom may confirm having read it; nobody is waited for. */
const LangkahSosialisasi = z.strictObject({
  ...umum,
  jenis: z.literal("sosialisasi"),
  penerima: z.array(Peran).min(1),
  hasil: z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
});

/** A decision with two exits about a paper, the report if no other; returning asks for a reason. */
const LangkahKeputusan = z.strictObject({
  ...umum,
  jenis: z.literal("keputusan"),
  tentang: JenisNaskah.default("laporan"),
  hasil: z.strictObject({ setuju: Tujuan, kembalikan: Tujuan }),
});

/**
 * A form in one or several parts, written out here or named: an order, a meeting, a signature, a
 * dispatch. What it asks, which papers it makes and to whom they go is data.
 */
const LangkahFormulir = z.strictObject({
  ...umum,
  jenis: z.literal("formulir"),
  /** A form of `flows/formulir/`; its parts are copied into the sheet when that is read. */
  formulir: z.string().optional(),
  tahap: z.array(Tahap).default([]),
  hasil: z.union([
    z.strictObject({ selesai: Tujuan, kembalikan: Tujuan.optional() }),
    z.strictObject({ setuju: Tujuan, kembalikan: Tujuan }),
  ]),
});

/** A row of the sheet; `jenis` says which part of the engine carries it. */
export const Langkah = z.discriminatedUnion("jenis", [
  LangkahRealisasi,
  LangkahKompilasi,
  LangkahPenyusunan,
  LangkahSosialisasi,
  LangkahKeputusan,
  LangkahFormulir,
]);
export type Langkah = z.infer<typeof Langkah>;
export type JenisLangkah = Langkah["jenis"];
export type LangkahOf<J extends JenisLangkah> = Extract<Langkah, { jenis: J }>;

/** The exit that goes on with the sheet, and what choosing it is called. */
export const forwardExit = ({
  hasil,
}: Langkah): { readonly pilihan: "setuju" | "selesai"; readonly tujuan: Tujuan } =>
  "setuju" in hasil
    ? { pilihan: "setuju", tujuan: hasil.setuju }
    : { pilihan: "selesai", tujuan: hasil.selesai };
