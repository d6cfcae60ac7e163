import type { Session } from "../../core/conversation/session.ts";
import { remind, reminderAudience } from "../../core/engine/remind.ts";
import type { DuePengingat } from "../../core/engine/remind-world.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import { sayReminders } from "../../core/pesan/say.ts";
import type { Deps } from "../deps.ts";
import type { Letter } from "../ports/outbox.ts";
import type { TimerRow } from "../ports/rows.ts";
import { fallBack } from "../send/fall-back.ts";
import { tryAgain } from "../send/reach.ts";
import { reportSiaran } from "../send/report-siaran.ts";
import { isStoreAway } from "../send/store-away.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { BERKAS_DIBUKA } from "../turn/load-for.ts";
import { loadWorld } from "../turn/load-world.ts";
import { TurnWriter } from "../turn/turn-writer.ts";
import { tellBackupMissing } from "./backup-missing.ts";
import { checkYear } from "./check-year.ts";
import { followHalangan } from "./follow-halangan.ts";
import { takeBroadcast, takeReminder } from "./kiriman-kantor.ts";
import { openDue } from "./open-due.ts";
import { openingDue } from "./opening-due.ts";
import { refreshSematan } from "./refresh-sematan.ts";

/** A claim this long outlives any sweep; a crashed sweep's timers come back after it. */
const LEASE_MS = 120_000;
const SWEEP_MAX = 500;
/** A timer nothing can be done with is tried again so much later. */
const PUT_OFF_MS = 3_600_000;
/** An office that was told of dead letters hears of later ones on its next day at the earliest. */
const LETTERS_QUIET_MS = 12 * 60 * 60_000;

/**
 * One sweep of the clock: every timer that is due, office by office. The rows are the truth; a tick
 * that comes late, twice or not at all only changes when they are looked at.
 */
export async function handleTick(deps: Deps): Promise<number> {
  let fired = 0;
  const letters = await deps.store.untoldLetters(deps.clock.now() - LETTERS_QUIET_MS);
  const untold = new Set(letters.flatMap(({ kantorId }) => kantorId ?? []));
  for (;;) {
    const dueList = await deps.store.claimTimers({
      nowMs: deps.clock.now(),
      limit: SWEEP_MAX,
      leaseMs: LEASE_MS,
    });
    const timersByKantor = byKantor(dueList);
    for (const kantorId of new Set([...timersByKantor.keys(), ...untold])) {
      const timers = timersByKantor.get(kantorId) ?? [];
      const mine = untold.delete(kantorId)
        ? letters.filter((one) => one.kantorId === kantorId)
        : [];
      await fireTogether(deps, kantorId, { timers, letters: mine });
    }
    fired += dueList.length;
    if (dueList.length < SWEEP_MAX) break;
  }
  return fired;
}

/** What an office has to be looked at for. */
interface Due {
  readonly timers: readonly TimerRow[];
  readonly letters: readonly Letter[];
}

/** One office's fault must not stop the clock of the others, nor one timer's that of its office. */
async function fireTogether(
  deps: Deps,
  kantorId: KantorId,
  { timers, letters }: Due,
): Promise<void> {
  try {
    await fire(deps, kantorId, { timers, letters });
  } catch (cause) {
    deps.log.error({ kantorId, err: cause }, "sweep failed");
    // While the machine is at fault all of them come back after the lease.
    if (isStoreAway(cause)) return;
    if (timers.length === 1) return putOff(deps, timers, cause);
    for (const timer of timers) {
      await fireTogether(deps, kantorId, { timers: [timer], letters: [] });
    }
  }
}

const putOff = ({ store, clock }: Deps, timers: readonly TimerRow[], cause: unknown) =>
  store.putOffTimers(
    timers.map(({ id }) => id),
    clock.now() + PUT_OFF_MS,
    cause,
  );

