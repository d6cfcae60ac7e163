import { z } from "zod";
import { JenisNaskah } from "../../dokumen/jenis.ts";

const AWALAN = "naskah:";

/** What is gathered without naming a kind of paper. */
export const BahanUtuh = z.enum([
  "laporan-triwulan",
  "laporan-semester",
  "lkjip",
  "rekap",
  "bukti",
  "sop",
  "log",
  "tindak-lanjut-lhe",
]);

/** A kind of thing that proves a criterion: a report, figures, or papers of a kind. */
export const BahanLke = z.union([
  BahanUtuh,
  z.templateLiteral([AWALAN, z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)]),
]);
export type BahanLke = z.infer<typeof BahanLke>;

/** Papers of this kind as something that proves. */
export const bahanNaskah = (jenis: JenisNaskah): BahanLke => `${AWALAN}${jenis}`;

/** Which papers it is; null where it is none of a kind. */
export function jenisBahan(bahan: BahanLke): JenisNaskah | null {
  const jenis = bahan.startsWith(AWALAN) ? bahan.slice(AWALAN.length) : null;
  return JenisNaskah.safeParse(jenis).data ?? null;
}

const kode = z.string().min(1).max(20);
const teks = z.string().min(1).max(300);
const bobot = z.number().positive().max(100);

/** One criterion: what proves it here, and what the office encloses by itself. */
export const KriteriaLke = z
  .strictObject({
    kode,
    uraian: teks,
    bukti: z.array(BahanLke).default([]),
    sendiri: teks.exactOptional(),
  })
  .refine(
    ({ bukti, sendiri }) => bukti.length > 0 || sendiri !== undefined,
    "isi bukti, sendiri, atau keduanya",
  );
export type KriteriaLke = z.infer<typeof KriteriaLke>;

/** A sub-component with its share of a hundred. */
export const SubLke = z.strictObject({
  kode,
  nama: teks,
  bobot,
  kriteria: z.array(KriteriaLke).min(1),
});

/** A component; its sub-components share its weight. */
export const KomponenLke = z.strictObject({
  kode,
  nama: teks,
  bobot,
  sub: z.array(SubLke).min(1),
});

/** The Lembar Kerja Evaluasi an office is evaluated by (PermenPANRB 88/2021, as the region has it). */
export const Lke = z.strictObject({ dasar: teks, komponen: z.array(KomponenLke).min(1) });
export type Lke = z.infer<typeof Lke>;

/** Every criterion, in order. */
export const kriteriaList = ({ komponen }: Lke): readonly KriteriaLke[] =>
  komponen.flatMap(({ sub }) => sub.flatMap(({ kriteria }) => kriteria));

/** Something wrong with it, and where. */
export interface CelaLke {
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}

/** Weights that do not add up, and codes that are there twice. */
export function celaLke(lke: Lke): readonly CelaLke[] {
  const { komponen } = lke;
  const kodeList = kriteriaList(lke).map((one) => one.kode);
  const ganda = kodeList.find((one, index) => kodeList.indexOf(one) < index);
  return [
    ...(isSame(sum(komponen), 100)
      ? []
      : [{ jalur: ["komponen"], pesan: `bobot komponen berjumlah ${sum(komponen)}, bukan 100` }]),
    ...komponen.flatMap(({ nama, bobot: whole, sub }, index) =>
      isSame(sum(sub), whole)
        ? []
        : [
            {
              jalur: ["komponen", index, "bobot"],
              pesan: `bobot subkomponen ${nama} berjumlah ${sum(sub)}, bukan ${whole}`,
            },
          ],
    ),
    ...(ganda === undefined
      ? []
      : [{ jalur: ["komponen"], pesan: `kriteria ${ganda} tertulis dua kali` }]),
  ];
}

const sum = (list: readonly { readonly bobot: number }[]): number =>
  list.reduce((total, one) => total + one.bobot, 0);

/** Halves add up exactly; thirds would not. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
