import { layoutChart } from "../../core/sop/chart.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { Store } from "../ports/store.ts";
import { fileName } from "./file-name.ts";

/** What drawing a sheet needs of the world. */
export interface BaganDeps {
  readonly store: Pick<Store, "loadSop">;
  readonly documents: Pick<Documents, "baganPng">;
}

/**
 * The flow chart of a sheet as a picture, "SOP Pengumpulan Data Kinerja.png".
 * @throws Error when the sheet is not stored; sheets are never removed.
 */
export async function buildBagan(
  { store, documents }: BaganDeps,
  sopHash: string,
): Promise<OutgoingFile> {
  const sop = await store.loadSop(sopHash);
  if (sop === null) throw new Error(`sop version ${sopHash} is not in the database`);
  return {
    nama: fileName([`SOP ${sop.nama}`], "png"),
    mime: "image/png",
    data: await documents.baganPng(layoutChart(sop, { kertas: "A4" })),
  };
}
