import { groupReply, type SebabAsing, strangerReply } from "../../core/conversation/stranger.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import { pembacaAsing, sayTo } from "../../core/pesan/ucap.ts";
import type { Deps } from "../deps.ts";
import type { Address, FromPerson, InboundEvent } from "../ports/channel.ts";
import { emptyDraft } from "./effects/draft.ts";

type FromGroup = Extract<InboundEvent, { type: "group" }>;

/** One polite sentence for somebody we do not know; nothing of what they wrote is kept. */
export async function answerStranger(
  deps: Deps,
  eventList: readonly [FromPerson, ...FromPerson[]],
  sebab: SebabAsing,
): Promise<void> {
  const [{ eventId, from, type }] = eventList;
  // Nothing of theirs was kept, so there is nothing a deleted message could have taken back.
  if (type === "deleted") return;
  const result = await reply(deps, eventList, {
    from,
    isi: sayTo(pembacaAsing(deps.kamus), strangerReply(sebab)),
  });
  deps.log.info({ updateId: eventId, refused: sebab, result }, "stranger answered");
}

/** The same for a group: whatever is said there has one key, so that it is said once. */
export async function answerGroup(deps: Deps, event: FromGroup): Promise<void> {
  if (deps.recent.has(event.eventId)) return;
  const result = await reply(deps, [event], {
    from: event.from,
    isi: sayTo(pembacaAsing(deps.kamus), groupReply()),
  });
  // After a conflict too: somebody has answered there before.
  deps.recent.add(event.eventId);
  deps.log.info({ updateId: event.eventId, result }, "group answered");
}

function reply(
  deps: Deps,
  eventList: readonly InboundEvent[],
  { from, isi }: { readonly from: Address; readonly isi: Pesan },
): Promise<"committed" | "conflict"> {
  const draft = emptyDraft(deps.clock.now(), null);
  draft.inbox.push(...eventList.map(({ eventId, channelId }) => ({ key: eventId, channelId })));
  draft.outbox.push({
    id: deps.random.id(),
    dedupeKey: `${eventList[0]?.eventId ?? ""}:0`,
    kantorId: null,
    pegawaiId: null,
    address: from,
    prioritas: 0,
    promptId: null,
    siaranId: null,
    isi,
  });
  return deps.store.commit(draft);
}
