import { bacaTanggal } from "../../../../formulir/baca-waktu.ts";
import { contohTanggal, sebutHari, sebutTanggal } from "../../../../pesan/waktu.ts";
import { isHariKerja } from "../../../../waktu/calendar.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import { addDays, Tanggal } from "../../../../waktu/tanggal.ts";
import type { Talk } from "../../../talk.ts";
import { kata, tolak } from "../../declare.ts";
import type { Bacaan } from "../../field.ts";

/** A flood is entered once the office is dry; further back figures have long been judged. */
const HARI_LEWAT = 31;

/** A day that is worked so far, to be free. */
export function readHariKerja({ world }: Talk, teks: string): Bacaan {
  const read = readHari(world, teks);
  if (typeof read !== "string") return read;
  if (world.calendar.libur[read] !== undefined) return tolak("libur-sudah-ada");
  return isHariKerja(world.calendar, read)
    ? kata(read)
    : tolak("libur-akhir-pekan", { hari: sebutHari(read) });
}

/** A day that is free so far, to be worked. */
export function readHariLibur({ world }: Talk, teks: string): Bacaan {
  const read = readHari(world, teks);
  if (typeof read !== "string") return read;
  return world.calendar.libur[read] === undefined ? tolak("libur-tidak-ada") : kata(read);
}

/** The answer to a field of a day. */
export const tanggalDari = (jawaban: string | undefined): Tanggal | null =>
  Tanggal.safeParse(jawaban).data ?? null;

function readHari({ kantor, nowMs }: Talk["world"], teks: string): Tanggal | Bacaan {
  const today = toLocal(nowMs, kantor.zonaWaktu).tanggal;
  const tanggal = bacaTanggal(teks, today);
  if (tanggal === null) return tolak("tanggal-tidak-terbaca", contohTanggal(today));
  const sejak = addDays(today, -HARI_LEWAT);
  return tanggal < sejak
    ? tolak("libur-terlalu-lama", { hari: String(HARI_LEWAT), sejak: sebutTanggal(sejak) })
    : tanggal;
}
