import type { Channel } from "../app/ports/channel.ts";
import type { Store } from "../app/ports/store.ts";
import type { Readiness } from "./health.ts";

/** Asks the database and every channel how they are. */
export async function readinessOf(
  store: Pick<Store, "health">,
  kind: string,
  channels: readonly Channel[],
): Promise<Readiness> {
  const { advice, setAside } = await store.health();
  return {
    database: {
      ok: advice === null,
      kind,
      detail: advice ?? "",
    },
    setAside,
    channels: channels.map((channel) => ({
      id: channel.id,
      kind: channel.id,
      ...channel.status(),
    })),
  };
}
