import type { CommitRequest } from "../app/ports/commit.ts";
import type { TimerRow } from "../app/ports/rows.ts";
import type { Store } from "../app/ports/store.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { Prisma, type Timer } from "../generated/sqlite/client.ts";
import { chunksOf } from "./chunk.ts";
import { claiming } from "./claim.ts";
import type { Database } from "./client.ts";
import { TimerJson } from "./codec/timer.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import { aheadOf } from "./log-chain.ts";
import type { Reading } from "./reading.ts";
import { byId } from "./set-aside.ts";

type TimerChange = CommitRequest["timers"][number];

const timerTable = new Table<Row<Timer>>(
  "timer",
  ["id", "kantorId", "kunci", "atMs", "isi", "claimedUntilMs"],
  `ON CONFLICT (kantor_id, kunci) DO UPDATE
    SET id = excluded.id, at_ms = excluded.at_ms, isi = excluded.isi, claimed_until_ms = 0`,
);

/** Writes what a batch asked of the clock, as if its changes came one after another. */
export async function writeTimers(
  tx: Tx,
  kantorId: KantorId,
  changes: readonly TimerChange[],
): Promise<void> {
  const { done, awalanList, set } = settle(changes);
  if (done.length > 0)
    await tx.execute(Prisma.sql`DELETE FROM timer WHERE id IN (${Prisma.join([...done])})`);
  for (const chunk of chunksOf(awalanList, CONDITIONS_MAX)) {
    // Not LIKE: a key is no pattern, and SQLite would not tell "a" from "A".
    const matches = chunk.map(
      (awalan) => Prisma.sql`substr(kunci, 1, length(CAST(${awalan} AS TEXT))) = ${awalan}`,
    );
    await tx.execute(Prisma.sql`
      DELETE FROM timer WHERE kantor_id = ${kantorId} AND (${Prisma.join(matches, " OR ")})`);
  }
  await setTimers(
    tx,
    set.map((row) => ({ ...row, kantorId })),
  );
}

/** Leaves rows with the clocks of other offices: those that name this one as watching over them, no others. */
export async function writeKiriman(
  tx: Tx,
  pemantau: KantorId,
  kiriman: CommitRequest["kiriman"],
): Promise<void> {
  if (kiriman.length === 0) return;
  const rows = await tx.query<{ id: string }>(
    Prisma.sql`SELECT id FROM kantor WHERE pemantau = ${pemantau}`,
  );
  const dipantau = new Set(rows.map(({ id }) => id));
  await setTimers(
    tx,
    kiriman.filter(({ kantorId }) => dipantau.has(kantorId)),
  );
}

const setTimers = (tx: Tx, rows: readonly TimerRow[]): Promise<number> =>
  timerTable.add(
    tx,
    rows.map(({ isi, ...row }) => ({ ...row, isi: JSON.stringify(isi), claimedUntilMs: 0 })),
  );

/** SQLite takes no expression that is more than a thousand deep. */
const CONDITIONS_MAX = 500;

/**
 * Claims what is due, by this clock or by the time an office has come to. A claim that is not settled
 * within the lease may be claimed again; so may one that a clock further ahead has made, which is told
 * by its end being later than any claim or hold of this clock could be.
 */
export async function claimTimers(
  reading: Reading,
  { nowMs, limit, leaseMs }: Parameters<Store["claimTimers"]>[0],
): Promise<readonly TimerRow[]> {
  const farthest = nowMs + Math.max(leaseMs, HOLD_MAX_MS);
  return claiming(reading, async (tx, skipLocked) => {
    const due = [
      Prisma.sql`at_ms <= ${nowMs}`,
      ...(await aheadOf(tx, nowMs)).map(
        ({ id, atMs }) => Prisma.sql`(kantor_id = ${id} AND at_ms <= ${atMs})`,
      ),
    ];
    const claimed = await tx.query<Row<Timer>>(Prisma.sql`
      WITH due AS MATERIALIZED (
        SELECT id FROM timer WHERE (${Prisma.join(due, " OR ")})
          AND (claimed_until_ms <= ${nowMs} OR claimed_until_ms > ${farthest})
        ORDER BY at_ms, id LIMIT ${limit} ${skipLocked})
      UPDATE timer SET claimed_until_ms = ${nowMs + leaseMs}
      WHERE id IN (SELECT id FROM due)
      RETURNING id, kantor_id AS "kantorId", kunci, at_ms AS "atMs", isi,
        claimed_until_ms AS "claimedUntilMs"`);
    const rows = claimed.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
    const readable = reading.aside.readAll("timer", rows, byId, toTimer);
    const read = new Set(readable.map(({ id }) => id));
    const others = rows.map(byId).filter((id) => !read.has(id));
    await holdTimers(tx, others, nowMs + HOLD_MAX_MS);
    return readable;
  });
}

