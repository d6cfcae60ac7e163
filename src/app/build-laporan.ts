import { laporanPeriode } from "../core/dokumen/laporan-periode.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { projectRekap } from "../core/kinerja/rekap.ts";
import type { BentukLaporan, Lampiran } from "../core/pesan/pesan.ts";
import { fileName, periodeName } from "./file-name.ts";
import type { OutgoingFile } from "./ports/channel.ts";
import type { Documents } from "./ports/documents.ts";
import type { Store } from "./ports/store.ts";

/** Which report is wanted, and as what. */
export type LaporanQuery = Omit<Extract<Lampiran, { readonly jenis: "laporan" }>, "jenis"> & {
  readonly kantorId: KantorId;
};

/** What building a report needs of the world. */
export interface LaporanDeps {
  readonly store: Pick<Store, "loadRekap">;
  readonly documents: Pick<Documents, "dokumenPdf" | "dokumenDocx">;
}

/** What Word calls its files. */
export const DOCX_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The report of a period from the figures of that instant, or null when there is no such office. */
export async function buildLaporan(
  { store, documents }: LaporanDeps,
  { kantorId, bentuk, tahun, periode, drafVersi, padaMs }: LaporanQuery,
): Promise<OutgoingFile | null> {
  const rows = await store.loadRekap(kantorId, tahun, padaMs);
  if (rows === null) return null;
  const rekap = projectRekap(rows, tahun, periode, { unit: null, dibuatMs: padaMs });
  const dokumen = laporanPeriode(rekap, { drafVersi, nomor: null });
  const write = { pdf: documents.dokumenPdf, docx: documents.dokumenDocx }[bentuk];
  return {
    nama: fileName(
      [
        `Laporan Kinerja ${periodeName(periode)}`,
        rekap.kop.kantor,
        ...(drafVersi === null ? [] : [`Draf ${drafVersi}`]),
      ],
      bentuk,
    ),
    mime: mimeLaporan[bentuk],
    data: await write(dokumen),
  };
}

/** What a drawn document is to whoever receives it. */
export const mimeLaporan: { readonly [B in BentukLaporan]: string } = {
  pdf: "application/pdf",
  docx: DOCX_MIME,
};
