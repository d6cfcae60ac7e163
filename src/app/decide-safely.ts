import type { KantorId } from "../core/kantor/schema.ts";
import { gangguan } from "../core/pesan/gangguan.ts";
import { decideTogether } from "./decide-together.ts";
import type { Deps } from "./deps.ts";
import { emptyDraft } from "./effects/draft.ts";
import type { Item } from "./item.ts";
import type { KantorCache } from "./kantor-cache.ts";

/** How often an update may fail by itself before it is set aside; a busy database needs a second try. */
const TRIES_MAX = 3;

/**
 * Decides a batch; when it cannot be written although the database answers, finds the update at
 * fault and sets it aside with an apology. One update that always fails must not keep everybody
 * else's from being confirmed. While the database is away nothing is set aside: it is tried again.
 */
export async function decideSafely(
  deps: Deps,
  cache: KantorCache,
  kantorId: KantorId,
  items: readonly Item[],
): Promise<void> {
  try {
    await decideTogether(deps, cache, kantorId, items);
  } catch (cause) {
    if (!(await answers(deps))) throw cause;
    for (const item of items) await decideAlone(deps, cache, kantorId, item);
  }
}

async function decideAlone(
  deps: Deps,
  cache: KantorCache,
  kantorId: KantorId,
  item: Item,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await decideTogether(deps, cache, kantorId, [item]);
    } catch (cause) {
      if (!(await answers(deps))) throw cause;
      if (tries === TRIES_MAX) return setAside(deps, item, cause);
    }
  }
}

/** Confirms the update without its effects, tells its sender and leaves the cause to the operator. */
async function setAside(deps: Deps, { event, who }: Item, cause: unknown): Promise<void> {
  deps.log.error({ updateId: event.eventId, err: cause }, "an update was set aside");
  deps.metrics?.updateHandled(event.channelId, "failed");
  const draft = emptyDraft(deps.clock.now(), null);
  draft.inbox.push({ key: event.eventId, channelId: event.channelId });
  draft.outbox.push({
    id: deps.random.id(),
    dedupeKey: `${event.eventId}:gangguan`,
    kantorId: who.kantorId,
    pegawaiId: who.pegawaiId,
    address: event.from,
    prioritas: 0,
    promptId: null,
    siaranId: null,
    isi: gangguan(),
  });
  await deps.store.commit(draft);
}

const answers = (deps: Deps): Promise<boolean> => deps.store.ping().catch(() => false);
