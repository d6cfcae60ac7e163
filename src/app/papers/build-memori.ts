import type { KantorId } from "../../core/kantor/schema.ts";
import { memoriSerahTerima } from "../../core/laporan/memori.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import { tahunOf } from "../../core/waktu/instant.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { Store } from "../ports/store.ts";
import { fileName } from "./file-name.ts";

/** Whose handover is wanted, as things stood then. */
export type MemoriQuery = Omit<Extract<Lampiran, { readonly jenis: "memori" }>, "jenis"> & {
  readonly kantorId: KantorId;
};

/** What building a memori needs of the world. */
export interface MemoriDeps {
  readonly store: Pick<Store, "loadRekap" | "loadKantor">;
  readonly documents: Pick<Documents, "dokumenPdf">;
}

/** A memori tells of this year and of the one before. */
const TAHUN = [0, 1];

/** The memori of a handover as a PDF, or null when there is no such office. */
export async function buildMemori(
  { store, documents }: MemoriDeps,
  { kantorId, dari: nama, jabatan, ke, padaMs, padaSeq }: MemoriQuery,
): Promise<OutgoingFile | null> {
  const record = await store.loadKantor(kantorId);
  if (record === null) return null;
  const pada = { padaMs, ...(padaSeq !== undefined && { padaSeq }) };
  const tahun = tahunOf(padaMs, record.kantor.zonaWaktu);
  const yearList = await Promise.all(
    TAHUN.map((lalu) => store.loadRekap(kantorId, tahun - lalu, pada)),
  );
  const rowsList = yearList.filter((rows) => rows !== null);
  const { kantor } = record;
  const dokumen = memoriSerahTerima(
    {
      kantor,
      berkasList: rowsList
        .flatMap(({ berkasList }) => berkasList)
        .filter(({ state }) => state.status === "berjalan"),
      tahunList: rowsList,
    },
    { dari: { nama, jabatan }, ke, padaMs },
  );
  return {
    nama: fileName(["Memori Serah Terima", jabatan, nama], "pdf"),
    mime: "application/pdf",
    data: await documents.dokumenPdf(dokumen),
  };
}
