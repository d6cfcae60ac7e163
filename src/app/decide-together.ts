import { converse } from "../core/conversation/converse.ts";
import { type SebabAsing, strangerReply } from "../core/conversation/stranger.ts";
import { welcome } from "../core/conversation/welcome.ts";
import type { Outcome, World } from "../core/conversation/world.ts";
import type { Effect } from "../core/engine/effect.ts";
import type { KantorId, Pegawai } from "../core/kantor/schema.ts";
import { gangguan } from "../core/pesan/gangguan.ts";
import type { Known } from "./authenticate.ts";
import { commitUntilDone } from "./commit.ts";
import type { Deps } from "./deps.ts";
import type { Item } from "./item.ts";
import { jejakRows } from "./jejak-rows.ts";
import type { KantorCache } from "./kantor-cache.ts";
import { loadFor } from "./load-for.ts";
import { type Turn, turnsOf } from "./turn.ts";
import { TurnWriter } from "./turn-writer.ts";

/** Stands where a refusal's code would, when the program itself failed. */
const FAULT = "gangguan";

/** Fresh ids an event may use up; no conversation brings more into being at once. */
const ID_PER_EVENT = 8;

/** Decides a batch of one office's updates, one on top of the other, and commits them together. */
export async function decideTogether(
  deps: Deps,
  cache: KantorCache,
  kantorId: KantorId,
  items: readonly Item[],
): Promise<void> {
  await commitUntilDone(deps, async () => {
    const known = await deps.store.knownInbox(items.map(({ event }) => event.eventId));
    const fresh = uniqueByKey(items).filter(({ event }) => !known.has(event.eventId));
    if (fresh.length === 0) return null;
    const used = await usedInvitations(deps, fresh);
    const loaded = await loadFor(deps, cache, kantorId, fresh);
    const writer = new TurnWriter(loaded);
    for (const turn of turnsOf(fresh)) {
      const { who } = turn;
      if (who.jenis === "undangan" && used.has(who.undanganId))
        sendAway(deps, writer, turn, "kode-terpakai");
      else decideOne(deps, writer, turn);
      if (who.jenis === "undangan") used.add(who.undanganId);
    }
    return writer.request();
  });
}

/** Invitations that somebody else has used up since these people showed them. */
async function usedInvitations(deps: Deps, items: readonly Item[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const { who } of items) {
    if (who.jenis !== "undangan") continue;
    const undangan = await deps.store.findUndangan(who.kodeHash);
    if (undangan === null || undangan.dipakaiMs !== null) used.add(who.undanganId);
  }
  return used;
}

function sendAway(deps: Deps, writer: TurnWriter, { eventList }: Turn, sebab: SebabAsing): void {
  const [event] = eventList;
  for (const { eventId, channelId } of eventList) writer.handled(eventId, channelId);
  count(deps, eventList, sebab);
  const pesan = strangerReply(sebab);
  writer.add(
    {
      session: null,
      berkasList: [],
      effects: [{ kind: "pesan", kepada: { ke: "asal" }, prioritas: "balasan", pesan }],
    },
    { sebab: event.eventId, asal: event.from, pelaku: null, random: deps.random },
  );
}

function decideOne(deps: Deps, writer: TurnWriter, turn: Turn): void {
  const { eventList, who, masukan } = turn;
  const [event] = eventList;
  const pegawai = writer.world.kantor.pegawaiList.find(({ id }) => id === who.pegawaiId);
  // Their account outlives their place in the office file.
  if (pegawai === undefined) return sendAway(deps, writer, turn, "tanpa-kode");
  for (const { eventId, channelId } of eventList) writer.handled(eventId, channelId);
  const outcome = outcomeOf(deps, writer, turn, pegawai);
  count(deps, eventList, outcome.ditolak);
  writer.trace(jejakRows(deps, turn, outcome));
  writer.add(
    {
      session: { pegawaiId: pegawai.id, session: outcome.session },
      berkasList: outcome.berkasList,
      effects: [...linkEffects(who), ...outcome.effects],
    },
    { sebab: event.eventId, asal: event.from, pelaku: pegawai.id, random: deps.random },
  );
  deps.log.debug({ updateId: event.eventId, jenis: masukan.jenis }, "decided");
}

function count(deps: Deps, eventList: Turn["eventList"], ditolak: string | null): void {
  const outcome = ditolak === null ? "accepted" : ditolak === FAULT ? "failed" : "refused";
  for (const { channelId } of eventList) deps.metrics?.updateHandled(channelId, outcome);
  if (outcome !== "refused" || ditolak === null) return;
  deps.metrics?.decisionRefused(ditolak);
  deps.log.info({ updateId: eventList[0].eventId, refused: ditolak }, "refused");
}

/** A fault in deciding must neither silence the person nor stop the batch. */
function outcomeOf(deps: Deps, writer: TurnWriter, turn: Turn, pegawai: Pegawai): Outcome {
  const { who, masukan, eventList } = turn;
  const session = writer.session(pegawai.id);
  const akunId = who.jenis === "pegawai" ? who.akunId : null;
  const pelaku = { pegawai, session, akunId };
  const world = worldFor(deps, writer.world, who);
  try {
    return who.jenis === "undangan" ? welcome(world, pelaku) : converse(world, pelaku, masukan);
  } catch (cause) {
    deps.log.error({ updateId: eventList[0].eventId, err: cause }, "deciding failed");
    return {
      session,
      berkasList: [],
      effects: [{ kind: "pesan", kepada: { ke: "asal" }, prioritas: "balasan", pesan: gangguan() }],
      ditolak: FAULT,
      jejak: { jawaban: [], pertanyaan: null },
    };
  }
}

function worldFor(deps: Deps, world: World, who: Known): World {
  const idList = Array.from({ length: ID_PER_EVENT }, () => deps.random.id());
  const terhubung = new Set(world.terhubung).add(who.pegawaiId);
  return { ...world, idList, kodeUndangan: deps.random.kodeUndangan(), terhubung };
}

function linkEffects(who: Known): readonly Effect[] {
  if (who.jenis !== "undangan") return [];
  const { pegawaiId, undanganId } = who;
  return [
    { kind: "hubungkan", pegawaiId, undanganId },
    {
      kind: "catat",
      jenis: "akun-terhubung",
      berkasId: null,
      oleh: pegawaiId,
      data: { undangan: undanganId },
    },
  ];
}

/** The same update may arrive twice within one poll. */
function uniqueByKey(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.event.eventId, item])).values()];
}
