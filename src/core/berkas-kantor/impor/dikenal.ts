import { z } from "zod";
import { Indikator } from "../../kinerja/indikator.ts";
import { lipat } from "../buku/lipat.ts";
import type { Orang } from "../buku/rujukan.ts";

/** An indikator the office has already; what of it is not there yet is not known. */
export interface IndikatorDikenal {
  readonly nama: string;
  readonly tahun?: number | undefined;
  readonly kode?: string | undefined;
  readonly sasaran?: string | undefined;
  readonly satuan?: string | undefined;
  readonly arah?: Indikator["arah"] | undefined;
  readonly agregasi?: Indikator["agregasi"] | undefined;
  readonly penanggungJawab?: string | undefined;
}

/** What is known of the office a document belongs to. */
export interface Dikenal {
  readonly indikatorList: readonly IndikatorDikenal[];
  readonly orangList: readonly Orang[];
}

/** Nothing is known of an office that begins. */
export const TAK_DIKENAL: Dikenal = { indikatorList: [], orangList: [] };

/** What cannot be read is not known; the rest still is. */
const IndikatorDibaca = z.object({
  nama: Indikator.shape.nama,
  tahun: Indikator.shape.tahun.optional().catch(undefined),
  kode: Indikator.shape.kode.optional().catch(undefined),
  sasaran: Indikator.shape.sasaran.optional().catch(undefined),
  satuan: Indikator.shape.satuan.optional().catch(undefined),
  arah: Indikator.shape.arah.optional().catch(undefined),
  agregasi: Indikator.shape.agregasi.optional().catch(undefined),
  penanggungJawab: z.string().optional().catch(undefined),
});
const OrangDibaca = z.object({ id: z.string(), nama: z.string(), jabatan: z.string() });

/** What an office file tells that may not be whole yet. */
export function dikenalDari(isi: {
  readonly pegawai: readonly unknown[];
  readonly indikator: readonly unknown[];
}): Dikenal {
  return {
    indikatorList: isi.indikator.flatMap((one) => IndikatorDibaca.safeParse(one).data ?? []),
    orangList: isi.pegawai.flatMap((one) => OrangDibaca.safeParse(one).data ?? []),
  };
}

/** The same indikator in any year, the last one first. */
export const cariIndikator = (
  { indikatorList }: Dikenal,
  nama: string,
): IndikatorDikenal | undefined =>
  indikatorList
    .filter((one) => lipat(one.nama) === lipat(nama))
    .toSorted((a, b) => (b.tahun ?? 0) - (a.tahun ?? 0))[0];
