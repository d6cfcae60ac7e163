import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Backup } from "../../app/ports/backups.ts";
import { type Lock, lockFile } from "../lock.ts";
import { backupOf, readManifes } from "./manifest.ts";

/**
 * Takes the folder for whoever makes a backup, and clears away what others left half done; null while
 * somebody else has it.
 */
export async function occupyFolder(dir: string): Promise<Lock | null> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const lock = lockFile(join(dir, ".kunci"));
  if (lock === null) return null;
  for (const name of await readdir(dir))
    if (name.startsWith(PARTIAL)) await rm(join(dir, name), { recursive: true, force: true });
  return lock;
}

/** No backup has such a name. */
const PARTIAL = ".sebagian-";

/** Where a backup lies while it is being made. */
export const partialOf = (dir: string, nama: string): string => join(dir, `${PARTIAL}${nama}`);

/** A name says when: names sort as the backups were made. */
export const nameOf = (atMs: number): string =>
  `sopir-${new Date(atMs).toISOString().replace(/[:.]/g, "-")}-${randomUUID().slice(0, 8)}`;

const isName = (name: string): boolean => /^sopir-[0-9TZ-]+-[0-9a-f]{8}$/.test(name);

/** The folders that are backups by their name; no folder yet is none. */
export async function listBackups(
  dir: string,
): Promise<{ readonly ada: readonly Backup[]; readonly rusak: readonly string[] }> {
  const ada: Backup[] = [];
  const rusak: string[] = [];
  const names = await readdir(dir).catch(() => []);
  for (const name of names.filter(isName).toSorted()) {
    const manifes = await readManifes(join(dir, name));
    if (manifes === null) rusak.push(name);
    else ada.push(backupOf(join(dir, name), manifes));
  }
  return { ada: ada.toSorted((a, b) => a.dibuatMs - b.dibuatMs), rusak };
}

/** It loses its name first: what is left of it when the power goes is cleared away with the next one. */
export async function removeBackup(dir: string, nama: string): Promise<void> {
  if (!isName(nama)) throw new Error(`${nama} is no backup`);
  const gone = partialOf(dir, nama);
  await rename(join(dir, nama), gone);
  await rm(gone, { recursive: true, force: true });
}
