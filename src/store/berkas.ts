import type { CommitRequest } from "../app/ports/commit.ts";
import type { BerkasState, Wait } from "../core/engine/state.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { chunksOf } from "./chunk.ts";
import type { Tx } from "./client.ts";
import { Conflict } from "./conflict.ts";

/**
 * Saves berkas, whose office's version was compared before, and the tasks their waits stand for. A key
 * that is another office's is a conflict.
 */
export async function writeBerkas(tx: Tx, berkasList: CommitRequest["berkas"]): Promise<void> {
  const stateList = berkasList.map(({ state }) => state);
  for (const chunk of chunksOf(stateList)) {
    const written = await tx.$executeRaw`
      INSERT INTO berkas (id, kantor_id, sop_id, sop_hash, periode, status, langkah_no, state,
        dibuka_ms, dibuka_seq, kunci_aktif) VALUES ${Prisma.join(chunk.map(berkasRow))}
      ON CONFLICT (id) DO UPDATE
        SET status = excluded.status, langkah_no = excluded.langkah_no, state = excluded.state,
          kunci_aktif = excluded.kunci_aktif
        WHERE berkas.kantor_id = excluded.kantor_id`;
    if (written !== chunk.length) throw new Conflict("berkas");
  }
  await writeTasks(tx, stateList);
}

function berkasRow(state: BerkasState): Prisma.Sql {
  const { id, kantorId, sopId, periode, status } = state;
  const kunciAktif = status === "dibatalkan" ? null : `${kantorId}/${sopId}/${periode}`;
  return Prisma.sql`(${id}, ${kantorId}, ${sopId}, ${state.sopHash}, ${periode}, ${status},
    ${state.langkahNo}, ${JSON.stringify(state)}, ${BigInt(state.dibukaMs)},
    ${state.dibukaSeq ?? 0}, ${kunciAktif})`;
}

async function writeTasks(tx: Tx, stateList: readonly BerkasState[]): Promise<void> {
  const values = stateList.flatMap((state) => state.waitList.map((wait) => taskRow(state, wait)));
  for (const chunk of chunksOf(values)) {
    await tx.$executeRaw`
      INSERT INTO task (id, kantor_id, berkas_id, langkah_no, macam, pegawai_id, peran, diterima_ms,
        tenggat_ms, batas_ms, selesai_ms, oleh, pilihan) VALUES ${Prisma.join([...chunk])}
      ON CONFLICT (id) DO UPDATE
        SET tenggat_ms = excluded.tenggat_ms, batas_ms = excluded.batas_ms,
          selesai_ms = excluded.selesai_ms, oleh = excluded.oleh, pilihan = excluded.pilihan`;
  }
}

function taskRow(state: BerkasState, wait: Wait): Prisma.Sql {
  const { pemegang, jawaban } = wait;
  const pegawaiId = pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null;
  const peran = pemegang.jenis === "peran" ? pemegang.peran.join(" ") : null;
  return Prisma.sql`(${wait.id}, ${state.kantorId}, ${state.id}, ${wait.langkahNo}, ${wait.macam},
    ${pegawaiId}, ${peran}, ${BigInt(wait.diterimaMs)}, ${bigOrNull(wait.tenggatMs)},
    ${bigOrNull(wait.batasMs)}, ${bigOrNull(jawaban?.atMs ?? null)}, ${jawaban?.oleh ?? null},
    ${jawaban?.pilihan ?? null})`;
}

const bigOrNull = (value: number | null): bigint | null => (value === null ? null : BigInt(value));
