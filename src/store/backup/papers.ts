import { copyFile, link, mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KeadaanFile } from "../../app/ports/files.ts";
import { flushFile, flushNames } from "../durable-file.ts";
import { createFileStore } from "../files.ts";

/** What lies in a store of files: papers by their SHA-256, and marks of those that were destroyed. */
export interface Papers {
  readonly berkas: readonly { readonly hash: string; readonly ukuranByte: number }[];
  readonly dimusnahkan: readonly string[];
}

const FOLDER = "berkas";
const MARK = ".musnah";

/** Where a paper lies below a data folder or a backup, as `files.ts` puts it. */
export const paperOf = (folder: string, hash: string): string =>
  join(folder, FOLDER, hash.slice(0, 2), hash.slice(2));

const markOf = (folder: string, hash: string): string => `${paperOf(folder, hash)}${MARK}`;

/** Looks into a data folder; what is just being written is no paper yet. */
export async function listPapers(folder: string): Promise<Papers> {
  const berkas: { hash: string; ukuranByte: number }[] = [];
  const dimusnahkan: string[] = [];
  for (const first of await namesIn(join(folder, FOLDER))) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const rest of await namesIn(join(folder, FOLDER, first))) {
      if (/^[0-9a-f]{62}\.musnah$/.test(rest)) dimusnahkan.push(`${first}${rest.slice(0, 62)}`);
      if (!/^[0-9a-f]{62}$/.test(rest)) continue;
      const hash = `${first}${rest}`;
      const ukuranByte = await sizeOf(paperOf(folder, hash));
      if (ukuranByte !== null) berkas.push({ hash, ukuranByte });
    }
  }
  // Whoever was stopped while a file was destroyed left both.
  const there = new Set(berkas.map(({ hash }) => hash));
  return { berkas, dimusnahkan: dimusnahkan.filter((hash) => !there.has(hash)) };
}

/** What became of a paper that was to be copied, by its hash. */
export type Copied = ReadonlyMap<string, KeadaanFile>;

/**
 * Copies papers from one folder into another and reads each back. One that an earlier backup has as it
 * was put costs a name and no bytes; one that rots there comes from the office again.
 */
export async function copyPapers(
  { berkas, dimusnahkan }: Papers,
  from: string,
  to: string,
  earlier: string | null,
): Promise<Copied> {
  const copied = new Map<string, KeadaanFile>();
  const target = createFileStore(to);
  for (const { hash } of berkas) {
    const path = paperOf(to, hash);
    await mkdir(dirname(path), PRIVATE);
    const there = earlier !== null && (await linked(paperOf(earlier, hash), path));
    if (there && (await target.verify(hash)) === "utuh") {
      copied.set(hash, "utuh");
      continue;
    }
    await rm(path, { force: true });
    // It may have been destroyed since the folder was looked through.
    if (await arrived(copyFile(paperOf(from, hash), path))) await flushFile(path);
    copied.set(hash, await target.verify(hash));
  }
  for (const hash of dimusnahkan) {
    await mkdir(dirname(markOf(to, hash)), PRIVATE);
    await arrived(copyFile(markOf(from, hash), markOf(to, hash)));
    copied.set(hash, "dimusnahkan");
  }
  for (const first of await namesIn(join(to, FOLDER))) await flushNames(join(to, FOLDER, first));
  return copied;
}

const PRIVATE = { recursive: true, mode: 0o700 } as const;

/** Not every disk has two names for one file, nor every pair of folders one disk. */
const linked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    () => false,
  );

const arrived = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    (cause: unknown) => unlessMissing(cause, false),
  );

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((cause: unknown) => unlessMissing(cause, []));

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    (cause: unknown) => unlessMissing(cause, null),
  );

function unlessMissing<T>(cause: unknown, otherwise: T): T {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return otherwise;
  throw cause;
}
