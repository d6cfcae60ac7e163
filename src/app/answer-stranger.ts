import { type SebabAsing, strangerReply } from "../core/conversation/stranger.ts";
import type { Deps } from "./deps.ts";
import { emptyDraft } from "./effects/draft.ts";
import type { FromPerson } from "./ports/channel.ts";

/** One polite sentence for somebody we do not know; nothing of what they wrote is kept. */
export async function answerStranger(
  deps: Deps,
  event: FromPerson,
  sebab: SebabAsing,
): Promise<void> {
  const draft = emptyDraft(deps.clock.now(), null);
  draft.inbox.push({ key: event.eventId, channelId: event.channelId });
  draft.outbox.push({
    id: deps.random.id(),
    dedupeKey: `${event.eventId}:0`,
    kantorId: null,
    pegawaiId: null,
    address: event.from,
    prioritas: 0,
    promptId: null,
    siaranId: null,
    isi: strangerReply(sebab),
  });
  const result = await deps.store.commit(draft);
  deps.log.info({ updateId: event.eventId, refused: sebab, result }, "stranger answered");
}
