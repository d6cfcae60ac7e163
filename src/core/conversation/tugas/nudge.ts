import { mejaText, tugasText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { lagiMs } from "../../engine/colek.ts";
import { type Refusal, refuse } from "../../engine/decision.ts";
import { holdersOf, isHolder, openWaits } from "../../engine/holders.ts";
import { takTerjangkauSejak } from "../../kantor/jangkauan.ts";
import { isBerhalangan } from "../../kantor/pegawai.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import type { Effect } from "../../pesan/effect.ts";
import { toldAs } from "../../pesan/say.ts";
import { fill, lines, type Tawaran, type Teks, type Ucapan } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { isOpen, nextMorning, nextOpening } from "../../waktu/calendar.ts";
import { decline, emit, say, settle, type Talk } from "../talk.ts";
import type { BerkasTerbuka, World } from "../world.ts";
import type { Task } from "./find.ts";
import { declineAnswer } from "./refusal.ts";
import { type Tugas, tugasLine, tugasOf } from "./tugas.ts";

/** Something one person owes, to be asked after. */
export interface Sasaran extends Task {
  readonly holder: Pegawai;
}

/** Reminds whoever a wait is about: the missing units for the coordinator, else the holder. */
export function nudge(talk: Talk, task: Task): Talk {
  const { pegawai, world } = talk;
  const { berkas, wait } = task;
  if (!can(pegawai, "colek") && !isHolder(wait, pegawai)) {
    const giliran = holdersOf(wait, world.kantor)
      .map(({ jabatan }) => jabatan)
      .join(" atau ");
    return declineAnswer(talk, task, refuse("bukan-pelaksana", { giliran }));
  }
  if (wait.jawaban !== null || berkas.state.status !== "berjalan") {
    return declineAnswer(talk, task, refuse("sudah-beralih"));
  }
  return nudgeAll(talk, sasaranOf(talk, task));
}

function sasaranOf({ pegawai, world }: Talk, { berkas, wait }: Task): readonly Sasaran[] {
  const waitList =
    wait.macam === "koordinator"
      ? openWaits(berkas.state).filter(({ macam }) => macam === "unit")
      : [wait];
  return waitList.flatMap((one) =>
    holdersOf(one, world.kantor)
      .filter(({ id }) => id !== pegawai.id)
      .map((holder) => ({ berkas, wait: one, holder })),
  );
}

/**
 * Reminds these people once and politely, each in one message: in office hours, whoever is there, and
 * once a working day about one task.
 */
export function nudgeAll(talk: Talk, sasaranList: readonly Sasaran[]): Talk {
  const { world } = talk;
  if (sasaranList.length === 0) return decline(talk, "semua-sudah-mengirim");
  if (!isOpen(world.calendar, world.nowMs)) {
    const lagi = waktuOf(talk, nextOpening(world.calendar, world.nowMs));
    return decline(talk, "di-luar-jam-kerja", { lagi });
  }
  const { away, unlinked, unreached, reached } = sorted(world, sasaranList);
  const asked = askAll(talk, reached);
  const other = away.length + unlinked.length + unreached.length > 0;
  const { refusal } = asked;
  if (refusal !== null && !other) return decline(talk, refusal.code, refusal.data);
  const lagi = waktuOf(talk, nextMorning(world.calendar, world.nowMs));
  return say(asked.talk, {
    teks: lines(
      listed(mejaText.colekTerkirim, asked.fair),
      listed(mejaText.colekTakTerjangkau, unreached),
      listed(mejaText.colekTanpaAkun, unlinked),
      listed(mejaText.colekBerhalangan, away),
      asked.again.length === 0
        ? []
        : fill(mejaText.colekHariIni, { nama: namesOf(asked.again), lagi }),
    ),
  });
}

/** Whom a reminder would reach, and whom for what reason not. */
export interface Terpilah {
  readonly away: readonly Sasaran[];
  readonly unlinked: readonly Sasaran[];
  readonly unreached: readonly Sasaran[];
  readonly reached: readonly Sasaran[];
}

/** Who can be reminded from here, and who not. */
export function sorted(world: World, sasaranList: readonly Sasaran[]): Terpilah {
  const away = sasaranList.filter(({ holder }) => isBerhalangan(holder));
  const there = sasaranList.filter((one) => !away.includes(one));
  const unlinked = there.filter(({ holder }) => !world.terhubung.has(holder.id));
  const unreached = there.filter(
    (one) => !unlinked.includes(one) && takTerjangkauSejak(world.akunList, one.holder.id) !== null,
  );
  const reached = there.filter((one) => !unlinked.includes(one) && !unreached.includes(one));
  return { away, unlinked, unreached, reached };
}

/** Those whom nobody has asked after this today. */
export const due = (
  { calendar, nowMs }: World,
  sasaranList: readonly Sasaran[],
): readonly Sasaran[] =>
  sasaranList.filter(({ wait, holder }) => lagiMs(wait, holder.id, calendar) <= nowMs);

interface Diingatkan {
  readonly talk: Talk;
  /** Who was reminded now, and who had been today. */
  readonly fair: readonly Sasaran[];
  readonly again: readonly Sasaran[];
  /** Why nobody was. */
  readonly refusal: Refusal | null;
}

function askAll(talk: Talk, reached: readonly Sasaran[]): Diingatkan {
  const { world, pegawai } = talk;
  const fair = due(world, reached);
  const byBerkas = new Map<BerkasTerbuka, Sasaran[]>();
  for (const one of reached) byBerkas.set(one.berkas, [...(byBerkas.get(one.berkas) ?? []), one]);
  let next = talk;
  let refused: Refusal | null = null;
  for (const [berkas, list] of byBerkas) {
    const settled = settle(next, berkas, {
      kind: "colek",
      oleh: pegawai.id,
      sasaranList: list.map(({ wait, holder }) => ({ waitId: wait.id, kepada: holder.id })),
    });
    next = settled.talk;
    refused = settled.refusal ?? refused;
  }
  const byHolder = new Map<Pegawai, Sasaran[]>();
  for (const one of fair) byHolder.set(one.holder, [...(byHolder.get(one.holder) ?? []), one]);
  const told = [...byHolder].map(
    ([holder, list]): Effect =>
      toldAs(world, { kepada: holder.id, prioritas: "pengingat" }, pesanOf(talk, holder, list)),
  );
  return {
    talk: emit(next, ...told),
    fair,
    again: reached.filter((one) => !fair.includes(one)),
    refusal: fair.length === 0 ? refused : null,
  };
}

function pesanOf(talk: Talk, holder: Pegawai, list: readonly Sasaran[]): Ucapan {
  const { world, pegawai } = talk;
  const idList = list.map(({ wait }) => wait.id);
  const owed = tugasOf(world, holder).filter(({ wait }) => idList.includes(wait.id));
  const [only, second] = owed;
  if (only === undefined || second === undefined) {
    const judul = only?.judul ?? "";
    return {
      teks: fill(mejaText.colek, { judul, pengirim: pegawai.jabatan, batas: batasOf(talk, only) }),
      pilihan: only === undefined ? [] : [kerjakan(only, tugasText.kerjakanSatu)],
    };
  }
  return {
    teks: fill(mejaText.colekBanyak, {
      jumlah: owed.length,
      pengirim: pegawai.jabatan,
      daftar: lines(...owed.map((tugas, index) => tugasLine(world, tugas, index + 1))),
    }),
    pilihan: owed.map((tugas, index) =>
      kerjakan(tugas, fill(tugasText.kerjakan, { nomor: index + 1 })),
    ),
  };
}

const kerjakan = (tugas: Tugas, judul: Teks): Tawaran[] => [
  { id: `/tugas ${tugas.wait.id}`, judul },
];

function batasOf(talk: Talk, tugas: Tugas | undefined): Teks {
  const tenggatMs = tugas?.tenggatMs ?? null;
  if (tenggatMs === null) return [];
  const passed = tenggatMs < talk.world.nowMs;
  const waktu = waktuOf(talk, tenggatMs);
  return fill(passed ? mejaText.colekLewat : mejaText.colekBatas, { waktu });
}

const listed = (
  teks: (typeof mejaText)["colekTerkirim" | "colekTakTerjangkau" | "colekTanpaAkun"],
  list: readonly Sasaran[],
): Teks => (list.length === 0 ? [] : fill(teks, { nama: namesOf(list) }));

const namesOf = (list: readonly Sasaran[]): string =>
  [...new Set(list.map(({ holder }) => holder.jabatan))].join(", ");

const waktuOf = ({ world }: Talk, atMs: number): Teks => sebutWaktu(atMs, world.kantor.zonaWaktu);
