import type { Client } from "./client.ts";

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
