import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { patiently } from "./patiently.ts";

/**
 * Writes a file beside its place, flushes it, and renames it there, the name flushed too: whoever is
 * told of it can lose power. `place` is asked once everything is written, for the name may follow
 * from the bytes.
 */
export async function writeDurably(
  beside: string,
  write: (file: FileHandle) => Promise<void>,
  place: () => string,
): Promise<void> {
  await mkdir(dirname(beside), PRIVATE);
  try {
    await flushed(beside, "wx", write);
    await mkdir(dirname(place()), PRIVATE);
    await patiently(() => rename(beside, place()));
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
  await flushNames(dirname(place()));
}

/**
 * Makes the names in a folder last. A rename lives in the folder: without this a power cut may take the
 * name back. Windows flushes names by itself and does not open folders.
 */
export async function flushNames(folder: string): Promise<void> {
  if (process.platform !== "win32") await flushed(folder, "r", nothing);
}

/** Makes the bytes of a file last that somebody else wrote. */
export const flushFile = (path: string): Promise<void> => flushed(path, "r+", nothing);

const nothing = async (): Promise<void> => undefined;

const PRIVATE = { recursive: true, mode: 0o700 } as const;

async function flushed(
  path: string,
  flags: "wx" | "r" | "r+",
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
