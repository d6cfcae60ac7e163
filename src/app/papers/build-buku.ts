import type { BerkasKantor } from "../../core/berkas-kantor/schema.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { salinTahun } from "../../core/kantor/tahun.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import { officeFile, templateWorkbook, workbookOf } from "../office/buku.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { Store } from "../ports/store.ts";

/** Which workbook is wanted, and of which office. */
export type BukuQuery = Omit<Extract<Lampiran, { readonly jenis: "buku" }>, "jenis"> & {
  readonly kantorId: KantorId;
};

/** What building a workbook needs of the world. */
export interface BukuDeps {
  readonly store: Pick<Store, "activeSop" | "loadSop" | "loadKantor" | "listBerkas">;
  readonly documents: Pick<Documents, "bukuKantorXlsx">;
}

/** The workbook of an office as it stands now, or the empty one; null when there is no such office. */
export async function buildBuku(
  { store, documents }: BukuDeps,
  { kantorId, apa, tahun }: BukuQuery,
): Promise<OutgoingFile | null> {
  const record = await store.loadKantor(kantorId);
  if (record === null) return null;
  const sopIdList = await sopIdsOf(store);
  if (apa === "templat") return templateWorkbook(documents, sopIdList);
  const berkas = await officeFile(store, record);
  return workbookOf(documents, tahun === undefined ? berkas : withTahun(berkas, tahun), sopIdList);
}

/** With the rows of a year to come, as the last one had them; as it is where that year has its own. */
export const withTahun = (berkas: BerkasKantor, tahun: number): BerkasKantor =>
  berkas.indikator.some((one) => one.tahun === tahun)
    ? berkas
    : {
        ...berkas,
        indikator: [...berkas.indikator, ...salinTahun({ indikatorList: berkas.indikator }, tahun)],
      };

async function sopIdsOf(store: BukuDeps["store"]): Promise<readonly string[]> {
  const sopList = await Promise.all((await store.activeSop()).map((hash) => store.loadSop(hash)));
  return sopList.flatMap((sop) => (sop === null ? [] : [sop.id])).toSorted();
}