async function fire(deps: Deps, kantorId: KantorId, { timers, letters }: Due): Promise<void> {
  let unread: readonly TimerRow[] = [];
  await commitUntilDone(deps, async (later) => {
    const rolledUp = await rolledUpBerkas(deps, kantorId, timers);
    const decided = await decidedBerkas(deps, kantorId, timers);
    const pointed = [...timers.flatMap(pointedBerkas), ...rolledUp, ...decided];
    const loaded = await loadWorld(deps, kantorId, pointed);
    const writer = new TurnWriter(loaded);
    const isUnread = (timer: TimerRow): boolean =>
      pointedBerkas(timer).some((id) => writer.unreadable.berkas.has(id));
    unread = timers.filter(isUnread);
    const readable = timers.filter((timer) => !isUnread(timer));
    const said = fireReminders(deps, writer, { timers: readable, letters });
    await fallBack(deps, writer, readable);
    for (const timer of readable) {
      later(() => deps.metrics?.timerFired(timer.isi.jenis));
      if (timer.isi.jenis === "buka-berkas") openDue({ deps, writer, later }, timer, timer.isi);
      if (timer.isi.jenis === "halangan") followHalangan({ deps, writer, later }, timer, timer.isi);
      if (timer.isi.jenis === "pembukaan" || timer.isi.jenis === "ralat-bagian") {
        openingDue(deps, writer, timer, timer.isi);
      }
      if (timer.isi.jenis === "periksa-tahun") checkYear(deps, writer, timer, timer.isi);
      if (timer.isi.jenis === "cadangan-malam") {
        await tellBackupMissing(deps, writer, timer, timer.isi);
      }
      if (timer.isi.jenis === "siaran") await reportSiaran(deps, writer, timer, timer.isi);
      await takeSent({ deps, writer, later }, timer);
      writer.fired(timer.id);
    }
    // Last, so that whatever this sweep brought is said as well.
    await tryAgain(deps, writer, { timers: readable, loaded });
    refreshSematan(deps, writer, { timers: readable, loaded });
    return readable.length === 0 && !said ? null : writer.request();
  });
  if (unread.length > 0) await putOff(deps, unread, new Error("its berkas cannot be read"));
}

/** What an office that watches over this one has left with its clock. */
async function takeSent(scene: Parameters<typeof takeReminder>[0], timer: TimerRow): Promise<void> {
  if (timer.isi.jenis === "ingatkan-kantor") takeReminder(scene, timer, timer.isi);
  if (timer.isi.jenis === "siaran-kantor") await takeBroadcast(scene, timer, timer.isi);
}

/** Whether there was anything to say. */
function fireReminders(deps: Deps, writer: TurnWriter, { timers, letters }: Due): boolean {
  const first = timers.find(({ isi }) => isi.jenis === "pengingat")?.id ?? letters[0]?.id;
  if (first === undefined) return false;
  const dueList = timers.flatMap(({ kunci, isi }): DuePengingat[] =>
    isi.jenis === "pengingat" ? [{ kunci, isi }] : [],
  );
  const world = { ...writer.world, suratMatiList: letters };
  const sessionByPegawai = new Map<PegawaiId, Session>(
    reminderAudience(world, dueList).map((id) => [id, writer.session(id)]),
  );
  const effects = sayReminders(world, remind({ ...world, sessionByPegawai }, dueList));
  writer.add(
    { session: null, berkasList: [], effects },
    { sebab: `tick:${first}`, asal: null, pelaku: null, random: deps.random },
  );
  return effects.length > 0;
}

function byKantor(timers: readonly TimerRow[]): ReadonlyMap<KantorId, readonly TimerRow[]> {
  const byId = new Map<KantorId, TimerRow[]>();
  for (const timer of timers)
    byId.set(timer.kantorId, [...(byId.get(timer.kantorId) ?? []), timer]);
  return byId;
}

const pointedBerkas = ({ isi }: TimerRow): readonly string[] =>
  isi.jenis === "pengingat" || isi.jenis === "ingatkan-kantor" || isi.jenis === "pembukaan"
    ? [isi.berkasId]
    : [];

/** What was decided in somebody's place may have ended its berkas by now. */
const decidedBerkas = (
  { store }: Deps,
  kantorId: KantorId,
  timers: readonly TimerRow[],
): Promise<readonly string[]> | readonly string[] =>
  timers.some(({ isi }) => isi.jenis === "halangan")
    ? store.berkasSelesai(kantorId, BERKAS_DIBUKA)
    : [];

/** Roll-ups whose figures were corrected may be finished, and are looked up by their period. */
async function rolledUpBerkas(
  { store }: Deps,
  kantorId: KantorId,
  timers: readonly TimerRow[],
): Promise<readonly string[]> {
  const idList: string[] = [];
  for (const { isi } of timers) {
    if (isi.jenis !== "ralat-bagian") continue;
    const id = await store.findBerkas(kantorId, isi.sopId, isi.periode);
    if (id !== null) idList.push(id);
  }
  return idList;
}
