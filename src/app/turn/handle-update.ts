import type { Masukan } from "../../core/conversation/world.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { Deps } from "../deps.ts";
import type { FromPerson, InboundEvent } from "../ports/channel.ts";
import { isStoreAway } from "../send/store-away.ts";
import { answerGroup, answerStranger } from "./answer-stranger.ts";
import { authenticate, type Known, readKode } from "./authenticate.ts";
import { Batch } from "./batch.ts";
import { decideSafely } from "./decide-safely.ts";
import { holdUpdate } from "./hold-update.ts";
import type { Item } from "./item.ts";
import { Lane } from "./lane.ts";
import { toMasukan } from "./to-masukan.ts";
import { itemsOf, turnsOf } from "./turn.ts";

/** Takes updates from all channels; each resolves once what it led to, or the update itself, is kept. */
export interface HandleUpdate {
  handle(event: InboundEvent): Promise<void>;
  /** Resolves when no update is under way. */
  idle(): Promise<void>;
}

/**
 * Updates of one chat: who is it, what did they do, what follows, commit. One person's updates are
 * taken in order whatever the channel, those that belong together as one; an office's updates are
 * decided together and share a transaction.
 */
export function createHandleUpdate(deps: Deps): HandleUpdate {
  const lane = new Lane();
  const batch = new Batch<KantorId, Item>((kantorId, items) => decideSafely(deps, kantorId, items));
  const chats = new Batch<string, FromPerson>(async (_, eventList) => {
    for (const run of runsOf(eventList)) await orHold(run);
  });

  async function takeRun(run: Run): Promise<void> {
    const [first, ...rest] = run;
    const who = await authenticate(deps, first);
    if (who.jenis === "pegawai") return takeKnown(who, run);
    // Nobody said anything: a stranger opened or closed the chat with us.
    if (first.type === "reach") return;
    // Files of a stranger are one act; among texts one may be the invitation.
    const alike = first.type === "file" ? rest.filter(({ type }) => type === "file") : [];
    if (who.jenis === "undangan") await takeKnown(who, [first]);
    else await answerStranger(deps, [first, ...alike], who.sebab);
    for (const left of runsOf(rest.filter((event) => !alike.includes(event)))) await takeRun(left);
  }

  const takeKnown = (who: Known, run: Run): Promise<void> =>
    lane.run(`pegawai:${who.kantorId}/${who.pegawaiId}`, async () => {
      const items = await freshItems(deps, who, run);
      for (const turn of turnsOf(items)) {
        await Promise.all(itemsOf(items, turn).map((item) => batch.add(who.kantorId, item)));
      }
    });

  /** Whatever is wrong with one update, everybody else's go on. */
  async function orHold(run: Run): Promise<void> {
    try {
      await takeRun(run);
    } catch (cause) {
      if (isStoreAway(cause)) throw cause;
      const [first, second] = run;
      if (second === undefined) return holdUpdate(deps, first, null, cause);
      for (const event of run) await orHold([event]);
    }
  }

  return {
    async handle(event) {
      if (event.type === "receipt") {
        const address = { channelId: event.channelId, chat: event.chat };
        await deps.store.recordReceipt(address, event.externalId, event.state, event.atMs);
      } else if (event.type === "group") await answerGroup(deps, event);
      else await chats.add(`${event.from.channelId}/${event.from.chat}`, event);
    },
    idle: () => chats.idle(),
  };
}

type Run = readonly [FromPerson, ...FromPerson[]];

/** Stretches of messages that may belong together; anything else is taken by itself. */
function runsOf(eventList: readonly FromPerson[]): readonly Run[] {
  const runs: Run[] = [];
  for (const event of eventList) {
    const last = runs.at(-1);
    if (last !== undefined && isPlain(event) && isPlain(last[0])) {
      runs[runs.length - 1] = [...last, event];
    } else runs.push([event]);
  }
  return runs;
}

const isPlain = ({ type }: FromPerson): boolean => type === "file" || type === "text";

/** Asked of the store only before a file is fetched: the commit asks anyway. */
async function freshItems(deps: Deps, who: Known, run: Run): Promise<readonly Item[]> {
  const isFile = run.some(({ type }) => type === "file");
  const known = isFile
    ? await deps.store.knownInbox(run.map(({ eventId }) => eventId))
    : deps.recent;
  for (const { channelId } of run.filter(({ eventId }) => known.has(eventId))) {
    deps.metrics?.updateHandled(channelId, "duplicate");
  }
  const fresh = run.filter(({ eventId }) => !known.has(eventId));
  return Promise.all(fresh.map((event) => itemOf(deps, event, who)));
}

const itemOf = async (deps: Deps, event: FromPerson, who: Known): Promise<Item> => ({
  event,
  who,
  masukan: await readMasukan(deps, event, who),
});

const readMasukan = async (deps: Deps, event: FromPerson, who: Known): Promise<Masukan> =>
  who.jenis === "undangan"
    ? { jenis: "perintah", nama: "start", argumen: "" }
    : ((await readKode(deps, event, who)) ?? toMasukan(deps, event, who.kantorId));
