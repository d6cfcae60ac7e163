import type { CommitRequest } from "../app/ports/commit.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { chunksOf } from "./chunk.ts";
import type { Tx } from "./client.ts";

/** Saves sessions; the version of their office was compared before. */
export async function writeSessions(
  tx: Tx,
  kantorId: KantorId,
  sessions: CommitRequest["sessions"],
): Promise<void> {
  const values = sessions.map(
    ({ pegawaiId, session }) => Prisma.sql`(${kantorId}, ${pegawaiId}, ${JSON.stringify(session)})`,
  );
  for (const chunk of chunksOf(values)) {
    await tx.$executeRaw`
      INSERT INTO session (kantor_id, pegawai_id, dokumen) VALUES ${Prisma.join([...chunk])}
      ON CONFLICT (kantor_id, pegawai_id) DO UPDATE SET dokumen = excluded.dokumen`;
  }
}
