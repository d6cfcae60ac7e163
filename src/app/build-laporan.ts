import { laporanPeriode } from "../core/dokumen/laporan-periode.ts";
import { lkjip } from "../core/dokumen/lkjip.ts";
import type { Dokumen } from "../core/dokumen/model.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { jenisPeriode, periodeOf } from "../core/kinerja/periode.ts";
import { projectRekap, type Rekap } from "../core/kinerja/rekap.ts";
import type { BentukLaporan, Lampiran } from "../core/pesan/pesan.ts";
import { fileName, periodeName } from "./file-name.ts";
import type { OutgoingFile } from "./ports/channel.ts";
import type { Documents } from "./ports/documents.ts";
import type { RekapRows, Store } from "./ports/store.ts";

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

/** A medium-term plan spans five years: this one and so many before it. */
const TAHUN_LALU_TERBANYAK = 4;

/** The report of a period from the figures of that instant, or null when there is no such office. */
export async function buildLaporan(
  deps: LaporanDeps,
  query: LaporanQuery,
): Promise<OutgoingFile | null> {
  const { kantorId, bentuk, tahun, periode, drafVersi, padaMs } = query;
  const rows = await deps.store.loadRekap(kantorId, tahun, padaMs);
  if (rows === null) return null;
  const rekap = projectRekap(rows, tahun, periode, { unit: null, dibuatMs: padaMs });
  const dokumen = await dokumenOf(deps, query, { rows, rekap });
  const write = { pdf: deps.documents.dokumenPdf, docx: deps.documents.dokumenDocx }[bentuk];
  return {
    nama: fileName(
      [
        `Laporan Kinerja ${periodeName(periode)}`,
        rekap.kop.kantor,
        ...(drafVersi === null ? [] : [`Draf ${drafVersi}`]),
      ],
      bentuk,
    ),
    mime: mimeOf[bentuk],
    data: await write(dokumen),
  };
}

/** A year is told by an LKjIP, anything shorter by a report of its period. */
async function dokumenOf(
  { store }: LaporanDeps,
  query: LaporanQuery,
  { rows, rekap }: { readonly rows: RekapRows; readonly rekap: Rekap },
): Promise<Dokumen> {
  // no register of letters gives numbers yet: the line stays open for the pen
  const opsi = { drafVersi: query.drafVersi, nomor: null };
  if (jenisPeriode(query.periode) !== "tahunan") return laporanPeriode(rekap, opsi);
  const { kantor } = rows;
  return lkjip(rekap, { ...opsi, kantor, tahunLaluList: await tahunLaluList(store, query) });
}

/** The years before, newest first, back to the first one without figures. */
async function tahunLaluList(
  store: LaporanDeps["store"],
  { kantorId, tahun, padaMs }: LaporanQuery,
): Promise<readonly Rekap[]> {
  const list: Rekap[] = [];
  for (let lalu = tahun - 1; lalu >= tahun - TAHUN_LALU_TERBANYAK; lalu -= 1) {
    const rows = await store.loadRekap(kantorId, lalu, padaMs);
    if (rows === null || rows.realisasi.length === 0) break;
    const periode = periodeOf(lalu, "tahunan", 1);
    list.push(projectRekap(rows, lalu, periode, { unit: null, dibuatMs: padaMs }));
  }
  return list;
}

const mimeOf: { readonly [B in BentukLaporan]: string } = {
  pdf: "application/pdf",
  docx: DOCX_MIME,
};
