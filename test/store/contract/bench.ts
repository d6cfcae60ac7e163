import type { Office } from "../../../src/app/ports/rows.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import type { Prisma } from "../../../src/generated/sqlite/client.ts";
import { calendar, kantorOf, NOW, sop } from "./fixture.ts";

/** A database of its own for one group of tests, on the engine under test. */
export interface Bench {
  readonly url: string;
  readonly store: Store;
  /** One more process's view of the same database. */
  open(): Promise<Store>;
  /** Sets the machine's time for every store of this bench. */
  setNow(atMs: number): void;
  /** Runs SQL behind the store's back. */
  sql(statement: string): Promise<void>;
  /** How the engine would go about a statement. */
  plan(statement: Prisma.Sql): Promise<string>;
  close(): Promise<void>;
}

/** Makes a bench; the suites know nothing else about the engine. */
export type MakeBench = () => Promise<Bench>;

/** An office as decisions look at it, which is there. */
export async function officeOf(store: Store, kantorId: KantorId, nowMs = NOW): Promise<Office> {
  const office = await store.loadOffice(kantorId, nowMs);
  if (office === null) throw new Error(`kantor ${kantorId} is not there`);
  return office;
}

/** Saves the sheet and an office that runs it. */
export async function saveOffice(store: Store, id: string): Promise<KantorId> {
  const kantor = kantorOf(id);
  await store.saveSop(sop, "hash-uji", NOW);
  await store.saveKantor({ kantor, calendar }, NOW);
  return kantor.id;
}
