import { converse } from "../../core/conversation/converse.ts";
import { type SebabAsing, strangerReply } from "../../core/conversation/stranger.ts";
import { welcome } from "../../core/conversation/welcome.ts";
import type { Outcome, World } from "../../core/conversation/world.ts";
import type { KantorId, Pegawai, PegawaiId } from "../../core/kantor/schema.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import type { Ucapan } from "../../core/pesan/teks.ts";
import { pembacaOf, sayTo } from "../../core/pesan/ucap.ts";
import { gangguanText } from "../../generated/teks.ts";
import type { Deps } from "../deps.ts";
import { tautanOf } from "../office/kartu.ts";
import type { Known } from "./authenticate.ts";
import { commitUntilDone, type Later } from "./commit.ts";
import type { Item } from "./item.ts";
import { jejakRows } from "./jejak-rows.ts";
import { concernedBerkas, loadFor } from "./load-for.ts";
import { itemsOf, type Turn, turnsOf } from "./turn.ts";
import { TurnWriter } from "./turn-writer.ts";

/** An update nothing could be decided on, and why. */
export interface Fault {
  readonly item: Item;
  readonly cause: unknown;
}

/** Fresh ids an event may use up; no conversation brings more into being at once. */
const ID_PER_EVENT = 8;

/** What decisions of one batch are made with, and into. */
interface Scene {
  readonly deps: Deps;
  readonly writer: TurnWriter;
  readonly later: Later;
}

/**
 * Decides a batch of one office's updates, one on top of the other, and commits them together. Answers
 * those nothing could be decided on; they are not marked as handled.
 */
export async function decideTogether(
  deps: Deps,
  kantorId: KantorId,
  items: readonly Item[],
): Promise<readonly Fault[]> {
  let faults: Fault[] = [];
  await commitUntilDone(deps, async (later, attempt) => {
    faults = [];
    const fresh = await freshOf(deps, uniqueByKey(items), attempt);
    if (fresh.length === 0) return null;
    const used = await usedInvitations(deps, fresh);
    const writer = new TurnWriter(await loadFor(deps, kantorId, fresh));
    for (const turn of turnsOf(fresh)) {
      const { who } = turn;
      const cause = decideOne({ deps, writer, later }, turn, used);
      if (cause !== null) faults.push(...itemsOf(fresh, turn).map((item) => ({ item, ...cause })));
      else if (who.jenis === "undangan") used.add(who.undanganId);
    }
    return faults.length === fresh.length ? null : writer.request();
  });
  return faults;
}

