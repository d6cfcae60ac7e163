import type { Pegawai } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { holdersOf, isPemegang, pemegangPeran } from "./holders.ts";
import type { Kabar } from "./kabar.ts";
import type { Arrival, Wait } from "./state.ts";
import { note, openWait, type Turn, tell, type WaitRequest } from "./turn.ts";

/** Asks for something: a wait, and a task for everybody who may answer it. */
export function ask(turn: Turn, langkah: Langkah, request: WaitRequest, arrival: Arrival): Turn {
  const { turn: opened, wait } = openWait(turn, langkah, request);
  return tellHolders(opened, wait, { jenis: "tugas", wait, arrival });
}

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
