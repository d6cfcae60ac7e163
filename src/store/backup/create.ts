import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Backup, Backups, LookThrough } from "../../app/ports/backups.ts";
import type { Log } from "../../app/ports/log.ts";
import { flushFile, flushNames } from "../durable-file.ts";
import { appliedMigrations } from "../migrate.ts";
import { openStore } from "../open.ts";
import { engineOf } from "../url.ts";
import { listBackups, nameOf, occupyFolder, partialOf, removeBackup } from "./folder.ts";
import { backupOf, DATABASE, type Manifes, writeManifes } from "./manifest.ts";
import { type Copied, copyPapers, listPapers } from "./papers.ts";
import { copyDatabase, settleDatabase } from "./snapshot.ts";
import { sidikOf, verifyBackup } from "./verify.ts";

/** What is backed up, and to where. */
export interface BackupOptions {
  readonly url: string;
  readonly dataDir: string;
  /** The folder the backups lie in. */
  readonly dir: string;
  readonly log: Log;
}

/** The backups of one installation. */
export const createBackups = (options: BackupOptions): Backups => ({
  list: () => listBackups(options.dir),
  create: (nowMs, look) => create(options, nowMs, look),
  verify: (path, look) => verifyBackup(path, look, options.log),
  remove: (nama) => removeBackup(options.dir, nama),
});

async function create(
  options: BackupOptions,
  nowMs: number,
  look: LookThrough,
): Promise<Backup | null> {
  const lock = await occupyFolder(options.dir);
  if (lock === null) return null;
  const nama = nameOf(nowMs);
  const partial = partialOf(options.dir, nama);
  try {
    await mkdir(partial, { mode: 0o700 });
    const manifes = await fill(options, { partial, nowMs, look });
    await writeManifes(partial, manifes);
    const path = resolve(options.dir, nama);
    await rename(partial, path);
    await flushNames(options.dir);
    return backupOf(path, manifes);
  } finally {
    await rm(partial, { recursive: true, force: true });
    lock.release();
  }
}

interface Filling {
  readonly partial: string;
  readonly nowMs: number;
  readonly look: LookThrough;
}

/**
 * The database first, then the papers: a paper lies in the store before a row names it, so all that the
 * copy names is there by then.
 */
async function fill(
  { url, dataDir, dir, log }: BackupOptions,
  { partial, nowMs, look }: Filling,
): Promise<Manifes> {
  // Locks and journals come and go beside a database: it is worked on in a folder of its own.
  const desk = join(partial, "kerja");
  const worked = join(desk, DATABASE);
  await copyDatabase({ url, file: worked, log });
  const earlier = (await listBackups(dir)).ada.at(-1)?.path ?? null;
  const papers = await listPapers(dataDir);
  const copied = await copyPapers(papers, dataDir, partial, earlier);
  const { temuan, kantor } = await lookInto(desk, copied, look, log);
  const skema = (await appliedMigrations(`file:${worked}`)).toSorted().at(-1) ?? "";
  settleDatabase(worked);
  await flushFile(worked);
  const file = join(partial, DATABASE);
  await rename(worked, file);
  await rm(desk, { recursive: true });
  return {
    bentuk: "sopir-cadangan-1",
    dibuatMs: nowMs,
    mesin: engineOf(url),
    skema,
    kantor: [...kantor],
    database: { ukuranByte: (await stat(file)).size, sidik: await sidikOf(file) },
    berkas: papers.berkas.filter(({ hash }) => (copied.get(hash) ?? "hilang") !== "hilang"),
    dimusnahkan: [...papers.dimusnahkan],
    temuan: [...temuan],
  };
}

/** Every paper was read when it came; whoever looks through the backup is told what was read. */
async function lookInto(
  desk: string,
  copied: Copied,
  look: LookThrough,
  log: Log,
): Promise<Pick<Manifes, "temuan" | "kantor">> {
  const url = `file:${join(desk, DATABASE)}`;
  const store = await openStore({ url, dataDir: desk, now: () => 0, log });
  try {
    const files = { verify: async (hash: string) => copied.get(hash) ?? "hilang" } as const;
    const temuan = await look({ store, files });
    return {
      temuan: [...temuan],
      kantor: (await store.listKantor()).map(({ kantor }) => kantor.id),
    };
  } finally {
    await store.close();
  }
}