/** Those that were not handled before; whoever knows of none asks the store only after a conflict. */
async function freshOf(
  { store, recent }: Deps,
  items: readonly Item[],
  attempt: number,
): Promise<readonly Item[]> {
  const keys = items.map(({ event }) => event.eventId);
  const known = attempt === 1 ? recent : await store.knownInbox(keys);
  return items.filter(({ event }) => !known.has(event.eventId));
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

function handled(writer: TurnWriter, { eventList }: Turn): void {
  for (const { eventId, channelId } of eventList) writer.handled(eventId, channelId);
}

function sendAway({ deps, writer, later }: Scene, turn: Turn, sebab: SebabAsing): void {
  const [event] = turn.eventList;
  handled(writer, turn);
  later(() => count(deps, turn, sebab));
  const replied = reply(writer.world, null, strangerReply(sebab));
  writer.add(
    { session: null, berkasList: [], effects: [replied] },
    { sebab: event.eventId, asal: event.from, pelaku: null, random: deps.random },
  );
}

/** Null once decided; what deciding threw is the fault of this turn alone. */
function decideOne(
  scene: Scene,
  turn: Turn,
  used: ReadonlySet<string>,
): { readonly cause: unknown } | null {
  const { deps, writer, later } = scene;
  const { eventList, who, masukan } = turn;
  const [event] = eventList;
  if (who.jenis === "undangan" && used.has(who.undanganId)) {
    sendAway(scene, turn, "kode-terpakai");
    return null;
  }
  const pegawai = writer.world.kantor.pegawaiList.find(({ id }) => id === who.pegawaiId);
  // Their account outlives their place in the office file, or has gone since they were known by it;
  // whoever said nothing is answered nothing.
  if (pegawai === undefined || !writer.isTied(who)) {
    if (event.type === "reach") handled(writer, turn);
    else sendAway(scene, turn, "tanpa-kode");
    return null;
  }
  let outcome: Outcome;
  try {
    outcome = outcomeOf(deps, writer, turn, pegawai);
  } catch (cause) {
    return { cause };
  }
  handled(writer, turn);
  later(() => {
    count(deps, turn, outcome.ditolak);
    deps.log.debug({ updateId: event.eventId, jenis: masukan.jenis }, "decided");
  });
  writer.trace(jejakRows(deps, turn, outcome));
  writer.add(
    {
      session: { pegawaiId: pegawai.id, session: outcome.session },
      berkasList: outcome.berkasList,
      effects: [...linkEffects(who), ...withUnreadable(writer, turn, outcome.effects)],
    },
    {
      sebab: event.eventId,
      asal: event.from,
      ...(event.messageId !== undefined && { pesanAsal: event.messageId }),
      pelaku: pegawai.id,
      random: deps.random,
    },
  );
  return null;
}

/** Nobody is left to think that what cannot be read was never there. */
function withUnreadable(
  { unreadable, world }: TurnWriter,
  { who, masukan }: Turn,
  effects: readonly Effect[],
): readonly Effect[] {
  const fresh = unreadable.sessions.has(who.pegawaiId);
  const lacking = unreadable.berkas.size > 0 && masukan.jenis === "perintah";
  return [
    ...(fresh ? [reply(world, who.pegawaiId, { teks: gangguanText.percakapan })] : []),
    ...effects,
    ...(lacking ? [reply(world, who.pegawaiId, { teks: gangguanText.berkas })] : []),
  ];
}

const reply = (world: World, pegawaiId: PegawaiId | null, ucapan: Ucapan): Effect => ({
  kind: "pesan",
  kepada: { ke: "asal" },
  prioritas: "balasan",
  pesan: sayTo(pembacaOf(world, pegawaiId), ucapan),
});

function count(deps: Deps, { eventList }: Turn, ditolak: string | null): void {
  const outcome = ditolak === null ? "accepted" : "refused";
  for (const { channelId } of eventList) deps.metrics?.updateHandled(channelId, outcome);
  if (ditolak === null) return;
  deps.metrics?.decisionRefused(ditolak);
  deps.log.info({ updateId: eventList[0].eventId, refused: ditolak }, "refused");
}

/** @throws Error whatever is wrong with deciding, or because it is about what cannot be read. */
function outcomeOf(deps: Deps, writer: TurnWriter, turn: Turn, pegawai: Pegawai): Outcome {
  const { who, masukan } = turn;
  const session = writer.session(pegawai.id);
  const unread = concernedBerkas(masukan, session).find((id) => writer.unreadable.berkas.has(id));
  if (unread !== undefined) throw new Error(`berkas ${unread} cannot be read`);
  const akunId = who.jenis === "pegawai" ? who.akunId : null;
  const pelaku = { pegawai, session, akunId };
  const world = worldFor(deps, writer.world, who);
  return who.jenis === "undangan" ? welcome(world, pelaku) : converse(world, pelaku, masukan);
}

function worldFor(deps: Deps, world: World, who: Known): World {
  const idList = Array.from({ length: ID_PER_EVENT }, () => deps.random.id());
  const terhubung = new Set(world.terhubung).add(who.pegawaiId);
  const kodeUndangan = deps.random.kodeUndangan();
  const tautanUndangan = tautanOf(deps.channels.values(), kodeUndangan);
  return { ...world, idList, kodeUndangan, tautanUndangan, terhubung };
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
