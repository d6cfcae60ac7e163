import type { Client } from "./client.ts";

const LATIHAN = "latihan";
const HIDUP = "hidup";

/** Where the rehearsal clock stands; null where there never was one. */
export const readClock = (client: Client): Promise<number | null> => read(client, LATIHAN);

/** Keeps where the rehearsal clock stands. */
export const saveClock = (client: Client, atMs: number): Promise<void> =>
  save(client, LATIHAN, atMs);

/** When the program was last known to run; null where it never did. */
export const readAlive = (client: Client): Promise<number | null> => read(client, HIDUP);

/** Keeps that the program runs. */
export const saveAlive = (client: Client, atMs: number): Promise<void> => save(client, HIDUP, atMs);

async function read(client: Client, id: string): Promise<number | null> {
  const row = await client.jam.findUnique({ where: { id } });
  return row === null ? null : Number(row.atMs);
}

async function save(client: Client, id: string, atMs: number): Promise<void> {
  const at = { atMs: BigInt(atMs) };
  await client.jam.upsert({ where: { id }, create: { id, ...at }, update: at });
}
