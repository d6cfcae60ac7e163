import type { Log } from "./app/ports/log.ts";
import type { Store } from "./app/ports/store.ts";
import { systemClock } from "./clock/system-clock.ts";
import type { Config } from "./config.ts";
import { checkDataFolder } from "./store/data-folder.ts";
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
  log: Log,
): Promise<OpenDatabase> {
  const url = databaseUrl.reveal();
  const path = sqlitePath(url);
  const lock = path === null ? null : lockDatabase(path);
  // What is sent waits by the time of the machine, whatever clock the office goes by.
  const store = await openStore({ url, dataDir, now: systemNow, log, alone: lock !== null });
  const close = async (): Promise<void> => {
    await store.close();
    lock?.release();
  };
  await checkDataFolder(dataDir, store);
  return { store, close, kind: lock === null ? "postgresql" : "sqlite" };
}

const systemNow = (): number => systemClock.now();
