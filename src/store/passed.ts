import type { FromPerson } from "../app/ports/channel.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { type PassedUpdate, Prisma } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { EventJson } from "./codec/event.ts";
import type { Reading } from "./reading.ts";

/** So many are read at once; whoever has handled them looks for more. */
const PASSED_MAX = 500;

/** Keeps updates for the process that works on their office; one that is kept already stays as it is. */
export async function passOn(
  client: Client,
  kantorId: KantorId,
  eventList: readonly FromPerson[],
): Promise<void> {
  const values = eventList.map(
    (event) =>
      Prisma.sql`(${event.eventId}, ${kantorId}, ${JSON.stringify(event)}, ${BigInt(event.atMs)})`,
  );
  await client.$executeRaw`
    INSERT INTO passed_update (key, kantor_id, event, at_ms) VALUES ${Prisma.join(values)}
    ON CONFLICT (key) DO NOTHING`;
}

/** Offices with updates that were passed on and not handled yet. */
export async function passedKantor(client: Client): Promise<readonly KantorId[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT kantor_id AS id FROM passed_update`;
  return rows.map(({ id }) => KantorId.parse(id));
}

/** Updates that were passed on to whoever works on these offices, in the order they came in. */
export async function listPassed(
  { client, aside }: Reading,
  kantorIdList: readonly KantorId[],
): Promise<readonly FromPerson[]> {
  const rows = await client.passedUpdate.findMany({
    where: { kantorId: { in: [...kantorIdList] } },
    orderBy: { seq: "asc" },
    take: PASSED_MAX,
  });
  return aside.readAll("passed_update", rows, ({ key }) => key, toPassed);
}

/** Forgets updates that were handled. */
export async function dropPassed(client: Client, keyList: readonly string[]): Promise<void> {
  await client.passedUpdate.deleteMany({ where: { key: { in: [...keyList] } } });
}

/** A stored update. */
export const toPassed = ({ event }: PassedUpdate): FromPerson => EventJson.parse(JSON.parse(event));
