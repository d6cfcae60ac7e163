import type { PegawaiId } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { Instant } from "../waktu/instant.ts";
import { indikatorAt, jabatanOf, latestRevisiList, type RekapMasukan } from "./masukan.ts";

/** One file that proves a figure that counts. */
export interface BarisBukti {
  readonly periode: Periode;
  readonly kode: string;
  readonly indikator: string;
  readonly namaBerkas: string;
  readonly ukuranByte: number;
  /** SHA-256; the file lies under it in the store and in the manifest of the archive. */
  readonly hash: string;
  readonly oleh: string;
  readonly atMs: Instant;
}

/** The evidence of the figures that count, by period and kode; of one unit, or of all. */
export function buktiList(
  masukan: RekapMasukan,
  unit: { readonly pegawaiId: PegawaiId; readonly kodeList: ReadonlySet<string> } | null,
): readonly BarisBukti[] {
  return latestRevisiList(masukan)
    .filter(({ kode }) => unit === null || unit.kodeList.has(kode))
    .flatMap(({ periode, kode, bukti, oleh, atMs }) => {
      const indikator = indikatorAt(masukan, periode).find((one) => one.kode === kode)?.nama ?? "";
      return bukti.map(({ nama, ukuranByte, hash }): BarisBukti => {
        const file = { namaBerkas: nama, ukuranByte, hash };
        return { periode, kode, indikator, ...file, oleh: jabatanOf(masukan.kantor, oleh), atMs };
      });
    })
    .toSorted((a, b) => compare(a.periode, b.periode) || compare(a.kode, b.kode));
}

const compare = (a: string, b: string): number => a.localeCompare(b, "id", { numeric: true });
