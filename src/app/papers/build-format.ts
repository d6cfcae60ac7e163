import { formatIsian } from "../../core/conversation/tanya/form/isian/format-sheet.ts";
import { findTask } from "../../core/conversation/tugas/find.ts";
import { pegawaiOf } from "../../core/engine/holders.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { labelPendekTahun } from "../../core/kinerja/periode.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { Store } from "../ports/store.ts";
import { XLSX_MIME } from "./build-rekap.ts";
import { fileName } from "./file-name.ts";

/** Whose sheet is wanted, and for which request. */
export type FormatQuery = Omit<Extract<Lampiran, { readonly jenis: "format" }>, "jenis"> & {
  readonly kantorId: KantorId;
};

/** What building a sheet of figures needs of the world. */
export interface FormatDeps {
  readonly store: Pick<Store, "loadKantor" | "loadBerkas" | "loadRealisasi">;
  readonly documents: Pick<Documents, "formatXlsx">;
  readonly kamus: Kamus;
}

/**
 * The sheet of figures of one unit as it stands now, or null when there is no such office.
 * @throws Error when the request is not stored; berkas are never removed.
 */
export async function buildFormat(
  { store, documents, kamus }: FormatDeps,
  { kantorId, berkasId, waitId }: FormatQuery,
): Promise<OutgoingFile | null> {
  const record = await store.loadKantor(kantorId);
  if (record === null) return null;
  const tahunList = [...new Set(record.kantor.indikatorList.map(({ tahun }) => tahun))];
  const { berkasById } = await store.loadBerkas(kantorId, [berkasId]);
  // what was reported before stands beside each cell
  const tahun = [...new Set(tahunList.flatMap((one) => [one - 1, one]))];
  const realisasi = await store.loadRealisasi(kantorId, tahun);
  const task = findTask({ berkasById }, waitId);
  if (task === null) throw new Error(`wait ${waitId} is not in the database`);
  const { kantor } = record;
  const { state } = task.berkas;
  const format = formatIsian({ state, wait: task.wait, kantor, realisasi, kamus });
  const unit = pegawaiOf(kantor, format.tanda.unit)?.jabatan ?? format.tanda.unit;
  return {
    nama: fileName(
      [`Format Isian ${labelPendekTahun(state.periode, kantor.istilahTriwulan)}`, unit],
      "xlsx",
    ),
    mime: XLSX_MIME,
    data: await documents.formatXlsx(format),
  };
}
