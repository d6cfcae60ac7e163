import type { Client } from "./client.ts";

const ID = "latihan";

/** Where the rehearsal clock stands; null where there never was one. */
export async function readClock(client: Client): Promise<number | null> {
  const row = await client.jam.findUnique({ where: { id: ID } });
  return row === null ? null : Number(row.atMs);
}

/** Keeps where the rehearsal clock stands. */
export async function saveClock(client: Client, atMs: number): Promise<void> {
  const at = { atMs: BigInt(atMs) };
  await client.jam.upsert({ where: { id: ID }, create: { id: ID, ...at }, update: at });
}
