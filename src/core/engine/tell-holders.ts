import { can } from "../authorize.ts";
import type { Halangan } from "../kantor/halangan.ts";
import type { Kantor, Pegawai } from "../kantor/schema.ts";
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
  return tellAbsent(
    holderList.reduce((next, { id }) => tell(next, id, kabar), turn),
    wait,
  );
}

/** Word to those who can name somebody, where all who may answer are away, and to whoever may not. */
export function tellAbsent(turn: Turn, wait: Wait): Turn {
  const { pegawaiList } = turn.context.kantor;
  const holderList = holdersOf(wait, turn.context.kantor);
  const told = barredOf(wait, pegawaiList).reduce(
    (next, { id }) => tell(next, id, { jenis: "khusus-definitif", wait }),
    turn,
  );
  const halangan = awayFrom(wait, turn.context.kantor);
  if (halangan === null) return told;
  const concerned = pegawaiList.filter(
    (one) => can(one, "tunjuk-wakil") && !holderList.includes(one),
  );
  return concerned.reduce(
    (next, { id }) => tell(next, id, { jenis: "pemegang-berhalangan", wait, halangan }),
    told,
  );
}

/** Why nobody answers a desk: all who may are away. Null while one is there, and where there is nobody. */
export function awayFrom(wait: Wait, kantor: Kantor): Halangan | null {
  const halanganList = holdersOf(wait, kantor).map(({ kini }) => kini?.halangan ?? null);
  const [first] = halanganList;
  const counts = wait.macam === "meja" || wait.macam === "unit";
  return counts && first !== undefined && !halanganList.includes(null) ? first : null;
}

/** Those who stand in for a post whose desk this is, and may not answer it. */
function barredOf({ pemegang }: Wait, pegawaiList: readonly Pegawai[]): readonly Pegawai[] {
  if (pemegang.jenis !== "peran" || pemegang.definitif !== true) return [];
  return pegawaiList.filter(
    (one) =>
      (one.kini?.mewakili ?? []).length > 0 &&
      !isPemegang(pemegang, one) &&
      isPemegang({ jenis: "peran", peran: pemegang.peran }, one),
  );
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
