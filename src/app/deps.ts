import type { Kamus } from "../core/pesan/kamus.ts";
import type { Penyimpanan } from "../core/waktu/penyimpanan.ts";
import type { Backups } from "./ports/backups.ts";
import type { Channel } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { Documents } from "./ports/documents.ts";
import type { FileStore } from "./ports/files.ts";
import type { Log } from "./ports/log.ts";
import type { Metrics } from "./ports/metrics.ts";
import type { Random } from "./ports/random.ts";
import type { Store } from "./ports/store.ts";
import type { Attempts } from "./turn/attempts.ts";
import type { Offices } from "./turn/offices.ts";
import type { RecentKeys } from "./turn/recent-keys.ts";

/** What the use cases are given by the composition root. */
export interface Deps {
  readonly store: Store;
  readonly files: FileStore;
  readonly documents: Pick<Documents, "bacaBerkas" | "tandaTanganPdf">;
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
  /** Everything that may be said, in every language. */
  readonly kamus: Kamus;
  readonly attempts: Attempts;
  readonly offices: Offices;
  readonly recent: RecentKeys;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly metrics?: Metrics;
  /** Those of this installation; without them nobody is told of one that failed. */
  readonly backups?: Pick<Backups, "list">;
  /** How long what is over is kept; without it, for good. */
  readonly penyimpanan?: Penyimpanan;
}
