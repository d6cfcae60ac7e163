import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileStore } from "../app/ports/files.ts";

/** Files below a folder, named by their SHA-256, two letters a level so that no folder grows large. */
export function createFileStore(dataDir: string): FileStore {
  const pathOf = (hash: string): string => join(dataDir, "berkas", hash.slice(0, 2), hash.slice(2));
  return {
    async put(data, nama, mime) {
      const hash = createHash("sha256").update(data).digest("hex");
      await writeDurably(pathOf(hash), data);
      return { hash, nama, mime, ukuranByte: data.byteLength };
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      const data = await readFile(pathOf(hash)).catch(nullWhenMissing);
      if (data === null) return null;
      if (createHash("sha256").update(data).digest("hex") !== hash) {
        throw new Error(`stored file ${hash} no longer has its content`);
      }
      return data;
    },
  };
}

/** On disk before anybody is told: written beside, flushed, renamed into place, and so is the name. */
async function writeDurably(path: string, data: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  try {
    await flushed(beside, "wx", (file) => file.writeFile(data));
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
  // A rename lives in the folder: without this a power cut may take the name back. Windows flushes
  // names by itself and does not open folders.
  if (process.platform !== "win32") await flushed(folder, "r", async () => undefined);
}

async function flushed(
  path: string,
  flags: "wx" | "r",
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function nullWhenMissing(cause: unknown): null {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
  throw cause;
}
