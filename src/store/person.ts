import type { PersonRows } from "../app/ports/rows.ts";
import type { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { PesanJson } from "./codec/pesan.ts";
import { isChatOf } from "./destroy.ts";
import type { Reading } from "./reading.ts";

/** What the queues still keep of somebody; messages that cannot be read are left out. */
export async function loadPerson(
  { client, aside }: Reading,
  kantorId: KantorId,
  pegawaiId: PegawaiId,
): Promise<PersonRows> {
  const rows = await client.outbox.findMany({
    where: { kantorId, pegawaiId },
    orderBy: { seq: "asc" },
  });
  const masuk = await client.$queryRaw<
    { readonly channelId: string; readonly chat: string; readonly atMs: bigint | number }[]
  >(Prisma.sql`
    SELECT channel_id AS "channelId", chat, at_ms AS "atMs" FROM jejak
    WHERE ${isChatOf(Prisma.sql`jejak`, { kantorId, pegawaiId })}
    ORDER BY at_ms, external_id`);
  const session = await client.session.findUnique({
    where: { kantorId_pegawaiId: { kantorId, pegawaiId } },
    select: { pegawaiId: true },
  });
  return {
    pesanList: aside.readAll(
      "outbox",
      rows,
      ({ id }) => id,
      ({ channelId, chat, createdMs, sentMs, status, isi }) => ({
        address: { channelId, chat },
        dibuatMs: Number(createdMs),
        terkirimMs: sentMs === null ? null : Number(sentMs),
        status,
        pesan: PesanJson.parse(JSON.parse(isi)),
      }),
    ),
    masukList: masuk.map(({ channelId, chat, atMs }) => ({
      address: { channelId, chat },
      atMs: Number(atMs),
    })),
    percakapan: session !== null,
  };
}
