import { createHash } from "node:crypto";
import type { Store } from "../../src/app/ports/store.ts";
import type { KantorId } from "../../src/core/kantor/schema.ts";

/**
 * What somebody with the database in hand does to be believed: an entry says that the Sekcam did it, and
 * every hash from it on fits again. Answers the hash the chain ends in now.
 */
export async function rewriteLog(
  {
    store,
    sql,
  }: {
    readonly store: Pick<Store, "readLog">;
    readonly sql: (statement: string) => Promise<void>;
  },
  kantorId: KantorId,
  from: number,
): Promise<string> {
  const entries = await store.readLog(kantorId, 0, 10_000);
  let prevHash = entries[from - 2]?.hash ?? "";
  for (const { seq, jenis, berkasId, atMs, data, ...entry } of entries.slice(from - 1)) {
    const oleh = seq === from ? "sekcam" : entry.oleh;
    const sorted = Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const content = [kantorId, seq, prevHash, jenis, berkasId, oleh, atMs, sorted];
    const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
    await sql(`UPDATE log_entry SET oleh = '${oleh}', prev_hash = '${prevHash}', hash = '${hash}'
      WHERE seq = ${seq} AND kantor_id = '${kantorId}'`);
    prevHash = hash;
  }
  return prevHash;
}
