import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileStore } from "../app/ports/files.ts";
import { writeDurably } from "./durable-file.ts";
import { naming } from "./trouble.ts";

/** Files below a folder, named by their SHA-256, two letters a level so that no folder grows large. */
export function createFileStore(dataDir: string): FileStore {
  const folder = join(dataDir, "berkas");
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));
  const sizeOf = async (hash: string): Promise<number | null> =>
    isHash(hash) ? ((await stat(pathOf(hash)).catch(nullWhenMissing))?.size ?? null) : null;
  const isDestroyed = async (hash: string): Promise<boolean> =>
    isHash(hash) &&
    (await sizeOf(hash)) === null &&
    (await stat(markOf(pathOf(hash))).catch(nullWhenMissing)) !== null;
  return {
    ...writing(folder, pathOf),
    async get(hash) {
      if (!isHash(hash)) return null;
      const data = await readFile(pathOf(hash)).catch(nullWhenMissing);
      if (data === null) return null;
      if (createHash("sha256").update(data).digest("hex") !== hash) throw changed(hash);
      return data;
    },
    async *read(hash) {
      if (!isHash(hash)) throw new Error(`stored file ${hash} is missing`);
      const tally = new Tally();
      yield* tally.through(createReadStream(pathOf(hash)));
      if (tally.hash !== hash) throw changed(hash);
    },
    size: sizeOf,
    async verify(hash) {
      if ((await sizeOf(hash)) === null) {
        return (await isDestroyed(hash)) ? "dimusnahkan" : "hilang";
      }
      const tally = new Tally();
      for await (const _ of tally.through(createReadStream(pathOf(hash)))) continue;
      return tally.hash === hash ? "utuh" : "berubah";
    },
    isDestroyed,
  };
}

type PathOf = (hash: string) => string;

/** How files come, and how they go for good. */
const writing = (
  folder: string,
  pathOf: PathOf,
): Pick<FileStore, "put" | "putStream" | "destroy"> => ({
  put: (data, nama, mime) =>
    naming(async () => {
      const hash = createHash("sha256").update(data).digest("hex");
      const path = pathOf(hash);
      await writeDurably(
        `${path}.${randomUUID()}`,
        (file) => file.writeFile(data),
        () => path,
      );
      await rm(markOf(path), { force: true });
      return { hash, nama, mime, ukuranByte: data.byteLength };
    }),
  putStream: (chunks, nama, mime) =>
    naming(async () => {
      const tally = new Tally();
      await receive(join(folder, INCOMING), tally.through(chunks), () => pathOf(tally.hash));
      await rm(markOf(pathOf(tally.hash)), { force: true });
      return { hash: tally.hash, nama, mime, ukuranByte: tally.byteLength };
    }),
  destroy: (hash) =>
    naming(async () => {
      if (!isHash(hash)) throw new Error(`stored file ${hash} is missing`);
      const path = pathOf(hash);
      // The mark first: whoever is stopped in between destroys the file with the next try.
      await writeDurably(
        `${path}.${randomUUID()}`,
        (file) => file.writeFile(""),
        () => markOf(path),
      );
      await rm(path, { force: true });
    }),
});

/** What lies in the place of a file that was destroyed. */
const markOf = (path: string): string => `${path}.musnah`;

/** No two letters of a hash, so it stands beside the folders of the files without ever being one. */
const INCOMING = "masuk";
/** Nobody writes to one file for so long: what is older was left by a process that was killed. */
const LEFTOVER_MS = 86_400_000;

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const changed = (hash: string): Error => new Error(`stored file ${hash} no longer has its content`);

/** Counts and hashes bytes as they go by. */
class Tally {
  readonly #hash = createHash("sha256");
  #digest: string | null = null;
  byteLength = 0;

  /** Of everything that went through; asked for only then. */
  get hash(): string {
    this.#digest ??= this.#hash.digest("hex");
    return this.#digest;
  }

  async *through(chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (!(chunk instanceof Uint8Array)) throw new Error("a stream of bytes gave something else");
      this.#hash.update(chunk);
      this.byteLength += chunk.byteLength;
      yield chunk;
    }
  }
}

/** Where bytes belong is known only when all have come; until then they lie aside. */
async function receive(
  incoming: string,
  chunks: AsyncIterable<Uint8Array>,
  place: () => string,
): Promise<void> {
  await removeLeftovers(incoming);
  const write = async (file: FileHandle): Promise<void> => {
    for await (const chunk of chunks) await file.appendFile(chunk);
  };
  await writeDurably(join(incoming, randomUUID()), write, place);
}

async function removeLeftovers(incoming: string): Promise<void> {
  const names = (await readdir(incoming).catch(nullWhenMissing)) ?? [];
  for (const name of names) {
    const found = await stat(join(incoming, name)).catch(nullWhenMissing);
    if (found !== null && Date.now() - found.mtimeMs > LEFTOVER_MS) {
      await rm(join(incoming, name), { force: true });
    }
  }
}

function nullWhenMissing(cause: unknown): null {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
  throw cause;
}
