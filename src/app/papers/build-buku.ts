import type { BerkasKantor } from "../../core/berkas-kantor/schema.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { salinTahun } from "../../core/kantor/tahun.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import { officeFile, templateWorkbook, workbookOf } from "../office/buku.ts";
import { readRencana, workbookWith } from "../office/rencana.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { Store } from "../ports/store.ts";

/** Which workbook is wanted, and of which office. */
export type BukuQuery = Omit<Extract<Lampiran, { readonly jenis: "buku" }>, "jenis"> & {
  readonly kantorId: KantorId;
};

/** What building a workbook needs of the world. */
export interface BukuDeps {
  readonly store: Pick<Store, "activeSop" | "loadSop" | "loadKantor" | "listBerkas">;
  readonly documents: Pick<Documents, "bukuKantorXlsx" | "bacaRencana">;
  readonly files: Pick<FileStore, "get">;
}

/** The workbook of an office as it stands now, or the empty one; null when there is no such office. */
export async function buildBuku(
  { store, documents, files }: BukuDeps,
  { kantorId, apa, tahun, rencana }: BukuQuery,
): Promise<OutgoingFile | null> {
  const record = await store.loadKantor(kantorId);
  if (record === null) return null;
  const sopIdList = await sopIdsOf(store);
  if (apa === "templat") return templateWorkbook(documents, sopIdList);
  const berkas = await officeFile(store, record);
  if (rencana !== undefined)
    return withRencana({ documents, files }, rencana, { berkas, sopIdList });
  return workbookOf(documents, tahun === undefined ? berkas : withTahun(berkas, tahun), sopIdList);
}

/** With what the office's own document proposes; the office as it stands is read beside it. */
async function withRencana(
  { documents, files }: Pick<BukuDeps, "documents" | "files">,
  { hash, nama }: NonNullable<BukuQuery["rencana"]>,
  { berkas, sopIdList }: { readonly berkas: BerkasKantor; readonly sopIdList: readonly string[] },
): Promise<OutgoingFile> {
  const data = await files.get(hash);
  if (data === null) throw new Error(`the document ${hash} is not kept any more`);
  const read = await readRencana(documents, { nama, data }, { isi: berkas, tahun: null });
  if (read.kind === "ditolak") throw new Error(`the document ${hash} is not read: ${read.sebab}`);
  const { usulan } = read;
  const file = await workbookOf(documents, berkas, sopIdList);
  return { ...file, data: await workbookWith(documents, berkas, { sopIdList, usulan }) };
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
