import type { Perubahan } from "../../../../kantor/perubahan.ts";
import type { Teks } from "../../../../pesan/teks.ts";
import { tinjau } from "../../../libur.ts";
import { decline, say, type Talk, withOffice } from "../../../talk.ts";
import type { Akibat } from "../../../ubah-kantor.ts";

/** Makes a change of the calendar, and says what came of it. */
export function catat(
  closed: Talk,
  perubahan: Perubahan | null,
  said: (akibat: Akibat) => Teks,
): Talk {
  if (perubahan === null) return decline(closed, "tombol-lama");
  const decided = tinjau(closed, perubahan);
  return decided.kind === "refused"
    ? decline(closed, decided.code, decided.data)
    : say(withOffice(closed, decided), { teks: said(decided) });
}
