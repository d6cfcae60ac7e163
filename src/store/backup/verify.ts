import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { LookThrough, Temuan, Verified } from "../../app/ports/backups.ts";
import type { Log } from "../../app/ports/log.ts";
import { createFileStore } from "../files.ts";
import { openStore } from "../open.ts";
import { backupOf, DATABASE, MANIFES, type Manifes, readManifes } from "./manifest.ts";
import { isSoundDatabase } from "./snapshot.ts";

/** Reads every byte of a backup and looks through what it holds; the backup itself is only read. */
export async function verifyBackup(
  path: string,
  look: LookThrough,
  log: Log,
): Promise<Verified | null> {
  if (!(await isFolder(path))) return null;
  const manifes = await readManifes(path);
  if (manifes === null) return { backup: null, temuan: [{ apa: MANIFES, keadaan: "rusak" }] };
  const database = await checkDatabase(path, manifes);
  const temuan = [
    ...database,
    ...(await checkPapers(path, manifes)),
    ...(database.length === 0 ? await lookAside(path, look, log) : []),
  ];
  return { backup: backupOf(resolve(path), manifes), temuan };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function checkDatabase(path: string, { database }: Manifes): Promise<readonly Temuan[]> {
  const file = join(path, DATABASE);
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return [{ apa: DATABASE, keadaan: "hilang" }];
  const same = size === database.ukuranByte && (await sidikOf(file)) === database.sidik;
  if (!same) return [{ apa: DATABASE, keadaan: "berubah" }];
  return isSoundDatabase(file) ? [] : [{ apa: DATABASE, keadaan: "rusak" }];
}

async function checkPapers(path: string, manifes: Manifes): Promise<readonly Temuan[]> {
  const files = createFileStore(path);
  const temuan: Temuan[] = [];
  for (const { hash } of manifes.berkas) {
    const keadaan = await files.verify(hash);
    if (keadaan === "hilang" || keadaan === "berubah")
      temuan.push({ apa: `berkas/${hash.slice(0, 2)}/${hash.slice(2)}`, keadaan });
  }
  for (const hash of manifes.dimusnahkan)
    if (!(await files.isDestroyed(hash)))
      temuan.push({ apa: `tanda musnah ${hash}`, keadaan: "hilang" });
  return temuan;
}

/** A store writes to its database, if only to migrate it: it gets a copy of its own. */
async function lookAside(path: string, look: LookThrough, log: Log): Promise<readonly Temuan[]> {
  const aside = await mkdtemp(join(tmpdir(), "sopir-periksa-"));
  try {
    const file = join(aside, DATABASE);
    await copyFile(join(path, DATABASE), file);
    const store = await openStore({ url: `file:${file}`, dataDir: aside, now: () => 0, log });
    try {
      return await look({ store, files: createFileStore(path) });
    } finally {
      await store.close();
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The SHA-256 of a file, read piece by piece. */
export async function sidikOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
