import type { Client, Database } from "../client.ts";

/** Something is moved into a database once. */
const ID = "masuk";

/** How far what was moved into a database has come. */
export interface Mark {
  /** Checksum of all that the database it came from held. */
  readonly sidik: string;
  readonly complete: boolean;
}

/** The move into this database; null where nothing was ever moved there. */
export async function readMark(client: Client): Promise<Mark | null> {
  const row = await client.pindahan.findUnique({ where: { id: ID } });
  return row === null ? null : { sidik: row.sidik, complete: row.selesaiMs !== null };
}

/** Notes that a move begins, before the first row is written. */
export async function beginMove(client: Client, sidik: string, nowMs: number): Promise<void> {
  await client.pindahan.create({ data: { id: ID, sidik, mulaiMs: BigInt(nowMs) } });
}

/** Notes that everything is there, as it was. */
export async function completeMove(client: Client, nowMs: number): Promise<void> {
  await client.pindahan.update({ where: { id: ID }, data: { selesaiMs: BigInt(nowMs) } });
}

/** A move into this database was interrupted: part of what belongs here is missing. */
export class StoreUnfinished extends Error {
  constructor() {
    super(
      "A move into this database is not complete. Run `sopir data move` once more from the database it comes from, or `sopir backup restore` from the same backup; it goes on where it stopped.",
    );
    this.name = "StoreUnfinished";
  }
}

/** @throws StoreUnfinished where a move into this database was interrupted. */
export async function refuseUnfinished({ client, exclusively }: Database): Promise<void> {
  const mark = await exclusively(() => readMark(client));
  if (mark === null || mark.complete) return;
  await client.$disconnect();
  throw new StoreUnfinished();
}
