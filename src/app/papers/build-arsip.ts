import { type CalonIsi, type IsiArsip, tanpaGanda } from "../../core/arsip/isi.ts";
import { manifestJson, manifestText } from "../../core/arsip/manifest.ts";
import type { Bukti } from "../../core/formulir/nilai.ts";
import type { Documents, IsiZip } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { NaskahRecord } from "../ports/naskah.ts";
import { type GatherDeps, gatherArsip } from "./gather-arsip.ts";
import { textFile } from "./text-file.ts";

/** What making an archive needs of the world. */
export interface ArsipDeps extends GatherDeps {
  readonly files: Pick<FileStore, "put" | "putStream" | "read" | "verify">;
  readonly documents: Pick<Documents, "rekapXlsx" | "zip">;
}

/**
 * Everything of a berkas as it stood at the moment of its archive, as one zip file in the file
 * store. Read and written piece by piece: an archive may be larger than the memory.
 */
export async function buildArsip(
  deps: ArsipDeps,
  { kantorId, berkasId, periode, naskah }: NaskahRecord,
  nama: string,
): Promise<Bukti> {
  const { padaMs } = naskah;
  const bahan = await gatherArsip(deps, { ...naskah, kantorId, berkasId, periode });
  const isiList = await looked(deps, bahan.calonList);
  const manifest = { ...bahan, padaMs, isiList };
  const zip = deps.documents.zip([
    textFile("manifest.txt", padaMs, manifestText(manifest)),
    textFile("manifest.json", padaMs, manifestJson(manifest)),
    ...packed(deps, isiList, padaMs),
  ]);
  return deps.files.putStream(zip, nama, "application/zip");
}

/** Looks whether each is there. A file that is lost must not hold back the rest: the manifest says so. */
export async function looked(
  { files }: { readonly files: Pick<FileStore, "verify"> },
  calonList: readonly CalonIsi[],
): Promise<readonly IsiArsip[]> {
  const keadaanByHash = new Map<string, IsiArsip["keadaan"]>();
  for (const { hash } of calonList.map(({ bukti }) => bukti)) {
    if (!keadaanByHash.has(hash)) keadaanByHash.set(hash, await files.verify(hash));
  }
  return tanpaGanda(calonList, (hash) => keadaanByHash.get(hash) ?? "hilang");
}

/** The stored files of an archive, each once; what is lost is left out. */
export const packed = (
  { files }: { readonly files: Pick<FileStore, "read"> },
  isiList: readonly IsiArsip[],
  atMs: number,
): readonly IsiZip[] =>
  isiList
    .filter(({ keadaan, samaDengan }) => keadaan === "utuh" && samaDengan === null)
    .map(({ path, bukti }) => ({
      path,
      atMs,
      padatkan: /\.(txt|json|jsonl)$/.test(path),
      content: () => files.read(bukti.hash),
    }));
