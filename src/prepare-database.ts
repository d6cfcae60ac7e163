import type { Clock } from "./app/ports/clock.ts";
import type { Log } from "./app/ports/log.ts";
import type { Store } from "./app/ports/store.ts";
import type { Config } from "./config.ts";
import { lockDatabase } from "./store/lock.ts";
import { openStore, sqlitePath } from "./store/open.ts";

/** The store, what it stands on, and how it is let go. */
export interface OpenDatabase {
  readonly store: Store;
  readonly kind: "sqlite" | "postgresql";
  readonly close: () => Promise<void>;
}

/** The database is opened by one process only, where it is a file. */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">,
  clock: Clock,
  log: Log,
): Promise<OpenDatabase> {
  const now = (): number => clock.now();
  const url = databaseUrl.reveal();
  const path = sqlitePath(url);
  const lock = path === null ? null : lockDatabase(path);
  const store = await openStore({ url, dataDir, now, log, alone: lock !== null });
  const close = async (): Promise<void> => {
    await store.close();
    lock?.release();
  };
  return { store, close, kind: lock === null ? "postgresql" : "sqlite" };
}
