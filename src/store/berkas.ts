import type { CommitRequest } from "../app/ports/commit.ts";
import type { BerkasState, Wait } from "../core/engine/state.ts";
import type { Berkas, Task } from "../generated/sqlite/client.ts";
import { Conflict } from "./conflict.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";

const berkasTable = new Table<Row<Berkas>>(
  "berkas",
  [
    "id",
    "kantorId",
    "sopId",
    "sopHash",
    "periode",
    "status",
    "langkahNo",
    "state",
    "dibukaMs",
    "dibukaSeq",
    "kunciAktif",
  ],
  `ON CONFLICT (id) DO UPDATE
    SET status = excluded.status, langkah_no = excluded.langkah_no, state = excluded.state,
      kunci_aktif = excluded.kunci_aktif
    WHERE berkas.kantor_id = excluded.kantor_id`,
);

const taskTable = new Table<Row<Task>>(
  "task",
  [
    "id",
    "kantorId",
    "berkasId",
    "langkahNo",
    "macam",
    "pegawaiId",
    "peran",
    "diterimaMs",
    "tenggatMs",
    "batasMs",
    "selesaiMs",
    "oleh",
    "pilihan",
  ],
  `ON CONFLICT (id) DO UPDATE
    SET tenggat_ms = excluded.tenggat_ms, batas_ms = excluded.batas_ms,
      selesai_ms = excluded.selesai_ms, oleh = excluded.oleh, pilihan = excluded.pilihan`,
);

/**
 * Saves berkas, whose office's version was compared before, and the tasks their waits stand for, but for
 * those that `stored` says are there as they are. A key that is another office's is a conflict.
 */
export async function writeBerkas(
  tx: Tx,
  berkasList: CommitRequest["berkas"],
  stored: (wait: Wait) => boolean,
): Promise<void> {
  const stateList = berkasList.map(({ state }) => state);
  const written = await berkasTable.add(tx, stateList.map(berkasRow));
  if (written !== stateList.length) throw new Conflict("berkas");
  await taskTable.add(
    tx,
    stateList.flatMap((state) =>
      state.waitList.filter((wait) => !stored(wait)).map((wait) => taskRow(state, wait)),
    ),
  );
}

/** What no two berkas that were not cancelled share. */
export const kunciAktifOf = ({
  kantorId,
  sopId,
  periode,
}: Pick<BerkasState, "kantorId" | "sopId" | "periode">): string =>
  `${kantorId}/${sopId}/${periode}`;

function berkasRow(state: BerkasState): Row<Berkas> {
  const { id, kantorId, sopId, sopHash, periode, status, langkahNo, dibukaMs } = state;
  return {
    id,
    kantorId,
    sopId,
    sopHash,
    periode,
    status,
    langkahNo,
    state: JSON.stringify(state),
    dibukaMs,
    dibukaSeq: state.dibukaSeq ?? 0,
    kunciAktif: status === "dibatalkan" ? null : kunciAktifOf(state),
  };
}

function taskRow(state: BerkasState, wait: Wait): Row<Task> {
  const { id, langkahNo, macam, pemegang, jawaban, diterimaMs, tenggatMs, batasMs } = wait;
  return {
    id,
    kantorId: state.kantorId,
    berkasId: state.id,
    langkahNo,
    macam,
    pegawaiId: pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null,
    peran: pemegang.jenis === "peran" ? pemegang.peran.join(" ") : null,
    diterimaMs,
    tenggatMs,
    batasMs,
    selesaiMs: jawaban?.atMs ?? null,
    oleh: jawaban?.oleh ?? null,
    pilihan: jawaban?.pilihan ?? null,
  };
}
