import { cadanganBawaan } from "../kantor/cadangan.ts";
import { type Jangkauan, takTerjangkauSejak } from "../kantor/jangkauan.ts";
import type { Kantor, Pegawai, PegawaiId, Peran } from "../kantor/schema.ts";
import { isOpen, nextMorning, nextOpening } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { nextWeekly } from "../waktu/pengingat.ts";
import type { EngineContext } from "./decision.ts";
import type { PlainEffect, RemindEffect, TimerIsi } from "./effect.ts";
import {
  findWait,
  holdersOf,
  isHolder,
  isKepala,
  langkahOf,
  pegawaiOf,
  unitIndikator,
} from "./holders.ts";
import type { TugasDiingatkan } from "./kabar.ts";
import type { Wait } from "./state.ts";
import type { BerkasTerbuka } from "./turn.ts";

/** A conversation this recent is not interrupted; the reminder comes when it has rested. */
const PERCAKAPAN_AKTIF_MS = 15 * 60_000;

type PengingatIsi = Extract<TimerIsi, { jenis: "pengingat" }>;

/** A reminder timer that is due. */
export interface DuePengingat {
  readonly kunci: string;
  readonly isi: PengingatIsi;
}

/** What a reminder must know of a conversation: whether it is in the middle of something. */
interface Percakapan {
  readonly dialogue: unknown;
  readonly aktifMs: Instant;
}

/** A message that was given up. */
interface Surat {
  readonly id: string;
  readonly createdMs: Instant;
}

/** What a sweep of reminders may look at besides the office itself. */
export interface RemindWorld extends EngineContext {
  readonly berkasById: ReadonlyMap<string, BerkasTerbuka>;
  readonly sessionByPegawai: ReadonlyMap<PegawaiId, Percakapan>;
  /** Messages that were given up, and of which nobody has been told. */
  readonly suratMatiList: readonly Surat[];
  readonly akunList: readonly Jangkauan[];
}

/**
 * Turns all reminders due at one sweep into one message per person. Conditions are read now: who
 * has answered is left alone, outside office hours everything waits for the opening, somebody in the
 * middle of a conversation is reminded later, and whoever cannot be reached not before they can. After
 * an outage the same rule makes one recap of everything missed. An admin's says too what did not reach
 * others.
 */
export function remind(
  world: RemindWorld,
  dueList: readonly DuePengingat[],
): readonly RemindEffect[] {
  if (world.kantor.aktif === false) return [];
  const live = dueList.filter(({ isi }) => findLive(world, isi) !== null);
  if (!isOpen(world.calendar, world.nowMs)) {
    const openingMs = nextOpening(world.calendar, world.nowMs);
    return live.map(({ kunci, isi }) => ({ kind: "timer", kunci, atMs: openingMs, isi }));
  }
  const reminded = [...byRecipient(world, live)].flatMap(([recipient, mine]) => {
    const laterMs = laterFor(world, recipient.id);
    return laterMs > world.nowMs
      ? mine.map((due) => postponeFor(due, recipient.id, laterMs))
      : remindOne(world, recipient, mine);
  });
  return [...reminded, ...live.flatMap((due) => againWeekly(world, due))];
}

/** A weekly rule has no last firing: each sets the next, for as long as nobody answers. */
function againWeekly(
  { kantor, calendar, nowMs }: RemindWorld,
  { kunci, isi }: DuePengingat,
): PlainEffect[] {
  if (kantor.pengingat[isi.aturan]?.saat !== "mingguan" || isi.hanya !== null) return [];
  return [{ kind: "timer", kunci, atMs: nextWeekly(nowMs, calendar), isi }];
}

/** Until when somebody is to be left alone; in the past when they may be reminded now. */
function laterFor(world: RemindWorld, pegawaiId: PegawaiId): Instant {
  if (takTerjangkauSejak(world.akunList, pegawaiId) !== null)
    return nextMorning(world.calendar, world.nowMs);
  const session = world.sessionByPegawai.get(pegawaiId);
  return session === undefined || session.dialogue === null
    ? 0
    : session.aktifMs + PERCAKAPAN_AKTIF_MS;
}

