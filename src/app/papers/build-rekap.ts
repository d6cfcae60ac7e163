import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import { labelPendekTahun, type Periode } from "../../core/kinerja/periode.ts";
import { projectRekap, type Rekap } from "../../core/rekap/index.ts";
import type { Pada } from "../../core/waktu/pada.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { Store } from "../ports/store.ts";
import { fileName } from "./file-name.ts";

/** Which rekap is wanted. */
export interface RekapQuery {
  readonly kantorId: KantorId;
  readonly tahun: number;
  readonly periode: Periode;
  /** Only the rows of this person, or all. */
  readonly unit: PegawaiId | null;
  /** Figures as they stood at this moment; null for now. */
  readonly pada: Pada | null;
}

/** What building a rekap needs of the world. */
export interface RekapDeps {
  readonly store: Pick<Store, "loadRekap">;
  readonly documents: Pick<Documents, "rekapXlsx">;
  readonly clock: Clock;
}

/** The workbook, and the entry of the office's log it reaches to. */
export interface RekapFile extends OutgoingFile {
  readonly padaSeq: number;
}

export const XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The workbook of a period, or null when there is no such office. */
export async function buildRekap(
  { store, documents, clock }: RekapDeps,
  { kantorId, tahun, periode, unit, pada }: RekapQuery,
): Promise<RekapFile | null> {
  const rows = await store.loadRekap(kantorId, tahun, pada);
  if (rows === null) return null;
  const { padaSeq, padaMs } = rows.pada;
  const shownMs = pada === null ? Math.max(clock.now(), padaMs) : padaMs;
  const rekap = projectRekap(rows, tahun, periode, { unit, padaSeq, padaMs: shownMs });
  const data = await documents.rekapXlsx(rekap);
  return { nama: rekapFileName(rekap), mime: XLSX_MIME, data, padaSeq };
}

/** "Rekap Kinerja TW IV 2026 - Kecamatan Paringin Selatan.xlsx"; a unit's own carries its name too. */
export const rekapFileName = ({ kop }: Pick<Rekap, "kop">): string =>
  fileName(
    [
      `Rekap Kinerja ${labelPendekTahun(kop.periode, kop.istilahTriwulan)}`,
      kop.kantor,
      ...(kop.unit === null ? [] : [kop.unit]),
    ],
    "xlsx",
  );
