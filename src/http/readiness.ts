import type { Channel } from "../app/ports/channel.ts";
import type { Store } from "../app/ports/store.ts";
import type { Readiness } from "./health.ts";

export interface ReadinessDeps {
  readonly store: Pick<Store, "ping">;
  /** One sentence for every office whose log has come further than the clock. */
  readonly behind: () => Promise<readonly string[]>;
  readonly kind: string;
  readonly channels: readonly Channel[];
}

/** Asks the database, the clock and every channel how they are. */
export async function readinessOf({
  store,
  behind: ask,
  kind,
  channels,
}: ReadinessDeps): Promise<Readiness> {
  const ok = await store.ping().catch(() => false);
  const behind = ok ? await ask().catch(() => []) : [];
  return {
    database: {
      ok,
      kind,
      detail: ok ? "" : "The database does not answer. Check DATABASE_URL and that it is running.",
    },
    clock: { ok: behind.length === 0, detail: behind.join(" ") },
    channels: channels.map((channel) => ({
      id: channel.id,
      kind: channel.id,
      ...channel.status(),
    })),
  };
}