/** Everybody a due reminder may concern; their sessions must be in the world. */
export const reminderAudience = (
  world: Office,
  dueList: readonly DuePengingat[],
): readonly PegawaiId[] => [...byRecipient(world, dueList).keys()].map(({ id }) => id);

export interface Live extends BerkasTerbuka {
  readonly wait: Wait;
}

type Office = Omit<RemindWorld, "sessionByPegawai" | "akunList">;

function findLive(world: Office, isi: PengingatIsi): Live | null {
  const berkas = world.berkasById.get(isi.berkasId);
  if (berkas === undefined || berkas.state.status !== "berjalan") return null;
  const wait = findWait(berkas.state, isi.waitId);
  return wait === undefined || wait.jawaban !== null ? null : { ...berkas, wait };
}

function byRecipient(
  world: Office,
  dueList: readonly DuePengingat[],
): ReadonlyMap<Pegawai, readonly DuePengingat[]> {
  const dueByPegawai = new Map<Pegawai, DuePengingat[]>();
  for (const due of dueList) {
    for (const recipient of recipients(world, due.isi)) {
      if (!world.terhubung.has(recipient.id)) continue;
      dueByPegawai.set(recipient, [...(dueByPegawai.get(recipient) ?? []), due]);
    }
  }
  if (ripeLetters(world).length > 0) {
    for (const admin of world.kantor.pegawaiList.filter(isAdmin))
      if (world.terhubung.has(admin.id) && !dueByPegawai.has(admin)) dueByPegawai.set(admin, []);
  }
  return dueByPegawai;
}

const isAdmin = ({ peran }: Pegawai): boolean => peran.includes("admin");

/** A message may still go to another account of its receiver until then. */
function ripeLetters({ suratMatiList, kantor, nowMs }: Office): readonly Surat[] {
  const { belumTerkirimMenit } = kantor.cadangan ?? cadanganBawaan;
  return suratMatiList.filter(({ createdMs }) => createdMs + belumTerkirimMenit * 60_000 < nowMs);
}

function recipients(world: Office, isi: PengingatIsi): readonly Pegawai[] {
  const live = findLive(world, isi);
  if (live === null) return [];
  const { kantor } = world;
  const holderList = holdersOf(live.wait, kantor);
  // A rule before the deadline that names somebody is for them alone; later ones add them.
  const ownToo = isi.eskalasi === null || kantor.pengingat[isi.aturan]?.saat !== "sebelum";
  const concerned = [...(ownToo ? holderList : []), ...escalated(live, isi, kantor)];
  return [...new Set(concerned)].filter(({ id }) => isi.hanya === null || isi.hanya === id);
}

function escalated(live: Live, { eskalasi }: PengingatIsi, kantor: Kantor): readonly Pegawai[] {
  switch (eskalasi) {
    case null:
      return [];
    case "koordinator":
      return coordinators(live, kantor);
    case "atasan":
      return holdersOf(live.wait, kantor).flatMap((holder) => atasanOf(holder, kantor) ?? []);
    case "pimpinan":
      return [...heads(kantor), ...coordinators(live, kantor)];
  }
}

const heads = ({ pegawaiList }: Kantor): readonly Pegawai[] => pegawaiList.filter(isKepala);

/** Who sees to it that a wait is answered: its coordinator's desk, else everybody with the langkah's role. */
export function coordinators({ state, sop, wait }: Live, kantor: Kantor): readonly Pegawai[] {
  const desk = state.waitList.findLast(
    ({ macam, langkahNo }) => macam === "koordinator" && langkahNo === wait.langkahNo,
  );
  if (desk !== undefined) return holdersOf(desk, kantor);
  const { peran } = langkahOf(sop, wait.langkahNo).pelaksana;
  return kantor.pegawaiList.filter((pegawai) => pegawai.peran.some((one) => peran.includes(one)));
}

