import type { Lease, Leases } from "../app/ports/peers.ts";
import type { Store } from "../app/ports/store.ts";
import { Prisma, type Lease as Row } from "../generated/sqlite/client.ts";
import { claiming } from "./claim.ts";
import type { Client, Database } from "./client.ts";
import { ChannelStateText } from "./codec/channel-state.ts";

/** Leases of several machines run out by one clock. */
const NOW = Prisma.sql`CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`;

/**
 * Says that a process lives, and takes what of its wishes nobody living has. A database in a file has
 * one process, which the lock beside the file sees to: it lives and has all it wants, for good.
 */
export async function takeLeases(
  database: Database,
  { holder, wishList, leaseMs }: Parameters<Store["takeLeases"]>[0],
): Promise<Leases> {
  if (database.engine === "sqlite") {
    const wished = wishList.map(({ name, state }): [string, Lease] => [name, { holder, state }]);
    return { leaseByName: new Map(wished), livingList: [holder], forMs: Number.POSITIVE_INFINITY };
  }
  const values = [{ name: holder, state: "online" }, ...wishList].map(
    ({ name, state }) =>
      Prisma.sql`(${name}, ${holder}, ${state}, ${NOW} + CAST(${leaseMs} AS BIGINT))`,
  );
  const rows = await claiming(database, async (tx) => {
    await tx.execute(Prisma.sql`DELETE FROM lease WHERE until_ms <= ${NOW}`);
    await tx.execute(Prisma.sql`
      INSERT INTO lease (name, holder, state, until_ms) VALUES ${Prisma.join(values)}
      ON CONFLICT (name) DO UPDATE SET state = excluded.state, until_ms = excluded.until_ms
        WHERE lease.holder = excluded.holder`);
    return tx.query<Pick<Row, "name" | "holder" | "state">>(
      Prisma.sql`SELECT name, holder, state FROM lease`,
    );
  });
  return {
    leaseByName: new Map(
      rows.map(({ name, holder: by, state }) => [
        name,
        { holder: by, state: ChannelStateText.parse(state) },
      ]),
    ),
    livingList: rows.flatMap(({ name, holder: by }) => (name === by ? [by] : [])),
    forMs: leaseMs,
  };
}

/** Lets go of what a process has of these. */
export async function dropLeases(
  client: Client,
  { holder, nameList }: Parameters<Store["dropLeases"]>[0],
): Promise<void> {
  await client.lease.deleteMany({ where: { holder, name: { in: [...nameList] } } });
}
