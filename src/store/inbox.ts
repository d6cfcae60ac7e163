import type { Inbox } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { type Row, Table } from "./driver/table.ts";

/** Keys of updates that were handled. */
export const inboxTable = new Table<Row<Inbox>>("inbox", ["key", "channelId", "atMs"]);

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
