import { pembacaAsing, sayTo } from "../../core/pesan/ucap.ts";
import { gangguanText } from "../../generated/teks.ts";
import type { Deps } from "../deps.ts";
import type { FromPerson } from "../ports/channel.ts";
import type { HeldUpdate } from "../ports/rows.ts";
import { isStoreAway } from "../send/store-away.ts";
import type { Known } from "./authenticate.ts";
import { emptyDraft } from "./effects/draft.ts";

/**
 * Sets an update aside that nothing can be decided on: it is kept as it came and not marked as
 * handled, its sender, if they said anything, is told, once, and the cause is left to the operator.
 */
export async function holdUpdate(
  deps: Deps,
  event: FromPerson,
  who: Known | null,
  cause: unknown,
): Promise<void> {
  const atMs = deps.clock.now();
  const [kantorId, pegawaiId] = [who?.kantorId ?? null, who?.pegawaiId ?? null];
  const draft = emptyDraft(atMs, null);
  draft.held.push({ event, kantorId, pegawaiId, atMs });
  // To be out of reach is nothing somebody said: an apology would not arrive, and tell us so again.
  if (event.type !== "reach") {
    draft.outbox.push({
      id: deps.random.id(),
      dedupeKey: `${event.eventId}:gangguan`,
      kantorId,
      pegawaiId,
      address: event.from,
      prioritas: 0,
      promptId: null,
      siaranId: null,
      isi: sayTo(pembacaAsing(deps.kamus), { teks: gangguanText.umum }),
    });
  }
  // A conflict means that it is held already and its sender knows.
  if ((await deps.store.commit(draft)) === "conflict") return;
  deps.log.error({ updateId: event.eventId, err: cause }, "an update was set aside");
  deps.metrics?.updateHandled(event.channelId, "failed");
}

/**
 * Decides on what was set aside, as far as that is possible by now. Whoever has written since was
 * told to try again and did: what they wrote before would be taken for an answer to something else.
 */
export async function replayHeld(
  deps: Deps,
  handle: (event: FromPerson) => Promise<void>,
): Promise<void> {
  for (const held of await deps.store.listHeld()) {
    const { eventId } = held.event;
    if (await wentOn(deps, held)) {
      deps.log.warn({ updateId: eventId }, "an update set aside was overtaken by later ones");
    } else {
      await handle(held.event);
      if (!(await deps.store.knownInbox([eventId])).has(eventId)) continue;
    }
    await deps.store.dropHeld([eventId]);
  }
}

async function wentOn(
  { offices, clock }: Deps,
  { kantorId, pegawaiId, atMs }: HeldUpdate,
): Promise<boolean> {
  if (kantorId === null || pegawaiId === null) return false;
  try {
    const { sessionByPegawai } = await offices.get(kantorId, clock.now());
    return (sessionByPegawai.get(pegawaiId)?.aktifMs ?? 0) > atMs;
  } catch (cause) {
    if (isStoreAway(cause)) throw cause;
    // Of an office that cannot be read nothing can be decided: the update stays.
    return false;
  }
}
