import type { NilaiFormulir } from "../formulir/nilai.ts";
import type { Kantor, Pegawai, PegawaiId, Pencatat } from "../kantor/schema.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import { type Refusal, refuse } from "./decision.ts";
import {
  holdersOf,
  langkahOf,
  openWaits,
  pegawaiOf,
  pemegangText,
  unitIndikator,
} from "./holders.ts";
import type { Kabar, Peralihan } from "./kabar.ts";
import { isReceipt } from "./receipt.ts";
import type { BerkasState, Pemegang, Wait } from "./state.ts";
import { taskOf } from "./task.ts";
import { awayFrom, pengurusOf, tellAbsent, tellUnheld } from "./tell-holders.ts";
import { closeWait, note, openWait, patch, setReminders, type Turn, tell } from "./turn.ts";

/** The office as it was, and whoever changed it. */
interface Pergantian {
  readonly oleh: Pencatat;
  readonly sebelum: Kantor;
}

/** What one person handed to another: figures by their kode; none where it was another task. */
interface Serahan {
  readonly dari: PegawaiId;
  readonly ke: PegawaiId;
  readonly kodeList: readonly string[];
}

/**
 * Lets a running berkas follow its office: figures go to whoever the office file makes answer for
 * them now, everything else of somebody who left to the one who replaces them, and whoever has come
 * to hold a desk is asked. Names and targets stay as they were when the period opened.
 * Refused where a desk or a figure would be left waiting for nobody.
 */
export function followOffice(turn: Turn, ganti: Pergantian): Turn | Refusal {
  const before = turn.state;
  const serahanList = serahanOf(before, turn.context.kantor);
  const followed = serahanList.reduce(
    (next, { dari, ke, kodeList }) =>
      note(next, "penanggung-jawab-beralih", ganti.oleh, {
        dari,
        ke,
        kode: kodeList,
        tersimpan: kodeList.filter((kode) => before.isianByKode[kode] !== undefined).length,
      }),
    patch(turn, renamed(before, turn.context.kantor)),
  );
  const units = openWaits(before).filter(({ macam }) => macam === "unit");
  const orphan = units.find((wait) => isOrphan(followed, wait));
  if (orphan !== undefined) return refuseOrphan(followed, orphan);
  const moved = units.reduce(
    (next, wait) => moveUnit(next, wait, { ...ganti, serahanList }),
    followed,
  );
  const received = openWaits(before)
    .filter(isReceipt)
    .reduce(
      (next, wait) => moveReceipt(next, wait, ganti),
      tellCoordinator(moved, ganti, serahanList, before),
    );
  return askNewHolders(received, before, ganti);
}

/** Who answers for what now, in everything a berkas remembers people by. */
function renamed(state: BerkasState, kantor: Kantor): Partial<BerkasState> {
  const now = (id: PegawaiId): PegawaiId => penerusOf(kantor, id) ?? id;
  const nilaiOf = (nilai: NilaiFormulir): NilaiFormulir =>
    nilai.tipe === "pegawai" ? { ...nilai, idList: nilai.idList.map(now) } : nilai;
  return {
    indikatorList: state.indikatorList.map((one) => ({
      ...one,
      penanggungJawab: ownerOf(kantor, one),
    })),
    formulirByLangkah: mapValues(state.formulirByLangkah, (isi) => mapValues(isi, nilaiOf)),
    waitList: state.waitList.map((wait) =>
      wait.jawaban === null ? { ...wait, pemegang: followedBy(wait, now) } : wait,
    ),
  };
}

/** A team, and whoever answers for a line of a list, by their successors; units and readers are moved. */
function followedBy({ pemegang, butir }: Wait, now: (id: PegawaiId) => PegawaiId): Pemegang {
  if (pemegang.jenis === "pegawai") {
    return butir === undefined ? pemegang : { ...pemegang, pegawaiId: now(pemegang.pegawaiId) };
  }
  const { anggota } = pemegang;
  return anggota === undefined ? pemegang : { ...pemegang, anggota: anggota.map(now) };
}

/** Whoever the office file names as the successor of somebody who is in it no more. */
const penerusOf = (kantor: Kantor, id: PegawaiId): PegawaiId | undefined =>
  pegawaiOf(kantor, id) === undefined
    ? kantor.pegawaiList.find(({ menggantikan }) => menggantikan === id)?.id
    : undefined;

type Indikator = BerkasState["indikatorList"][number];

