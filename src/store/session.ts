import type { CommitRequest } from "../app/ports/commit.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Session } from "../generated/sqlite/client.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";

const sessionTable = new Table<Row<Session>>(
  "session",
  ["kantorId", "pegawaiId", "dokumen"],
  "ON CONFLICT (kantor_id, pegawai_id) DO UPDATE SET dokumen = excluded.dokumen",
);

/** Saves sessions; the version of their office was compared before. */
export async function writeSessions(
  tx: Tx,
  kantorId: KantorId,
  sessions: CommitRequest["sessions"],
): Promise<void> {
  await sessionTable.add(
    tx,
    sessions.map(({ pegawaiId, session }) => ({
      kantorId,
      pegawaiId,
      dokumen: JSON.stringify(session),
    })),
  );
}
