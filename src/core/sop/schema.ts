import { z } from "zod";
import { type JenisNaskah, sebutanNaskah } from "../dokumen/jenis.ts";
import { TemplatNaskah } from "../dokumen/templat.ts";
import { Peran } from "../kantor/schema.ts";
import type { PeriodeJenis } from "../kinerja/periode.ts";
import { Langkah } from "./langkah.ts";
import { LangkahNo, SopId } from "./reference.ts";

/** Which langkah run in which period: 003 runs 1–4 each triwulan, 5–7 each semester, 8 each year. */
export const Siklus = z
  .strictObject({
    triwulan: z.array(LangkahNo).min(1).optional(),
    semester: z.array(LangkahNo).min(1).optional(),
    tahunan: z.array(LangkahNo).min(1).optional(),
  })
  .refine((siklus) => Object.values(siklus).some((noList) => noList !== undefined), {
    error: "siklus harus memuat sedikitnya satu jenis periode",
  });
export type Siklus = z.infer<typeof Siklus>;

/** The header block every SOP sheet carries (PermenPANRB 35/2012); printed by `/sop`. */
export const Kepala = z.strictObject({
  nomor: z.string().nullable(),
  tanggalPembuatan: z.string().nullable(),
  tanggalRevisi: z.string().nullable(),
  tanggalPengesahan: z.string().nullable(),
  disahkanOleh: z.string().nullable(),
  dasarHukum: z.array(z.string()),
  kualifikasiPelaksana: z.array(z.string()),
  keterkaitan: z.array(z.string()),
  peralatan: z.array(z.string()),
  peringatan: z.array(z.string()),
  pencatatan: z.array(z.string()),
});
export type Kepala = z.infer<typeof Kepala>;

/** One SOP sheet as data: header block, executor columns, and its langkah. */
export const Sop = z.strictObject({
  id: SopId,
  nama: z.string().min(1).max(200),
  instansi: z.string().min(1).max(200),
  kepala: Kepala,
  siklus: Siklus,
  pelaksana: z.array(Peran).min(1),
  /** What the sheet calls the holder of a role, where that is not the usual name: "Sekretaris Tim". */
  sebutan: z.partialRecord(Peran, z.string().min(1).max(60)).default({}),
  langkah: z.array(Langkah).min(1),
  /** The papers its langkah make; those it does not write out itself are copied in from their files. */
  naskah: z.array(TemplatNaskah).default([]),
  catatan: z.array(z.string()).default([]),
});
export type Sop = z.infer<typeof Sop>;

/** A sheet as an office may open it today. */
export interface SopTersedia {
  readonly sop: Sop;
  readonly hash: string;
}

/** The kinds of period a sheet runs in, from the shortest to the longest. */
export const periodeJenisList = ({ siklus }: Sop): readonly PeriodeJenis[] =>
  (["triwulan", "semester", "tahunan"] as const).filter((jenis) => siklus[jenis] !== undefined);

/** Whether a langkah chooses the team of its berkas. */
export const makesTeam = (langkah: Langkah): boolean =>
  langkah.jenis === "formulir" &&
  langkah.tahap.some(({ isian }) =>
    isian.some((one) => one.tipe === "pegawai" && one.sebagai === "tim"),
  );

/** Whether a sheet has a column for the team, or chooses one. */
export const hasTeam = ({ pelaksana, langkah }: Sop): boolean =>
  pelaksana.includes("tim") || langkah.some(makesTeam);

/** The paper of this kind as the sheet holds it; undefined where it is made from the whole berkas. */
export const templatOf = ({ naskah }: Sop, jenis: JenisNaskah): TemplatNaskah | undefined =>
  naskah.find(({ id }) => id === jenis);

/** What people call a paper of this kind. */
export const namaNaskah = (sop: Sop, jenis: JenisNaskah): string =>
  templatOf(sop, jenis)?.nama ?? sebutanNaskah(jenis);

/** Every paper a langkah makes, by itself or in a part of its form. */
export const naskahDari = (langkah: Langkah): readonly JenisNaskah[] => [
  ...langkah.naskah,
  ...(langkah.jenis === "formulir" ? langkah.tahap.flatMap(({ naskah }) => naskah) : []),
];
