import { can } from "../authorize.ts";
import { cadanganBawaan } from "../kantor/cadangan.ts";
import { takTerjangkauSejak } from "../kantor/jangkauan.ts";
import { isBerhalangan } from "../kantor/pegawai.ts";
import type { Kantor, Pegawai, PegawaiId } from "../kantor/schema.ts";
import { isOpen, nextMorning, nextOpening, nextSlot, slotStart } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { type AturanPengingat, nextWeekly } from "../waktu/pengingat.ts";
import { menitJeda } from "../waktu/tenggat.ts";
import { pilihanTunda, tundaBawaan } from "../waktu/tunda.ts";
import type { PlainEffect, RemindEffect } from "./effect.ts";
import { judulButir } from "./formulir/setiap.ts";
import { findWait, holdersOf, isHolder, langkahOf, unitIndikator } from "./holders.ts";
import type { TugasDiingatkan } from "./kabar.ts";
import { escalated, type Live } from "./pengawas.ts";
import type { DuePengingat, PengingatIsi, RemindWorld } from "./remind-world.ts";
import type { Wait } from "./state.ts";
import { refusalOfTunda, tundaSampai } from "./tunda.ts";

/** A conversation this recent is not interrupted; the reminder comes when it has rested. */
const PERCAKAPAN_AKTIF_MS = 15 * 60_000;

/**
 * Turns all reminders due at one sweep into one message per person. Conditions are read now: who
 * has answered is left alone, outside office hours everything waits for the opening, somebody in the
 * middle of a conversation is reminded later, and whoever cannot be reached, or is away, not before
 * they can be. Nobody is reminded twice in one stretch of work, before or after the break, except at an
 * hour they chose. After an outage the same rule makes one recap of everything missed. An admin's says
 * too what did not reach others.
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
  const reminded = [...byRecipient(world, live)].flatMap(([recipient, mine]) =>
    remindLater(world, recipient, mine),
  );
  return [...reminded, ...live.flatMap((due) => againWeekly(world, due))];
}

/** Puts off what is not to be said to this person now, and says the rest in one message. */
function remindLater(
  world: RemindWorld,
  recipient: Pegawai,
  mine: readonly DuePengingat[],
): readonly RemindEffect[] {
  const { id } = recipient;
  const later = (list: readonly DuePengingat[], atMs: Instant): readonly PlainEffect[] =>
    list.map((due) => postponeFor(due, id, atMs));
  const leftMs = laterFor(world, recipient);
  if (leftMs > world.nowMs) return later(mine, leftMs);
  const restMs = ({ isi }: DuePengingat): Instant => {
    const live = findLive(world, isi);
    return live === null ? 0 : tundaSampai(live.wait, id);
  };
  const resting = mine.filter((due) => restMs(due) > world.nowMs);
  const ripe = mine.filter((due) => !resting.includes(due));
  // At an hour they chose themselves everything else that is due is said as well.
  const slotMs = ripe.some(({ isi }) => isi.aturan === null) ? 0 : afterSlot(world, id);
  return [
    ...(slotMs > world.nowMs ? later(ripe, slotMs) : remindOne(world, recipient, ripe)),
    ...resting.map((due) => postponeFor(due, id, restMs(due))),
  ];
}

/** A weekly rule has no last firing: each sets the next, for as long as nobody answers. */
function againWeekly(
  { kantor, calendar, nowMs }: RemindWorld,
  { kunci, isi }: DuePengingat,
): PlainEffect[] {
  if (ruleOf(kantor, isi)?.saat !== "mingguan" || isi.hanya !== null) return [];
  return [{ kind: "timer", kunci, atMs: nextWeekly(nowMs, calendar), isi }];
}

const ruleOf = ({ pengingat }: Kantor, { aturan }: PengingatIsi): AturanPengingat | undefined =>
  aturan === null ? undefined : pengingat[aturan];

/**
 * Until when somebody is to be left alone; in the past when they may be reminded now. Who is away, or
 * cannot be reached, is looked at again each morning: they may be back earlier than was thought.
 */
function laterFor(world: RemindWorld, pegawai: Pegawai): Instant {
  const unreached = takTerjangkauSejak(world.akunList, pegawai.id) !== null;
  if (unreached || isBerhalangan(pegawai)) return nextMorning(world.calendar, world.nowMs);
  const session = world.sessionByPegawai.get(pegawai.id);
  return session === undefined || session.dialogue === null
    ? 0
    : session.aktifMs + PERCAKAPAN_AKTIF_MS;
}

/** The next stretch of work, where somebody was reminded of something in this one. */
function afterSlot({ calendar, nowMs, sessionByPegawai }: RemindWorld, id: PegawaiId): Instant {
  const lastMs = sessionByPegawai.get(id)?.diingatkanMs;
  const slotMs = slotStart(calendar, nowMs);
  return lastMs === undefined || slotMs === null || lastMs < slotMs ? 0 : nextSlot(calendar, nowMs);
}

/** Everybody a due reminder may concern; their sessions must be in the world. */
export const reminderAudience = (
  world: Office,
  dueList: readonly DuePengingat[],
): readonly PegawaiId[] => [...byRecipient(world, dueList).keys()].map(({ id }) => id);

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

