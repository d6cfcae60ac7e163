import type { KantorId } from "../../core/kantor/schema.ts";
import { addHariKerja, openingOf } from "../../core/waktu/calendar.ts";
import { type Instant, toLocal } from "../../core/waktu/instant.ts";
import type { Clock } from "../ports/clock.ts";
import type { LompatanJam } from "../ports/peraga.ts";
import type { Store } from "../ports/store.ts";

const MENIT_MS = 60_000;

/** Where a push of the rehearsal clock leads; the present when there is nothing to go to. */
export async function jumpTarget(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  kantorId: KantorId,
  lompatan: LompatanJam,
): Promise<Instant> {
  const nowMs = clock.now();
  switch (lompatan) {
    case "15-menit":
      return nowMs + 15 * MENIT_MS;
    case "1-jam":
      return nowMs + 60 * MENIT_MS;
    case "hari-kerja":
      return nextMorning(store, kantorId, nowMs);
    case "tenggat":
      return nextDeadline(store, kantorId, nowMs);
  }
}

async function nextMorning(store: Store, kantorId: KantorId, nowMs: Instant): Promise<Instant> {
  const record = await store.loadKantor(kantorId);
  if (record === null) return nowMs;
  const { calendar } = record;
  const { tanggal } = toLocal(nowMs, calendar.zona);
  return openingOf(calendar, addHariKerja(calendar, tanggal, 1)) ?? nowMs;
}

/** Whatever runs out next; with nothing running, whatever the clock will do next. */
async function nextDeadline(store: Store, kantorId: KantorId, nowMs: Instant): Promise<Instant> {
  const berkasList = await store.listBerkas(kantorId);
  const dueList = berkasList
    .filter(({ state }) => state.status === "berjalan")
    .flatMap(({ state }) => state.waitList)
    .filter(({ jawaban }) => jawaban === null)
    .flatMap(({ tenggatMs, batasMs }) => [tenggatMs, batasMs])
    .filter((atMs) => atMs !== null && atMs > nowMs);
  const nearest = Math.min(...dueList.map((atMs) => atMs ?? Number.POSITIVE_INFINITY));
  if (Number.isFinite(nearest)) return nearest;
  return Math.max(nowMs, (await store.nextTimerMs()) ?? nowMs);
}
