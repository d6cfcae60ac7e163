import { sameIsian } from "../kinerja/same-isian.ts";
import type { Sop } from "../sop/schema.ts";
import { langkahOf } from "./holders.ts";
import type { BerkasState, Draf, IsiDraf } from "./state.ts";

type IsianByKode = IsiDraf["isianByKode"];

/** The figures that differ between two drafts, in the order in which they were first filled in. */
export const changedIsian = (before: IsianByKode, after: IsianByKode): Draf["perubahan"] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((kode) => ({ kode, lama: before[kode] ?? null, baru: after[kode] ?? null }))
    .filter(({ lama, baru }) => !sameIsian(lama, baru));

/**
 * The draft that lay on this desk when the berkas was here last; null on its first visit. Told by
 * the order of the visits, each of a penyusunan makes one draft: two may come at the same instant.
 */
export function drafLastSeen(
  sop: Sop,
  { draf, kunjunganList, langkahNo }: BerkasState,
): IsiDraf | null {
  const last = kunjunganList.findLastIndex(
    (visit) => visit.langkahNo === langkahNo && visit.keluarMs !== null,
  );
  const versi = kunjunganList
    .slice(0, last + 1)
    .filter((visit) => langkahOf(sop, visit.langkahNo).jenis === "penyusunan").length;
  return draf?.sebelumnya.find((one) => one.versi === versi) ?? null;
}
