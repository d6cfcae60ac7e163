import type { Masukan } from "../core/conversation/world.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { answerStranger } from "./answer-stranger.ts";
import { authenticate, type Known, readKode } from "./authenticate.ts";
import { Batch } from "./batch.ts";
import { decideSafely } from "./decide-safely.ts";
import type { Deps } from "./deps.ts";
import { holdUpdate } from "./hold-update.ts";
import type { Item } from "./item.ts";
import type { KantorCache } from "./kantor-cache.ts";
import { Lane } from "./lane.ts";
import type { FromPerson, InboundEvent } from "./ports/channel.ts";
import { isStoreAway } from "./store-away.ts";
import { toMasukan } from "./to-masukan.ts";

/** Takes updates from all channels; each resolves once what it led to, or the update itself, is kept. */
export interface HandleUpdate {
  handle(event: InboundEvent): Promise<void>;
  /** Resolves when no update is under way. */
  idle(): Promise<void>;
}

/**
 * One update: who is it, what did they do, what follows, commit. One person's updates are taken in
 * order whatever the channel; an office's updates are decided together and share a transaction.
 */
export function createHandleUpdate(deps: Deps, cache: KantorCache): HandleUpdate {
  const lane = new Lane();
  const batch = new Batch<KantorId, Item>((kantorId, items) =>
    decideSafely(deps, cache, kantorId, items),
  );

  const handlePerson = async (event: FromPerson): Promise<void> => {
    const who = await authenticate(deps, event);
    if (who.jenis === "asing") {
      // Nobody said anything: a stranger opened or closed the chat with us.
      return event.type === "reach" ? undefined : answerStranger(deps, event, who.sebab);
    }
    await lane.run(`pegawai:${who.kantorId}/${who.pegawaiId}`, async () => {
      if (await isKnown(deps, event)) {
        deps.metrics?.updateHandled(event.channelId, "duplicate");
        return;
      }
      const masukan = await readMasukan(deps, event, who);
      await batch.add(who.kantorId, { event, who, masukan });
    });
  };

  /** Whatever is wrong with one update, everybody else's go on. */
  const orHold = async (event: FromPerson): Promise<void> => {
    try {
      await handlePerson(event);
    } catch (cause) {
      if (isStoreAway(cause)) throw cause;
      await holdUpdate(deps, event, null, cause);
    }
  };

  return {
    async handle(event) {
      if (event.type === "receipt") {
        const address = { channelId: event.channelId, chat: event.chat };
        await deps.store.recordReceipt(address, event.externalId, event.state, event.atMs);
      } else {
        const chat = `chat:${event.from.channelId}/${event.from.chat}`;
        await lane.run(chat, () => orHold(event));
      }
    },
    idle: () => lane.idle(),
  };
}

/** Asked before a file is fetched; the commit asks again, for updates that come twice at once. */
async function isKnown(deps: Deps, event: FromPerson): Promise<boolean> {
  return (await deps.store.knownInbox([event.eventId])).size > 0;
}

const readMasukan = async (deps: Deps, event: FromPerson, who: Known): Promise<Masukan> =>
  who.jenis === "undangan"
    ? { jenis: "perintah", nama: "start", argumen: "" }
    : ((await readKode(deps, event, who)) ?? toMasukan(deps, event));
