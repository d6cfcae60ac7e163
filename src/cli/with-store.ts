import type { Copies } from "../app/ports/copies.ts";
import type { FileStore } from "../app/ports/files.ts";
import type { Log } from "../app/ports/log.ts";
import type { Random } from "../app/ports/random.ts";
import type { KantorRecord } from "../app/ports/rows.ts";
import type { Store } from "../app/ports/store.ts";
import { readKamus } from "../catalog/load-teks.ts";
import { KantorId } from "../core/kantor/schema.ts";
import type { Kamus } from "../core/pesan/kamus.ts";
import { systemRandom } from "../random/random.ts";
import { type CliIo, cliLog } from "./io.ts";
import { type Outcome, refused, wrongUsage } from "./outcome.ts";

/** What a command that touches the database works with. */
export interface StoreDeps {
  readonly store: Store;
  readonly files: FileStore;
  /** Copies of the database that were made before migrations. */
  readonly copies: Copies;
  readonly random: Random;
  /** The office's: the system's, or the one a rehearsal goes by. */
  readonly clock: { readonly now: () => number };
  readonly log: Log;
  readonly kamus: Kamus;
}

/** Opens the database for one command and closes it again, whatever happens. */
export async function withStore<T>(io: CliIo, work: (deps: StoreDeps) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = io.config();
  const log = cliLog(io);
  // Loaded late: commands that need no database start at once and work without one.
  const { openStore } = await import("../store/open.ts");
  const { createFileStore } = await import("../store/files.ts");
  const { createCopies } = await import("../store/copies.ts");
  const kamus = await readKamus(io.flows);
  const files = createFileStore(dataDir);
  const store = await openStore({ url: databaseUrl.reveal(), dataDir, now: io.now, log });
  try {
    const nowMs = await kept(io, store);
    const now = nowMs === null ? io.now : (): number => nowMs;
    const copies = createCopies(dataDir);
    return await work({ store, files, copies, random: systemRandom, clock: { now }, log, kamus });
  } finally {
    await store.close();
  }
}

/** Where the clock of a rehearsal stands; null where the office goes by the system's. */
const kept = (io: CliIo, store: Store): Promise<number | null> | null =>
  io.config().clock === "system" ? null : store.readClock();

/** Does something with the office somebody named, or the only one there is; else says why there is none. */
export const withKantor = (
  io: CliIo,
  name: string | undefined,
  work: (deps: StoreDeps, record: KantorRecord) => Promise<Outcome>,
): Promise<Outcome> =>
  withStore(io, async (deps) => {
    const record = await pickKantor(deps, name);
    return "kind" in record ? record : work(deps, record);
  });

/** The office somebody named, or the only one there is; else why there is none. */
export async function pickKantor(
  { store }: Pick<StoreDeps, "store">,
  name: string | undefined,
): Promise<KantorRecord | Outcome> {
  if (name !== undefined) {
    const id = KantorId.safeParse(name);
    const record = id.success ? await store.loadKantor(id.data) : null;
    return record ?? refused(`Kantor ${name} tidak ada. Daftarnya: sopir kantor list.`);
  }
  const [only, ...others] = await store.listKantor();
  if (only === undefined) return refused("Belum ada kantor. Muat dulu: sopir kantor load FILE.");
  return others.length === 0 ? only : wrongUsage("Ada beberapa kantor; sebutkan --kantor ID.");
}
