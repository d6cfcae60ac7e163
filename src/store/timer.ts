import type { CommitRequest, Store, TimerRow } from "../app/ports/store.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { skipLocked } from "./claim.ts";
import type { Database, Tx } from "./client.ts";
import { TimerJson } from "./codec/timer.ts";

type TimerChange = CommitRequest["timers"][number];

/** Writes what a batch asked of the clock, as if its changes came one after another. */
export async function writeTimers(
  tx: Tx,
  kantorId: KantorId,
  changes: readonly TimerChange[],
): Promise<void> {
  const { done, awalanList, set } = settle(changes);
  if (done.length > 0) await tx.timer.deleteMany({ where: { id: { in: [...done] } } });
  if (awalanList.length > 0) {
    const OR = awalanList.map((awalan) => ({ kunci: { startsWith: awalan } }));
    await tx.timer.deleteMany({ where: { kantorId, OR } });
  }
  if (set.length === 0) return;
  const values = set.map(
    ({ id, kunci, atMs, isi }) =>
      Prisma.sql`(${id}, ${kantorId}, ${kunci}, ${BigInt(atMs)}, ${JSON.stringify(isi)}, ${0n})`,
  );
  await tx.$executeRaw`
    INSERT INTO timer (id, kantor_id, kunci, at_ms, isi, claimed_until_ms)
      VALUES ${Prisma.join(values)}
    ON CONFLICT (kantor_id, kunci) DO UPDATE
      SET id = excluded.id, at_ms = excluded.at_ms, isi = excluded.isi, claimed_until_ms = 0`;
}

/** Claims what is due; a claim that is not settled within the lease may be claimed again. */
export async function claimTimers(
  { client, engine }: Database,
  { nowMs, limit, leaseMs }: Parameters<Store["claimTimers"]>[0],
): Promise<readonly TimerRow[]> {
  const now = BigInt(nowMs);
  const claimed = await client.$queryRaw<{ id: string }[]>`
    UPDATE timer SET claimed_until_ms = ${BigInt(nowMs + leaseMs)}
    WHERE id IN (
      SELECT id FROM timer WHERE at_ms <= ${now} AND claimed_until_ms <= ${now}
      ORDER BY at_ms, id LIMIT ${limit} ${skipLocked(engine)}
    ) AND claimed_until_ms <= ${now}
    RETURNING id`;
  if (claimed.length === 0) return [];
  const rows = await client.timer.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: [{ atMs: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, kantorId, kunci, atMs, isi }) => ({
    id,
    kantorId: KantorId.parse(kantorId),
    kunci,
    atMs: Number(atMs),
    isi: TimerJson.parse(JSON.parse(isi)),
  }));
}

/** When the next timer is due, claimed or not; null when there is none. */
export async function nextTimerMs({ client }: Database): Promise<number | null> {
  const row = await client.timer.findFirst({ orderBy: { atMs: "asc" }, select: { atMs: true } });
  return row === null ? null : Number(row.atMs);
}

function settle(changes: readonly TimerChange[]): {
  readonly done: readonly string[];
  readonly awalanList: readonly string[];
  readonly set: readonly TimerRow[];
} {
  const setByKunci = new Map<string, TimerRow>();
  const awalanList = new Set<string>();
  const done: string[] = [];
  for (const change of changes) {
    if (change.kind === "set") setByKunci.set(change.row.kunci, change.row);
    else if (change.kind === "done") done.push(change.id);
    else {
      awalanList.add(change.awalan);
      for (const kunci of setByKunci.keys()) {
        if (kunci.startsWith(change.awalan)) setByKunci.delete(kunci);
      }
    }
  }
  return { done, awalanList: [...awalanList], set: [...setByKunci.values()] };
}
