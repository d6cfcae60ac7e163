import { lastWhole } from "./app/clock/nightly-backup.ts";
import type { Backups } from "./app/ports/backups.ts";
import type { Log } from "./app/ports/log.ts";
import { systemClock } from "./clock/system-clock.ts";
import type { Config } from "./config.ts";
import { createBackups } from "./store/backup/create.ts";

/** The backups of this installation. */
export const prepareBackups = (
  { databaseUrl, dataDir, backup }: Pick<Config, "databaseUrl" | "dataDir" | "backup">,
  log: Log,
): Backups => createBackups({ url: databaseUrl.reveal(), dataDir, dir: backup.dir, log });

/** How long ago the last good backup was made; null where there is none. */
export async function backupAgeMs(backups: Pick<Backups, "list">): Promise<number | null> {
  const nowMs = systemClock.now();
  const good = lastWhole((await backups.list()).ada, nowMs);
  return good === null ? null : nowMs - good.dibuatMs;
}
