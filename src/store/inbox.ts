import type { Client } from "./client.ts";

/** True when the database answers. */
export async function ping(client: Client): Promise<boolean> {
  try {
    await client.$queryRaw`SELECT 1 AS satu`;
    return true;
  } catch {
    return false;
  }
}

/** The keys among these that were handled before. */
export async function knownInbox(
  client: Client,
  keyList: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await client.inbox.findMany({
    where: { key: { in: [...keyList] } },
    select: { key: true },
  });
  return new Set(rows.map(({ key }) => key));
}
