import { chmod, copyFile, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../app/ports/log.ts";
import { type Moved, moveData } from "../move/move.ts";
import { DATABASE, readManifes } from "./manifest.ts";
import { copyPapers, listPapers } from "./papers.ts";

/** From which backup, to where. */
export interface RestoreOptions {
  readonly path: string;
  readonly url: string;
  readonly dataDir: string;
  readonly now: () => number;
  readonly log: Log;
  readonly onPage: (table: string, count: number, of: number) => void;
}

/** What came of it: what a move comes to, or that papers of somebody lie there already. */
export type Restored = Moved | { readonly kind: "papers-there"; readonly count: number };

/**
 * Brings a backup back into a database of either engine and a data folder, both empty. It is a move
 * from the backup's database, so whatever is there already is refused, and one that was interrupted goes
 * on where it stopped. The papers come before the first row that names them.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { path, url, dataDir, now, log, onPage } = options;
  const manifes = await readManifes(path);
  if (manifes === null) throw new Error(`${path} is no backup`);
  const ours = new Set(manifes.berkas.map(({ hash }) => hash));
  const foreign = (await listPapers(dataDir)).berkas.filter(({ hash }) => !ours.has(hash));
  if (foreign.length > 0) return { kind: "papers-there", count: foreign.length };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await removeLeftovers(dataDir);
  const aside = await mkdtemp(join(dataDir, ASIDE));
  try {
    const file = join(aside, DATABASE);
    await copyFile(join(path, DATABASE), file);
    // The backup may lie where nothing can be written; a move opens its source to write.
    await chmod(file, 0o600);
    const before = async (): Promise<void> => {
      await copyPapers(manifes, path, dataDir, null);
    };
    return await moveData({
      from: `file:${file}`,
      to: url,
      dataDir: aside,
      now,
      log,
      onPage,
      before,
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const ASIDE = "pulih-";

/** One that was killed left its copy of the database. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith(ASIDE)) await rm(join(dataDir, name), { recursive: true, force: true });
}