/** The table of the office first; a figure that is in it no more stays, or goes to the successor. */
function ownerOf(kantor: Kantor, { kode, tahun, penanggungJawab }: Indikator): PegawaiId {
  const row = kantor.indikatorList.find((one) => one.kode === kode && one.tahun === tahun);
  return row?.penanggungJawab ?? penerusOf(kantor, penanggungJawab) ?? penanggungJawab;
}

function serahanOf({ indikatorList }: BerkasState, kantor: Kantor): readonly Serahan[] {
  const byPair = new Map<string, Serahan>();
  for (const indikator of indikatorList) {
    const [dari, ke] = [indikator.penanggungJawab, ownerOf(kantor, indikator)];
    if (dari === ke) continue;
    const key = `${dari} ${ke}`;
    const kodeList = [...(byPair.get(key)?.kodeList ?? []), indikator.kode];
    byPair.set(key, { dari, ke, kodeList });
  }
  return [...byPair.values()];
}

const unitOf = ({ pemegang, id }: Wait): PegawaiId => {
  if (pemegang.jenis === "pegawai") return pemegang.pegawaiId;
  throw new Error(`wait ${id} belongs to no person`);
};

const isOrphan = ({ state, context }: Turn, wait: Wait): boolean =>
  pegawaiOf(context.kantor, unitOf(wait)) === undefined &&
  holdersOf(wait, context.kantor).length === 0 &&
  unitIndikator(state, unitOf(wait)).length > 0;

const refuseOrphan = (turn: Turn, wait: Wait): Refusal =>
  refuse("tanpa-penerus", {
    periode: labelPeriode(turn.state.periode, turn.context.kantor.istilahTriwulan),
    kode: unitIndikator(turn.state, unitOf(wait))
      .map(({ kode }) => kode)
      .join(", "),
    siapa: unitOf(wait),
  });

interface Perpindahan extends Pergantian {
  readonly serahanList: readonly Serahan[];
}

/** Whoever has nothing left is let go; whoever has more than before is asked for it. */
function moveUnit(turn: Turn, wait: Wait, ganti: Perpindahan): Turn {
  const dari = unitOf(wait);
  const given = ganti.serahanList.filter((one) => one.dari === dari);
  if (given.length === 0) return turn;
  const rest = unitIndikator(turn.state, dari).length > 0;
  const released = rest ? turn : release(turn, wait, ganti, given);
  const stays = pegawaiOf(turn.context.kantor, dari) !== undefined;
  const told = stays ? tell(released, dari, beralih(released, ganti, given)) : released;
  return given.reduce((next, serahan) => askSuccessor(next, wait, ganti, serahan), told);
}

function release(turn: Turn, wait: Wait, ganti: Pergantian, given: readonly Serahan[]): Turn {
  const jawaban = { oleh: "sistem", pilihan: "beralih", atMs: turn.context.nowMs } as const;
  const ke = given.map((one) => namaOf(turn, ganti, one.ke));
  return closeWait(turn, wait, jawaban, { jenis: "beralih", ke });
}

function askSuccessor(turn: Turn, wait: Wait, ganti: Pergantian, serahan: Serahan): Turn {
  const known = openWaits(turn.state).find(
    (one) => one.macam === "unit" && unitOf(one) === serahan.ke,
  );
  const { turn: opened, wait: own } =
    known === undefined ? reopen(turn, wait, serahan.ke) : { turn, wait: known };
  return tell(opened, serahan.ke, diterima(opened, own, ganti, serahan));
}

/** The same question to another person, with the clocks as they stand. */
const reopen = (turn: Turn, wait: Wait, pegawaiId: PegawaiId): { turn: Turn; wait: Wait } =>
  openWait(turn, langkahOf(turn.sop, wait.langkahNo), {
    macam: wait.macam,
    pemegang: { jenis: "pegawai", pegawaiId },
    sejakMs: wait.diterimaMs,
  });

const diterima = (turn: Turn, wait: Wait, ganti: Pergantian, serahan: Serahan): Kabar => ({
  jenis: "tugas-beralih",
  tugas: taskOf(turn, wait),
  peralihan: named(turn, ganti, serahan),
});

const beralih = (turn: Turn, ganti: Pergantian, list: readonly Serahan[]): Kabar => ({
  jenis: "indikator-beralih",
  peralihanList: list.map((serahan) => named(turn, ganti, serahan)),
});

function named(turn: Turn, ganti: Pergantian, { dari, ke, kodeList }: Serahan): Peralihan {
  const [lama, baru] = [namaOf(turn, ganti, dari), namaOf(turn, ganti, ke)];
  if (lama !== baru) return { dari: lama, ke: baru, kodeList };
  // Whoever takes the same post over is told apart by name.
  const [from, to] = [orangOf(turn, ganti, dari), orangOf(turn, ganti, ke)];
  return { dari: `${lama} (${from?.nama ?? dari})`, ke: `${baru} (${to?.nama ?? ke})`, kodeList };
}

