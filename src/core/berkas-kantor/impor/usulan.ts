import { kolomIndikator } from "../buku/lembar-indikator.ts";
import type { NilaiSel } from "../buku/model.ts";
import { rujukanKe } from "../buku/rujukan.ts";

/** The cells of a row of the sheet Indikator that a document can fill, by the keys of the office file. */
export const bidangUsul = [
  "kode",
  "tahun",
  "sasaran",
  "nama",
  "satuan",
  "arah",
  "agregasi",
  "penanggungJawab",
  "targetTriwulan.0",
  "targetTriwulan.1",
  "targetTriwulan.2",
  "targetTriwulan.3",
  "targetTahunan",
] as const;
export type BidangUsul = (typeof bidangUsul)[number];

/** A cell as it is proposed. */
export interface SelUsul {
  /** What is written there; null where the document says nothing. */
  readonly nilai: NilaiSel;
  /** From the document itself, guessed from it, or not found. */
  readonly asal: "dokumen" | "dugaan" | "kosong";
  /** Why somebody must look at it; null where nobody must. */
  readonly catatan: string | null;
}

/** A row of the sheet Indikator as it is proposed. */
export interface BarisUsul {
  /** "Lembar PK baris 9". */
  readonly tempat: string;
  readonly sel: { readonly [B in BidangUsul]: SelUsul };
}

/** What a document says there. */
export const dariDokumen = (nilai: NilaiSel, catatan: string | null = null): SelUsul => ({
  nilai,
  asal: nilai === null ? "kosong" : "dokumen",
  catatan,
});

/** What is guessed of it. */
export const diduga = (nilai: NilaiSel, alasan: string): SelUsul => ({
  nilai,
  asal: "dugaan",
  catatan: `dugaan, karena ${alasan}; periksa`,
});

/** What it does not say. */
export const tanpa = (catatan: string): SelUsul => ({ nilai: null, asal: "kosong", catatan });

/** What the column of a cell is called. */
export const judulBidang = (bidang: BidangUsul): string =>
  kolomIndikator.find(({ jalur }) => jalur.join(".") === bidang)?.judul ?? bidang;

/** A value as its column writes it: "turun" is "makin rendah makin baik". */
export function kata(bidang: BidangUsul, nilai: unknown): NilaiSel {
  const kolom = kolomIndikator.find(({ jalur }) => jalur.join(".") === bidang);
  return kolom?.jenis.tulis(nilai, { rujukan: rujukanKe([]) }) ?? null;
}

/** The value a text of a document means in its column; null where it means none. */
export function artinya(bidang: BidangUsul, teks: string): NilaiSel {
  const kolom = kolomIndikator.find(({ jalur }) => jalur.join(".") === bidang);
  const read = kolom?.jenis.baca(
    { jenis: "teks", alamat: "", teks },
    { rujukan: rujukanKe([]), satuan: "" },
  );
  return read !== undefined && "nilai" in read ? kata(bidang, read.nilai) : null;
}
