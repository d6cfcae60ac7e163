import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Copies, Copy } from "../app/ports/copies.ts";
import { makePrivateFile } from "./private-file.ts";

/**
 * Copies a SQLite database that holds data to `<dataDir>/cadangan`, consistent even while in use.
 * Returns the copy's path, or null when there was nothing to copy.
 */
export function backupSqlite(path: string, dataDir: string, nowMs: number): string | null {
  if (!existsSync(path)) return null;
  const database = new Sqlite(path);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    if (tables.length === 0) return null;
    const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, "-");
    const copy = join(folderOf(dataDir), `sopir-${stamp}-${randomUUID().slice(0, 8)}.db`);
    makePrivateFile(copy);
    database.prepare("VACUUM INTO ?").run(copy);
    return copy;
  } finally {
    database.close();
  }
}

const folderOf = (dataDir: string): string => join(dataDir, "cadangan");

/** The copies this program made, and no other file that lies beside them. */
export function createCopies(dataDir: string): Copies {
  const folder = folderOf(dataDir);
  return {
    async list() {
      const names = existsSync(folder) ? await readdir(folder) : [];
      return Promise.all(names.filter(isCopy).toSorted().map(look));
    },
    async remove(nama) {
      if (!isCopy(nama) || basename(nama) !== nama) throw new Error(`${nama} is no copy`);
      await rm(join(folder, nama), { force: true });
    },
  };

  async function look(nama: string): Promise<Copy> {
    const { size, mtimeMs } = await stat(join(folder, nama));
    return { nama, ukuranByte: size, dibuatMs: stampOf(nama) ?? Math.trunc(mtimeMs) };
  }
}

const isCopy = (nama: string): boolean => /^sopir-[0-9TZ-]+-[0-9a-f]{8}\.db$/.test(nama);

/** When it was made, as its name says. */
function stampOf(nama: string): number | null {
  const [, day = "", hour, minute, second, milli] =
    /^sopir-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/.exec(nama) ?? [];
  const atMs = Date.parse(`${day}T${hour}:${minute}:${second}.${milli}Z`);
  return Number.isNaN(atMs) ? null : atMs;
}