/** What somebody is called: by the office file of today, else by the one before. */
const namaOf = (turn: Turn, ganti: Pergantian, id: PegawaiId): string =>
  orangOf(turn, ganti, id)?.jabatan ?? id;

const orangOf = ({ context }: Turn, { sebelum }: Pergantian, id: PegawaiId): Pegawai | undefined =>
  pegawaiOf(context.kantor, id) ?? pegawaiOf(sebelum, id);

/** Whoever looks after the collection learns of it while it runs. */
function tellCoordinator(
  turn: Turn,
  ganti: Pergantian,
  serahanList: readonly Serahan[],
  before: BerkasState,
): Turn {
  const running = openWaits(before).some(({ macam }) => macam === "unit");
  if (!running || serahanList.length === 0) return turn;
  const involved = new Set(serahanList.flatMap(({ dari, ke }) => [dari, ke]));
  return pengurusOf(turn)
    .filter(({ id }) => !involved.has(id))
    .reduce((next, { id }) => tell(next, id, beralih(next, ganti, serahanList)), turn);
}

/** A reader who left is followed by whoever replaces them, or not waited for any more. */
function moveReceipt(turn: Turn, wait: Wait, ganti: Pergantian): Turn {
  const dari = unitOf(wait);
  if (pegawaiOf(turn.context.kantor, dari) !== undefined) return turn;
  const ke = penerusOf(turn.context.kantor, dari);
  if (ke === undefined) return release(turn, wait, ganti, []);
  const serahan = { dari, ke, kodeList: [] };
  const { turn: opened, wait: own } = reopen(release(turn, wait, ganti, [serahan]), wait, ke);
  return tell(opened, ke, diterima(opened, own, ganti, serahan));
}

/** Roles are read when answering, so a desk moves by itself; who is new to it must be asked. */
function askNewHolders(turn: Turn, before: BerkasState, ganti: Pergantian): Turn | Refusal {
  let next = turn;
  for (const wait of openWaits(turn.state)) {
    const known = before.waitList.find(({ id }) => id === wait.id);
    const desk = wait.macam !== "unit" && !isReceipt(wait);
    // Whoever was asked by name was told when that was moved; whoever stands in for them was not.
    if (!desk && known === undefined) continue;
    if (wait.macam === "meja" && holdersOf(wait, turn.context.kantor).length === 0) {
      return refuseUnheld(turn, wait);
    }
    next = askAnew(next, wait, known ?? wait, ganti);
  }
  return reviveReminders(next, ganti);
}

/** Asks whoever has come to hold a wait; word to others where nobody does, or all are away now. */
function askAnew(turn: Turn, wait: Wait, old: Wait, { oleh, sebelum }: Pergantian): Turn {
  const { kantor } = turn.context;
  const holderList = holdersOf(wait, kantor);
  const had = new Set(holdersOf(old, sebelum).map(({ id }) => id));
  const asked = holderList
    .filter(({ id }) => !had.has(id))
    .reduce(
      (next, { id }) =>
        tell(
          note(next, "tugas-disampaikan", oleh, { langkah: wait.langkahNo, ke: id }),
          id,
          taskOf(next, wait),
        ),
      holderList.length === 0 && had.size > 0 ? tellUnheld(turn, wait) : turn,
    );
  const left = awayFrom(wait, kantor) !== null && awayFrom(old, sebelum) === null;
  return left ? tellAbsent(asked, wait) : asked;
}

const refuseUnheld = (turn: Turn, wait: Wait): Refusal =>
  refuse("tanpa-pemegang", {
    periode: labelPeriode(turn.state.periode, turn.context.kantor.istilahTriwulan),
    langkah: wait.langkahNo,
    siapa: pemegangText(turn.context.kantor, wait.pemegang),
  });

/** While an office was retired its reminders went by unheard; the ones to come are set again. */
const reviveReminders = (turn: Turn, { sebelum }: Pergantian): Turn =>
  sebelum.aktif === false && turn.context.kantor.aktif !== false
    ? openWaits(turn.state)
        .filter((wait) => wait.macam !== "koordinator" && !isReceipt(wait))
        .reduce((next, wait) => setReminders(next, langkahOf(next.sop, wait.langkahNo), wait), turn)
    : turn;

const mapValues = <V, W>(
  record: Readonly<Record<string, V>>,
  map: (value: V) => W,
): Readonly<Record<string, W>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
