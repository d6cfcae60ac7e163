import type { Channel } from "../app/ports/channel.ts";
import type { Store } from "../app/ports/store.ts";
import type { Readiness } from "./health.ts";

/** Asks the database, every channel and the outbox how they are. */
export async function readinessOf(
  store: Pick<Store, "ping" | "listLetters">,
  kind: string,
  channels: readonly Channel[],
): Promise<Readiness> {
  const ok = await store.ping().catch(() => false);
  const deadIds = await deadLetters(store).catch(() => null);
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
    outbox: deadIds && {
      dead: deadIds.length,
      letters: deadIds.slice(0, NAMED),
      detail: deadIds.length === 0 ? "" : "Messages were given up: npm run sopir -- outbox list",
    },
  };
}

/** More than so many are counted only; the command line lists them all. */
const NAMED = 10;

/** By id alone: whoever asks whether the process is ready need not learn who gets what. */
async function deadLetters(store: Pick<Store, "listLetters">): Promise<readonly string[]> {
  return (await store.listLetters(["gagal"])).map(({ id }) => id);
}
