import type { Channel } from "../app/ports/channel.ts";
import type { Store } from "../app/ports/store.ts";
import type { Readiness } from "./health.ts";

export interface ReadinessDeps {
  readonly store: Pick<Store, "health" | "deadLetters">;
  /** One sentence for every office whose log has come further than the clock. */
  readonly behind: () => Promise<readonly string[]>;
  readonly kind: string;
  readonly channels: readonly Channel[];
}

/** Asks the database, the clock, every channel and the outbox how they are. */
export async function readinessOf(deps: ReadinessDeps): Promise<Readiness> {
  const { store, kind, channels } = deps;
  const { advice, setAside } = await store.health();
  const behind = advice === null ? await deps.behind().catch(() => []) : [];
  // By id alone: whoever asks whether the process is ready need not learn who gets what.
  const dead = advice === null ? await store.deadLetters(NAMED).catch(() => null) : null;
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
    outbox: dead && {
      dead: dead.count,
      letters: dead.idList,
      detail: dead.count === 0 ? "" : "Messages were given up: npm run sopir -- outbox list",
    },
  };
}

/** More than so many are counted only; the command line lists them all. */
const NAMED = 10;
