import type { FileStore, KeadaanFile } from "../ports/files.ts";
import type { Store } from "../ports/store.ts";
import { storedFiles } from "./stored-files.ts";

/** What looking after files needs of the world. */
export interface CheckFilesDeps {
  readonly store: Pick<Store, "listKantor" | "listBerkas" | "listNaskah" | "listBukti">;
  readonly files: Pick<FileStore, "verify">;
}

/** A file that is not as it was put, by the first thing in the database that names it. */
export interface FileRusak {
  readonly apa: string;
  /** Null for what is the office's and no berkas'. */
  readonly berkasId: string | null;
  readonly hash: string;
  readonly keadaan: Exclude<KeadaanFile, "utuh" | "dimusnahkan">;
}

/** What became of every file the database names. */
export interface HasilPeriksa {
  readonly diperiksa: number;
  /** How many of them were destroyed by the schedule, which is as it should be. */
  readonly dimusnahkan: number;
  readonly rusak: readonly FileRusak[];
}

/** Recomputes every recorded file once, one after the other and piece by piece. */
export async function checkFiles({ store, files }: CheckFilesDeps): Promise<HasilPeriksa> {
  const keadaanByHash = new Map<string, KeadaanFile>();
  const rusak: FileRusak[] = [];
  for (const { kantor } of await store.listKantor()) {
    for (const { apa, berkasId, kunci: hash } of await storedFiles(store, kantor)) {
      if (keadaanByHash.has(hash)) continue;
      const keadaan = await files.verify(hash);
      keadaanByHash.set(hash, keadaan);
      if (keadaan === "hilang" || keadaan === "berubah") {
        rusak.push({ apa, berkasId, hash, keadaan });
      }
    }
  }
  const gone = [...keadaanByHash.values()].filter((keadaan) => keadaan === "dimusnahkan");
  return { diperiksa: keadaanByHash.size, dimusnahkan: gone.length, rusak };
}
