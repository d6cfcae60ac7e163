import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
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

/** On disk before anybody is told: written beside, flushed, then renamed into place. */
async function writeDurably(path: string, data: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, "wx");
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

function nullWhenMissing(cause: unknown): null {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
  throw cause;
}
