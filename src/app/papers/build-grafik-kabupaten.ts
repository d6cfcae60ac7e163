import { grafikKabupaten } from "../../core/grafik/kabupaten.ts";
import type { MacamKabupaten } from "../../core/grafik/permintaan.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import {
  type GatherKabupatenDeps,
  gatherKabupaten,
  type RekapKabupatenQuery,
} from "./build-rekap-kabupaten.ts";
import { fileName } from "./file-name.ts";

/** What drawing the offices of a kabupaten needs of the world. */
export interface GrafikKabupatenDeps extends GatherKabupatenDeps {
  readonly documents: Pick<Documents, "grafikPng">;
}

/** Every office watched over as a bar of one picture; null where there is none. */
export async function buildGrafikKabupaten(
  { store, documents }: GrafikKabupatenDeps,
  { macam, ...query }: RekapKabupatenQuery & { readonly macam: MacamKabupaten },
): Promise<OutgoingFile | null> {
  const gathered = await gatherKabupaten({ store }, query);
  const lembar = gathered === null ? null : grafikKabupaten(gathered.rekap, macam);
  if (gathered === null || lembar === null) return null;
  const apa = macam === "capaian" ? "Capaian" : "Keterlambatan";
  return {
    nama: fileName([`Grafik ${apa} ${gathered.label}`, lembar.kantor], "png"),
    mime: "image/png",
    data: await documents.grafikPng(lembar),
    gambar: true,
  };
}