/** What others owe, told once before a deadline or once a week after it. */
function isRingkasan(kantor: Kantor, due: DuePengingat | undefined): boolean {
  if (due === undefined || due.isi.eskalasi === null) return false;
  const saat = ruleOf(kantor, due.isi)?.saat;
  return saat === "mingguan" || saat === "sebelum";
}

const isAdmin = ({ peran }: Pegawai): boolean => peran.includes("admin");

/** A message may still go to another account of its receiver until then. */
function ripeLetters({ suratMatiList, kantor, nowMs }: Office): RemindWorld["suratMatiList"] {
  const { belumTerkirimMenit } = kantor.cadangan ?? cadanganBawaan;
  return suratMatiList.filter(({ createdMs }) => createdMs + belumTerkirimMenit * 60_000 < nowMs);
}

function recipients(world: Office, isi: PengingatIsi): readonly Pegawai[] {
  const live = findLive(world, isi);
  if (live === null) return [];
  const { kantor } = world;
  const holderList = holdersOf(live.wait, kantor);
  // A rule before the deadline that names somebody is for them alone; later ones add them.
  const ownToo = isi.eskalasi === null || ruleOf(kantor, isi)?.saat !== "sebelum";
  const concerned = [...(ownToo ? holderList : []), ...escalated(live, isi.eskalasi, kantor)];
  return [...new Set(concerned)].filter(({ id }) => isi.hanya === null || isi.hanya === id);
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
  const dueByWait = strongest(dueList);
  const unsorted = [...dueByWait.values()].flatMap(({ isi }): TugasDiingatkan[] => {
    const live = findLive(world, isi);
    if (live === null) return [];
    // Whoever owes it themselves is asked to do it, not told of it.
    const eskalasi = isi.eskalasi !== null && !isHolder(live.wait, recipient);
    const dapatDitunda = !eskalasi && mayRest(world, live.wait, recipient.id);
    return [{ ...dueTask(world, live, eskalasi), dapatDitunda }];
  });
  const tugasList = unsorted.toSorted((a, b) => nearestMs(a) - nearestMs(b) || seqOf(a) - seqOf(b));
  const ringkasan = tugasList.find(
    ({ eskalasi, wait }) => eskalasi && isRingkasan(world.kantor, dueByWait.get(wait.id)),
  );
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
      kabar: {
        jenis: "pengingat",
        tugasList,
        suratIdList,
        ...(ringkasan !== undefined &&
          can(recipient, "colek") && {
            papan: { berkasId: ringkasan.berkasId, periode: ringkasan.periode },
          }),
      },
    },
    ...counted,
    ...named,
  ];
}

/** Several rules may fire for one wait after an outage; the strongest speaks for all of them. */
function strongest(dueList: readonly DuePengingat[]): ReadonlyMap<string, DuePengingat> {
  const dueByWait = new Map<string, DuePengingat>();
  for (const due of dueList) {
    const before = dueByWait.get(due.isi.waitId);
    if (before === undefined || before.isi.eskalasi === null) dueByWait.set(due.isi.waitId, due);
  }
  return dueByWait;
}

/** Whether any of the hours that are offered is open to them. */
function mayRest(world: RemindWorld, wait: Wait, oleh: PegawaiId): boolean {
  const { kantor, nowMs, calendar } = world;
  return pilihanTunda(kantor.tunda ?? tundaBawaan, nowMs, calendar).some(
    (sampaiMs) => refusalOfTunda(world, wait, { oleh, sampaiMs }) === null,
  );
}

function dueTask(
  { calendar }: RemindWorld,
  { sop, state, wait }: Live,
  eskalasi: boolean,
): Omit<TugasDiingatkan, "dapatDitunda"> {
  const langkah = langkahOf(sop, wait.langkahNo);
  const { mutuBaku } = langkah;
  const uraian = judulButir(langkah, state, wait) ?? langkah.uraian;
  const { macam, pemegang } = wait;
  const kurang =
    macam === "unit" && pemegang.jenis === "pegawai"
      ? unitIndikator(state, pemegang.pegawaiId).filter(
          ({ kode }) => state.isianByKode[kode] === undefined,
        ).length
      : null;
  const { id: berkasId, periode, jedaList = [] } = state;
  const { diterimaMs: dariMs, tenggatMs: sampaiMs } = wait;
  const jedaMenit = sampaiMs === null ? 0 : menitJeda(jedaList, { dariMs, sampaiMs }, calendar);
  const bakuMutu = mutuBaku.waktu;
  return { berkasId, periode, uraian, bakuMutu, wait, kurang, jedaMenit, eskalasi };
}

/** What runs out first is read first; equal ones in the order in which they were asked. */
const nearestMs = ({ wait }: TugasDiingatkan): Instant =>
  Math.min(wait.tenggatMs ?? Number.MAX_SAFE_INTEGER, wait.batasMs ?? Number.MAX_SAFE_INTEGER);

const seqOf = ({ wait }: TugasDiingatkan): number =>
  Number(wait.id.slice(wait.id.lastIndexOf(".") + 1));
