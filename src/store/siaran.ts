import type { CommitRequest } from "../app/ports/commit.ts";
import type { SiaranStatus } from "../app/ports/siaran.ts";
import { type KantorId, PegawaiId } from "../core/kantor/schema.ts";
import type { Client, Tx } from "./client.ts";
import { storable } from "./codec/text.ts";

/** Records broadcasts and takes back what a cancelled one has not sent. */
export async function writeSiaran(
  tx: Tx,
  kantorId: KantorId,
  { siaran, cancelSiaran, nowMs }: CommitRequest,
): Promise<void> {
  for (const { penerima, dilewati, teks, ...row } of siaran) {
    const data = { ...row, teks: storable(teks), kantorId, dibuatMs: BigInt(nowMs) };
    await tx.siaran.create({ data });
    await tx.siaranPenerima.createMany({
      data: [
        ...penerima.map((pegawaiId) => ({ siaranId: row.id, pegawaiId, dilewati: null })),
        ...dilewati.map(({ pegawaiId, sebab }) => ({
          siaranId: row.id,
          pegawaiId,
          dilewati: sebab,
        })),
      ],
    });
  }
  if (cancelSiaran.length === 0) return;
  const siaranId = { in: [...cancelSiaran] };
  await tx.siaran.updateMany({ where: { id: siaranId, kantorId }, data: { dibatalkan: true } });
  await tx.outbox.updateMany({
    where: { siaranId, kantorId, status: "menunggu" },
    data: { status: "batal" },
  });
}

/** How a broadcast stands, counted from the outbox. */
export async function siaranStatus(client: Client, id: string): Promise<SiaranStatus | null> {
  const siaran = await client.siaran.findUnique({ where: { id } });
  if (siaran === null) return null;
  const everybody = await client.siaranPenerima.findMany({
    where: { siaranId: id },
    orderBy: { pegawaiId: "asc" },
  });
  const rows = await client.outbox.findMany({
    where: { siaranId: id },
    select: { pegawaiId: true, status: true, receipt: true, error: true },
  });
  const penerima = everybody.filter(({ dilewati }) => dilewati === null);
  const rowByPegawai = new Map(rows.map((row) => [row.pegawaiId, row]));
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
    dilewati: everybody.flatMap(({ pegawaiId, dilewati: sebab }) =>
      sebab === null ? [] : [{ pegawaiId: PegawaiId.parse(pegawaiId), sebab }],
    ),
    menunggu: count(({ status }) => status === "menunggu"),
    gagal: penerima.flatMap(({ pegawaiId }) => {
      const row = rowByPegawai.get(pegawaiId);
      const sebab = row === undefined ? "belum terhubung" : failure(row);
      return sebab === null ? [] : [{ pegawaiId: PegawaiId.parse(pegawaiId), sebab }];
    }),
  };
}

const failure = (row: { status: string; receipt: string | null; error: string | null }) =>
  row.status === "gagal" || row.receipt === "failed" ? (row.error ?? "tidak terkirim") : null;
