import type { Channel } from "../app/ports/channel.ts";
import type { Store } from "../app/ports/store.ts";
import type { Readiness } from "./health.ts";

/** Asks the database and every channel how they are. */
export async function readinessOf(
  store: Pick<Store, "ping">,
  kind: string,
  channels: readonly Channel[],
): Promise<Readiness> {
  const ok = await store.ping().catch(() => false);
  return {
    database: {
      ok,
      kind,
      detail: ok ? "" : "The database does not answer. Check DATABASE_URL and that it is running.",
    },
    channels: channels.map((channel) => ({
      id: channel.id,
      kind: channel.id,
      ...channel.status(),
    })),
  };
}
