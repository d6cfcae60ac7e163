import type { Session } from "../core/conversation/session.ts";
import { type DuePengingat, remind, reminderAudience } from "../core/engine/remind.ts";
import type { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { commitUntilDone } from "./commit.ts";
import type { Deps } from "./deps.ts";
import { fallBack } from "./fall-back.ts";
import type { KantorCache } from "./kantor-cache.ts";
import { loadWorld } from "./load-world.ts";
import { openDue } from "./open-due.ts";
import type { TimerRow } from "./ports/rows.ts";
import { tryAgain } from "./reach.ts";
import { reportSiaran } from "./report-siaran.ts";
import { TurnWriter } from "./turn-writer.ts";

/** A claim this long outlives any sweep; a crashed sweep's timers come back after it. */
const LEASE_MS = 120_000;
const SWEEP_MAX = 500;

/**
 * One sweep of the clock: every timer that is due, office by office. The rows are the truth; a tick
 * that comes late, twice or not at all only changes when they are looked at.
 */
export async function handleTick(deps: Deps, cache: KantorCache): Promise<number> {
  let fired = 0;
  for (;;) {
    const dueList = await deps.store.claimTimers({
      nowMs: deps.clock.now(),
      limit: SWEEP_MAX,
      leaseMs: LEASE_MS,
    });
    for (const [kantorId, timers] of byKantor(dueList)) {
      await fireTogether(deps, cache, kantorId, timers);
    }
    fired += dueList.length;
    if (dueList.length < SWEEP_MAX) break;
  }
  return fired;
}

async function fireTogether(
  deps: Deps,
  cache: KantorCache,
  kantorId: KantorId,
  timers: readonly TimerRow[],
): Promise<void> {
  try {
    await commitUntilDone(deps, async () => {
      const loaded = await loadWorld(deps, cache, kantorId, timers.flatMap(pointedBerkas));
      const writer = new TurnWriter(loaded);
      fireReminders(deps, writer, timers);
      await fallBack(deps, writer, timers);
      for (const timer of timers) {
        deps.metrics?.timerFired(timer.isi.jenis);
        if (timer.isi.jenis === "buka-berkas") openDue(deps, writer, timer, timer.isi);
        if (timer.isi.jenis === "siaran") {
          await reportSiaran(deps, writer, timer, timer.isi.siaranId);
        }
        writer.fired(timer.id);
      }
      // Last, so that whatever this sweep brought is said as well.
      await tryAgain(deps, writer, { timers, loaded });
      return writer.request();
    });
  } catch (cause) {
    // One office's fault must not stop the clock of the others; its timers come back after the lease.
    deps.log.error({ kantorId, err: cause }, "sweep failed");
  }
}

function fireReminders(deps: Deps, writer: TurnWriter, timers: readonly TimerRow[]): void {
  const dueList = timers.flatMap(({ kunci, isi }): DuePengingat[] =>
    isi.jenis === "pengingat" ? [{ kunci, isi }] : [],
  );
  const [first] = dueList;
  if (first === undefined) return;
  const { world } = writer;
  const sessionByPegawai = new Map<PegawaiId, Session>(
    reminderAudience(world, dueList).map((id) => [id, writer.session(id)]),
  );
  const effects = remind({ ...world, sessionByPegawai }, dueList);
  writer.add(
    { session: null, berkasList: [], effects },
    { sebab: `tick:${world.nowMs}:${first.kunci}`, asal: null, pelaku: null, random: deps.random },
  );
}

function byKantor(timers: readonly TimerRow[]): ReadonlyMap<KantorId, readonly TimerRow[]> {
  const byId = new Map<KantorId, TimerRow[]>();
  for (const timer of timers)
    byId.set(timer.kantorId, [...(byId.get(timer.kantorId) ?? []), timer]);
  return byId;
}

const pointedBerkas = ({ isi }: TimerRow): readonly string[] =>
  isi.jenis === "pengingat" ? [isi.berkasId] : [];
