import type { Pegawai } from "../kantor/schema.ts";
import { holdersOf, isPemegang, pemegangPeran } from "./holders.ts";
import type { Kabar } from "./kabar.ts";
import type { Wait } from "./state.ts";
import type { Turn } from "./turn.ts";
import { note, tell } from "./turn.ts";

/** A task for everybody who may answer this wait; where nobody may, word to those who can change that. */
export function tellHolders(turn: Turn, wait: Wait, kabar: Kabar): Turn {
  const holderList = holdersOf(wait, turn.context.kantor);
  if (holderList.length === 0) return tellUnheld(turn, wait);
  return holderList.reduce((next, { id }) => tell(next, id, kabar), turn);
}

/** Word to those who can change that nobody may answer this wait. */
export function tellUnheld(turn: Turn, wait: Wait): Turn {
  const noted = note(turn, "tanpa-pemegang", "sistem", { langkah: wait.langkahNo, wait: wait.id });
  return pengurusOf(turn).reduce(
    (next, { id }) => tell(next, id, { jenis: "tanpa-pemegang", wait }),
    noted,
  );
}

/** Who looks after a berkas as a whole: the admin, and whoever coordinates its collection. */
export function pengurusOf({ sop, state, context }: Turn): readonly Pegawai[] {
  const collection = sop.langkah.find(({ jenis }) => jenis === "realisasi");
  const koordinator =
    collection === undefined ? null : pemegangPeran(sop, state, collection.pelaksana.peran);
  return context.kantor.pegawaiList.filter(
    (pegawai) =>
      pegawai.peran.includes("admin") || (koordinator !== null && isPemegang(koordinator, pegawai)),
  );
}
