import type { CommitRequest } from "../app/ports/commit.ts";
import type { SiaranStatus } from "../app/ports/siaran.ts";
import { kunciSiaran } from "../core/engine/effect.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { Prisma, type Siaran, type SiaranPenerima } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { storable } from "./codec/text.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import { dipantauBy } from "./kabupaten.ts";

const siaranTable = new Table<Row<Siaran>>(
  "siaran",
  ["id", "kantorId", "oleh", "teks", "dibuatMs", "dibatalkan"],
  "ON CONFLICT (id) DO NOTHING",
);
const penerimaTable = new Table<Row<SiaranPenerima>>("siaran_penerima", [
  "siaranId",
  "kantorId",
  "pegawaiId",
  "dilewati",
]);

/** Records broadcasts and takes back what a cancelled one has not sent. */
export async function writeSiaran(
  tx: Tx,
  kantorId: KantorId,
  { siaran, cancelSiaran, nowMs }: CommitRequest,
): Promise<void> {
  for (const { id, oleh, teks, penerima, dilewati } of siaran) {
    const row = { id, oleh, teks: storable(teks), kantorId, dibuatMs: nowMs, dibatalkan: false };
    // It is there already where another office sends it and this one adds who gets it here.
    await siaranTable.add(tx, [row]);
    const of = { siaranId: id, kantorId };
    await penerimaTable.add(tx, [
      ...penerima.map((pegawaiId) => ({ ...of, pegawaiId, dilewati: null })),
      ...dilewati.map(({ pegawaiId, sebab }) => ({ ...of, pegawaiId, dilewati: sebab })),
    ]);
  }
  if (cancelSiaran.length === 0) return;
  const cancelled = Prisma.join([...cancelSiaran]);
  await tx.execute(Prisma.sql`
    UPDATE siaran SET dibatalkan = ${true} WHERE kantor_id = ${kantorId} AND id IN (${cancelled})`);
  // Whatever office its receivers are of: the broadcast is the sender's.
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'batal'
    WHERE siaran_id IN (SELECT id FROM siaran WHERE kantor_id = ${kantorId} AND id IN (${cancelled}))
      AND status IN ('menunggu', 'ditahan')`);
}

/** How a broadcast of this office stands, counted from the outbox. */
export async function siaranStatus(
  client: Client,
  kantorId: KantorId,
  id: string,
): Promise<SiaranStatus | null> {
  const siaran = await client.siaran.findUnique({ where: { id, kantorId } });
  if (siaran === null) return null;
  const everybody = await client.siaranPenerima.findMany({
    where: { siaranId: id },
    orderBy: [{ kantorId: "asc" }, { pegawaiId: "asc" }],
  });
  const rows = await client.outbox.findMany({
    where: { siaranId: id },
    select: { kantorId: true, pegawaiId: true, status: true, receipt: true, error: true },
  });
  const penerima = everybody.filter(({ dilewati }) => dilewati === null);
  const rowByPegawai = new Map(rows.map((row) => [`${row.kantorId}/${row.pegawaiId}`, row]));
  const count = (test: (row: (typeof rows)[number]) => boolean): number => rows.filter(test).length;
  return {
    id,
    oleh: PegawaiId.parse(siaran.oleh),
    teks: siaran.teks,
    dibatalkan: siaran.dibatalkan,
    total: penerima.length,
    terkirim: count((row) => row.status === "terkirim" && failure(row) === null),
    sampai: count(({ receipt }) => receipt === "delivered" || receipt === "read"),
    dibaca: count(({ receipt }) => receipt === "read"),
    dilewati: everybody.flatMap(({ dilewati: sebab, ...one }) =>
      sebab === null ? [] : [{ ...receiver(one), sebab }],
    ),
    kantorMenunggu: await client.timer.count({
      where: {
        kunci: kunciSiaran(id),
        kantorId: { in: [...(await dipantauBy(client, kantorId))] },
      },
    }),
    menunggu: count(({ status }) => status === "menunggu" || status === "ditahan"),
    gagal: penerima.flatMap((one) => {
      const row = rowByPegawai.get(`${one.kantorId}/${one.pegawaiId}`);
      const sebab = row === undefined ? "belum terhubung" : failure(row);
      return sebab === null ? [] : [{ ...receiver(one), sebab }];
    }),
  };
}

const failure = (row: { status: string; receipt: string | null; error: string | null }) =>
  row.status === "gagal" || row.receipt === "failed" ? (row.error ?? "tidak terkirim") : null;

const receiver = (one: { kantorId: string; pegawaiId: string }) => ({
  kantorId: KantorId.parse(one.kantorId),
  pegawaiId: PegawaiId.parse(one.pegawaiId),
});