/**
 * The longest a timer is held. One that cannot be read is held so long each time: a newer program may
 * have written it, and this one may be able to read it by then.
 */
const HOLD_MAX_MS = 3_600_000;

/** Timers that lead to nothing now are due again later. */
export async function putOffTimers(
  { driver, aside }: Reading,
  { idList, untilMs, cause }: PutOff,
): Promise<void> {
  await driver.transaction((tx) => holdTimers(tx, idList, untilMs));
  for (const key of idList) aside.note({ table: "timer", key }, cause);
}

interface PutOff {
  readonly idList: readonly string[];
  readonly untilMs: number;
  readonly cause: unknown;
}

async function holdTimers(tx: Tx, idList: readonly string[], untilMs: number): Promise<void> {
  if (idList.length === 0) return;
  await tx.execute(Prisma.sql`
    UPDATE timer SET claimed_until_ms = ${untilMs} WHERE id IN (${Prisma.join([...idList])})`);
}

/** A stored timer. */
export const toTimer = ({ id, kantorId, kunci, atMs, isi }: Timer | Row<Timer>): TimerRow => ({
  id,
  kantorId: KantorId.parse(kantorId),
  kunci,
  atMs: Number(atMs),
  isi: TimerJson.parse(JSON.parse(isi)),
});

/** When the next timer can be claimed; null when there is none. Those that are claimed are few. */
export async function nextTimerMs({ client }: Database): Promise<number | null> {
  const [row] = await client.$queryRaw<Record<"free" | "claimed", bigint | null>[]>(NEXT_TIMER);
  const due = [row?.free, row?.claimed].flatMap((ms) => (ms == null ? [] : [Number(ms)]));
  return due.length === 0 ? null : Math.min(...due);
}

/** Two looks into one index; a test asks both engines how they go about it. */
export const NEXT_TIMER = Prisma.sql`SELECT
  (SELECT MIN(at_ms) FROM timer WHERE claimed_until_ms = 0) AS free,
  (SELECT CAST(MIN(CASE WHEN claimed_until_ms > at_ms THEN claimed_until_ms ELSE at_ms END)
    AS BIGINT) FROM timer WHERE claimed_until_ms > 0) AS claimed`;

/** What changes made in order come to: removals first, then what was set and not cancelled later. */
function settle(changes: readonly TimerChange[]): {
  readonly done: readonly string[];
  readonly awalanList: readonly string[];
  readonly set: readonly TimerRow[];
} {
  const setByKunci = new Map<string, TimerRow>();
  for (const change of changes) {
    if (change.kind === "set") setByKunci.set(change.row.kunci, change.row);
    else drop(setByKunci, change);
  }
  const done = changes.flatMap((one) => (one.kind === "done" ? [one.id] : []));
  const awalanList = changes.flatMap((one) => (one.kind === "cancel" ? [one.awalan] : []));
  return { done, awalanList: [...new Set(awalanList)], set: [...setByKunci.values()] };
}

function drop(
  setByKunci: Map<string, TimerRow>,
  change: Exclude<TimerChange, { kind: "set" }>,
): void {
  for (const [kunci, { id }] of setByKunci) {
    const gone = change.kind === "done" ? id === change.id : kunci.startsWith(change.awalan);
    if (gone) setByKunci.delete(kunci);
  }
}
