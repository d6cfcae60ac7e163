import type { CommitRequest } from "../app/ports/commit.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Tx } from "./client.ts";
import { Conflict } from "./conflict.ts";

/** Saves sessions, each only over the version that was read. */
export async function writeSessions(
  tx: Tx,
  kantorId: KantorId,
  sessions: CommitRequest["sessions"],
): Promise<void> {
  if (sessions.length === 0) return;
  const values = sessions.map(
    ({ pegawaiId, versi, session }) =>
      Prisma.sql`(${kantorId}, ${pegawaiId}, ${JSON.stringify(session)}, ${versi + 1})`,
  );
  const written = await tx.$executeRaw`
    INSERT INTO session (kantor_id, pegawai_id, dokumen, versi) VALUES ${Prisma.join(values)}
    ON CONFLICT (kantor_id, pegawai_id) DO UPDATE
      SET dokumen = excluded.dokumen, versi = excluded.versi
      WHERE session.versi = excluded.versi - 1`;
  if (written !== sessions.length) throw new Conflict("session");
}
