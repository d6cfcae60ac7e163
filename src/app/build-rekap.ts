import type { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import type { Periode } from "../core/kinerja/periode.ts";
import { projectRekap, type Rekap } from "../core/kinerja/rekap.ts";
import type { Instant } from "../core/waktu/instant.ts";
import { fileName, periodeName } from "./file-name.ts";
import type { OutgoingFile } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { Documents } from "./ports/documents.ts";
import type { Store } from "./ports/store.ts";

/** Which rekap is wanted. */
export interface RekapQuery {
  readonly kantorId: KantorId;
  readonly tahun: number;
  readonly periode: Periode;
  /** Only the rows of this person, or all. */
  readonly unit: PegawaiId | null;
  /** Figures as they stood at this instant; null for now. */
  readonly padaMs: Instant | null;
}

/** What building a rekap needs of the world. */
export interface RekapDeps {
  readonly store: Pick<Store, "loadRekap">;
  readonly documents: Pick<Documents, "rekapXlsx">;
  readonly clock: Clock;
}

export const XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The workbook of a period, or null when there is no such office. */
export async function buildRekap(
  { store, documents, clock }: RekapDeps,
  { kantorId, tahun, periode, unit, padaMs }: RekapQuery,
): Promise<OutgoingFile | null> {
  const dibuatMs = padaMs ?? clock.now();
  const rows = await store.loadRekap(kantorId, tahun, dibuatMs);
  if (rows === null) return null;
  const rekap = projectRekap(rows, tahun, periode, { unit, dibuatMs });
  return { nama: rekapFileName(rekap), mime: XLSX_MIME, data: await documents.rekapXlsx(rekap) };
}

/** "Rekap Kinerja TW IV 2026 - Kecamatan Paringin Selatan.xlsx"; a unit's own carries its name too. */
export const rekapFileName = ({ kop }: Pick<Rekap, "kop">): string =>
  fileName(
    [
      `Rekap Kinerja ${periodeName(kop.periode)}`,
      kop.kantor,
      ...(kop.unit === null ? [] : [kop.unit]),
    ],
    "xlsx",
  );
