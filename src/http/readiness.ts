import { clocksBehind } from "../app/office-time.ts";
import type { Channel } from "../app/ports/channel.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Store } from "../app/ports/store.ts";
import type { Readiness } from "./health.ts";

export interface ReadinessDeps {
  readonly store: Pick<Store, "health" | "aheadOf">;
  readonly clock: Clock;
  readonly kind: string;
  readonly channels: readonly Channel[];
}

/** Asks the database, the clock and every channel how they are. */
export async function readinessOf(deps: ReadinessDeps): Promise<Readiness> {
  const { store, kind, channels } = deps;
  const { advice, setAside } = await store.health();
  const behind = advice === null ? await clocksBehind(deps).catch(() => []) : [];
  return {
    database: {
      ok: advice === null,
      kind,
      detail: advice ?? "",
    },
    clock: { ok: behind.length === 0, detail: behind.join(" ") },
    setAside,
    channels: channels.map((channel) => ({
      id: channel.id,
      kind: channel.id,
      ...channel.status(),
    })),
  };
}
