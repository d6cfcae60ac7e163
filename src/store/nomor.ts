import { z } from "zod";
import type { CommitRequest } from "../app/ports/commit.ts";
import type { NomorRow } from "../app/ports/naskah.ts";
import type { NomorTercatat, RegisterNomor } from "../core/kantor/nomor.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { type NomorSurat, Prisma } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { storable } from "./codec/text.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import type { Reading } from "./reading.ts";

const RegisterJson = z.enum([
  "surat-keluar",
  "keputusan",
  "tanda-terima",
]) satisfies z.ZodType<RegisterNomor>;

const nomorTable = new Table<Row<NomorSurat>>("nomor_surat", [
  "kantorId",
  "register",
  "tahun",
  "urut",
  "nomor",
  "perihal",
  "berkasId",
  "oleh",
  "atMs",
  "batal",
]);

/** Takes numbers (the key refuses one that is taken), then cancels those of berkas that ended. */
export async function writeNomor(
  tx: Tx,
  kantorId: KantorId,
  { nomor, cancelNomor }: Pick<CommitRequest, "nomor" | "cancelNomor">,
): Promise<void> {
  await nomorTable.add(
    tx,
    nomor.map((row) => ({ ...row, perihal: storable(row.perihal), kantorId })),
  );
  for (const { berkasId, alasan } of cancelNomor) {
    await tx.execute(Prisma.sql`
      UPDATE nomor_surat SET batal = ${storable(alasan)}
      WHERE kantor_id = ${kantorId} AND berkas_id = ${berkasId} AND batal IS NULL`);
  }
}

/** The numbers taken in the registers of these years, cancelled ones too. */
export async function takenNomor(
  { client, aside }: Reading,
  kantorId: KantorId,
  tahun: readonly number[],
): Promise<readonly NomorTercatat[]> {
  const rows = await client.nomorSurat.findMany({
    where: { kantorId, tahun: { in: [...tahun] } },
    select: { kantorId: true, register: true, tahun: true, urut: true },
    orderBy: [{ register: "asc" }, { tahun: "asc" }, { urut: "asc" }],
  });
  return aside.readAll("nomor_surat", rows, nomorKey, ({ register, tahun, urut }) => ({
    register: RegisterJson.parse(register),
    tahun,
    urut,
  }));
}

/** The registers of a year with everything that is known of each number. */
export async function listNomor(
  client: Client,
  kantorId: KantorId,
  tahun: number,
): Promise<readonly NomorRow[]> {
  const rows = await client.nomorSurat.findMany({
    where: { kantorId, tahun },
    orderBy: [{ register: "asc" }, { urut: "asc" }],
  });
  return rows.map(toNomor);
}

/** A stored number. */
export const toNomor = (row: NomorSurat): NomorRow => ({
  ...row,
  kantorId: KantorId.parse(row.kantorId),
  register: RegisterJson.parse(row.register),
  oleh: PegawaiId.parse(row.oleh),
  atMs: Number(row.atMs),
});

/** What a number goes by. */
export const nomorKey = (
  row: Pick<NomorSurat, "kantorId" | "register" | "tahun" | "urut">,
): string => `${row.kantorId}/${row.register}/${row.tahun}/${row.urut}`;