/** Who hears about it when nothing moves: the named superior, else the secretary, else the head. */
export function atasanOf(pegawai: Pegawai, kantor: Kantor): Pegawai | undefined {
  const named = pegawai.atasan === undefined ? undefined : pegawaiOf(kantor, pegawai.atasan);
  if (named !== undefined) return named;
  const chain: readonly Peran[] = ["sekcam", "sekdis", "camat", "kadis"];
  return chain
    .flatMap((peran) => kantor.pegawaiList.filter((one) => one.peran.includes(peran)))
    .find((one) => one.id !== pegawai.id);
}

const postponeFor = (
  { kunci, isi }: DuePengingat,
  hanya: PegawaiId,
  atMs: Instant,
): PlainEffect => ({
  kind: "timer",
  kunci: isi.hanya === null ? `${kunci}:${hanya}` : kunci,
  atMs,
  isi: { ...isi, hanya },
});

function remindOne(
  world: RemindWorld,
  recipient: Pegawai,
  dueList: readonly DuePengingat[],
): readonly RemindEffect[] {
  // Several rules may fire for one wait after an outage; the strongest speaks for all of them.
  const dueByWait = new Map<string, DuePengingat>();
  for (const due of dueList) {
    const before = dueByWait.get(due.isi.waitId);
    if (before === undefined || before.isi.eskalasi === null) dueByWait.set(due.isi.waitId, due);
  }
  const unsorted = [...dueByWait.values()].flatMap(({ isi }): TugasDiingatkan[] => {
    const live = findLive(world, isi);
    if (live === null) return [];
    // Whoever owes it themselves is asked to do it, not told of it.
    const eskalasi = isi.eskalasi !== null && !isHolder(live.wait, recipient);
    return [dueTask(live, eskalasi)];
  });
  const tugasList = unsorted.toSorted((a, b) => nearestMs(a) - nearestMs(b) || seqOf(a) - seqOf(b));
  const letters = isAdmin(recipient) ? ripeLetters(world) : [];
  if (tugasList.length === 0 && letters.length === 0) return [];
  const suratIdList = letters.map(({ id }) => id);
  const named: readonly PlainEffect[] =
    letters.length === 0 ? [] : [{ kind: "surat-disebut", idList: suratIdList }];
  const counted = tugasList.map(
    ({ wait, eskalasi }): PlainEffect => ({
      kind: "ingatan",
      waitId: wait.id,
      pegawaiId: recipient.id,
      jenis: eskalasi ? "eskalasi" : "pengingat",
    }),
  );
  return [
    {
      kind: "kabar",
      kepada: recipient.id,
      prioritas: "pengingat",
      kabar: { jenis: "pengingat", tugasList, suratIdList },
    },
    ...counted,
    ...named,
  ];
}

function dueTask({ sop, state, wait }: Live, eskalasi: boolean): TugasDiingatkan {
  const { uraian, mutuBaku } = langkahOf(sop, wait.langkahNo);
  const { macam, pemegang } = wait;
  const kurang =
    macam === "unit" && pemegang.jenis === "pegawai"
      ? unitIndikator(state, pemegang.pegawaiId).filter(
          ({ kode }) => state.isianByKode[kode] === undefined,
        ).length
      : null;
  const { id: berkasId, periode } = state;
  return { berkasId, periode, uraian, bakuMutu: mutuBaku.waktu, wait, kurang, eskalasi };
}

/** What runs out first is read first; equal ones in the order in which they were asked. */
const nearestMs = ({ wait }: TugasDiingatkan): Instant =>
  Math.min(wait.tenggatMs ?? Number.MAX_SAFE_INTEGER, wait.batasMs ?? Number.MAX_SAFE_INTEGER);

const seqOf = ({ wait }: TugasDiingatkan): number =>
  Number(wait.id.slice(wait.id.lastIndexOf(".") + 1));
