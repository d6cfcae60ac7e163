import type { Instant } from "../waktu/instant.ts";
import { denganKepemilikan } from "./kepemilikan.ts";
import type { Perubahan, PerubahanTercatat } from "./perubahan.ts";
import type { Tatanan } from "./schema.ts";
import { terapkan } from "./ubah-kantor.ts";

/** What was changed without the file and still holds on top of it. */
export interface Dipertahankan extends Tatanan {
  readonly tetapList: readonly PerubahanTercatat[];
}

/**
 * An office file laid under what was changed in the chat since: changes that the file says as well are
 * no more of its own, the others are made again. `timpa` takes the file wherever it tells of it; what
 * no file tells of, absences and years it has no calendar of, stays all the same.
 */
export function denganPerubahan(
  lama: Tatanan,
  file: Tatanan,
  { nowMs, timpa }: { readonly nowMs: Instant; readonly timpa: boolean },
): Dipertahankan {
  let next = file;
  const tetapList: PerubahanTercatat[] = [];
  for (const one of lama.kantor.perubahanList ?? []) {
    if (timpa && isInFile(one.perubahan, file)) continue;
    const made = terapkan(next, one.perubahan, one.atMs);
    if (typeof made === "string" || isSame(made, next)) continue;
    next = made;
    tetapList.push(one);
  }
  const { kantor, calendar } = next;
  const kept = tetapList.length === 0 ? kantor : { ...kantor, perubahanList: tetapList };
  return { kantor: denganKepemilikan(lama.kantor, kept, nowMs), calendar, tetapList };
}

function isInFile(perubahan: Perubahan, { kantor, calendar }: Tatanan): boolean {
  const { jenis } = perubahan;
  if (jenis === "tahun-baru") {
    return kantor.indikatorList.some(({ tahun }) => tahun === perubahan.tahun);
  }
  if (jenis === "kalender") return calendar.tahunList.includes(perubahan.kalender.tahun);
  return jenis !== "halangan" && jenis !== "hadir-kembali";
}

const isSame = (a: Tatanan, b: Tatanan): boolean =>
  JSON.stringify([a.kantor, a.calendar]) === JSON.stringify([b.kantor, b.calendar]);
