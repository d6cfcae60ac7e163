import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../app/ports/store.ts";
import { listPapers } from "./backup/papers.ts";
import { writeDurably } from "./durable-file.ts";

/** Papers lie in the data folder and no office in the database: a disk that is not there, or a lost file. */
export class StoreEmptied extends Error {
  constructor(dataDir: string, count: number) {
    super(
      `The database holds no office, but ${dataDir} holds ${count} files of one. Check DATABASE_URL and that its ` +
        "disk is there, or bring a backup back: npm run sopir -- backup list, then backup restore NAME. " +
        `To begin anew, move ${join(dataDir, "berkas")} aside.`,
    );
    this.name = "StoreEmptied";
  }
}

/**
 * Looks whether a process can begin with this folder: at a start somebody reads what is wrong, and no
 * message has been taken yet.
 * @throws what the system says when nothing can be written into it.
 * @throws StoreEmptied when it has outlived its database.
 */
export async function checkDataFolder(
  dataDir: string,
  store: Pick<Store, "listKantor">,
): Promise<void> {
  const probe = join(dataDir, `.coba-${randomUUID()}`);
  await writeDurably(
    probe,
    async () => undefined,
    () => probe,
  );
  await rm(probe);
  if ((await store.listKantor()).length > 0) return;
  const { berkas } = await listPapers(dataDir);
  if (berkas.length > 0) throw new StoreEmptied(dataDir, berkas.length);
}
