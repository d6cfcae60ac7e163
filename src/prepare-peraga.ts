import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { ClockMover } from "./app/clock/rehearse.ts";
import type { Deps } from "./app/deps.ts";
import { menuFor } from "./app/office/offer-menu.ts";
import { jumpTarget } from "./app/peraga/clock.ts";
import { linkPeraga } from "./app/peraga/link.ts";
import { createPeragaView } from "./app/peraga/view.ts";
import type { KeptClock } from "./app/ports/clock.ts";
import type { LogEntry } from "./app/ports/rows.ts";
import type { Store } from "./app/ports/store.ts";
import type { Timing } from "./app/ports/timing.ts";
import { openPeragaChannel, PERAGA_CHANNEL, type PeragaChannel } from "./channels/peraga/index.ts";
import type { Config } from "./config.ts";
import { KantorId } from "./core/kantor/schema.ts";
import { pembacaOf } from "./core/pesan/ucap.ts";
import { createPeragaRoutes } from "./http/peraga.ts";
import { shipped } from "./shipped.ts";

/** The only office the simulator ever shows: nobody plays at being a real person. */
const KANTOR = KantorId.parse("peraga");

/** Monday, a quarter of an hour before the collection of Triwulan IV 2026 opens in the demo office. */
export const DEMO_START_MS = Date.parse("2027-01-04T07:15:00+08:00");

/** Where a rehearsal clock starts; null for a clock that runs by itself. */
export function rehearsalStart(clock: Config["clock"], nowMs: number): number | null {
  if (clock === "system") return null;
  return clock === "demo" ? DEMO_START_MS : nowMs;
}

/** What whoever started the program may do first; nothing once a messenger is connected. */
export function invitation(
  peraga: Peraga | null,
  { address, mulai }: { readonly address: string; readonly mulai: string | null },
): string {
  if (peraga === null) return mulai === null ? "" : `sopir: set up your office on ${mulai}\n`;
  return [
    `sopir: a demo office is at work on ${address}/peraga`,
    peraga.rehearsal !== null
      ? '  1. Press "+15 menit": the collection of a triwulan opens and the phones of the units ring.'
      : '  1. On the phone of "Sekretaris Kecamatan" type /mulai and open a triwulan.',
    '  2. On the phone of a unit press "Mulai isi"; "Langkah pertama" leads on to the Camat\'s approval.',
    ...(mulai === null ? [] : [`sopir: your own office, from workbook to invitations: ${mulai}`]),
    "",
  ].join("\n");
}

export interface PeragaOptions
  extends Pick<Deps, "store" | "files" | "random" | "clock" | "log" | "kamus"> {
  readonly config: Pick<Config, "peraga" | "dataDir">;
  readonly timing: Timing;
  readonly rehearsal: KeptClock | null;
}

/** The simulator, ready to be put together with the rest. */
export interface Peraga {
  readonly channel: PeragaChannel;
  /** The store, telling the page of every change. */
  readonly store: Store;
  /** The rehearsal clock, telling the page of every move; null while the clock runs by itself. */
  readonly rehearsal: KeptClock | null;
  routes(move: ClockMover | null): ReturnType<typeof createPeragaRoutes>;
}

/** Links everybody of the demo office to a phone; null when there is no simulator, or no demo office. */
export async function preparePeraga(options: PeragaOptions): Promise<Peraga | null> {
  const { config, store, clock, rehearsal } = options;
  if (config.peraga === "off") return null;
  const record = await store.loadKantor(KANTOR);
  if (record === null) return null;
  const dir = join(config.dataDir, "peraga", await databaseKey(options));
  const bell = createBell();
  const channel = await openPeragaChannel({ ...options, dir, now: () => clock.now() });
  await linkPeraga(options, KANTOR, PERAGA_CHANNEL);
  for (const pegawai of record.kantor.pegawaiList)
    await channel.setCommands?.(
      pegawai.id,
      menuFor(pembacaOf({ kamus: options.kamus, kantor: record.kantor }, pegawai.id), pegawai),
    );
  return {
    channel,
    store: ringing(store, bell.ring),
    rehearsal: rehearsal && {
      now: () => rehearsal.now(),
      async set(at) {
        await rehearsal.set(at);
        bell.ring();
      },
    },
    routes: (move) =>
      createPeragaRoutes({
        ponsel: channel.ponsel,
        view: createPeragaView(
          { store, clock, kamus: options.kamus, latihan: move !== null },
          KANTOR,
        ),
        watch: bell.watch,
        knows: async (chat) =>
          record.kantor.pegawaiList.some(({ id }) => id === chat) && (await isOurs(store, chat)),
        push: move && ((lompatan) => move(() => jumpTarget({ store, clock }, KANTOR, lompatan))),
        token: randomBytes(24).toString("base64url"),
        open: config.peraga === "open",
        pageDir: shipped.peraga,
      }),
  };
}

/**
 * Tells this database from every other, for its chats make no sense beside another one: the log's first link carries an id drawn by chance, and the log never changes.
 */
async function databaseKey(options: PeragaOptions): Promise<string> {
  const { store } = options;
  if ((await firstLink(store)) === undefined) await linkPeraga(options, KANTOR, PERAGA_CHANNEL);
  return (await firstLink(store))?.hash.slice(0, 16) ?? "percakapan";
}

async function firstLink(store: Store): Promise<LogEntry | undefined> {
  const log = await store.readLog(KANTOR, 0, LOG_START);
  return log.find(({ jenis }) => jenis === "akun-terhubung");
}

/** The first link comes right after what the office file brought. */
const LOG_START = 500;

/** The store, ringing after each commit. */
const ringing = (store: Store, ring: () => void): Store => ({
  ...store,
  async commit(request) {
    const result = await store.commit(request);
    ring();
    return result;
  },
});

/** Whoever unlinked may still ask and link again; a phone linked into another office is none of ours. */
async function isOurs(store: Store, chat: string): Promise<boolean> {
  const account = await store.findAccount({ channelId: PERAGA_CHANNEL, chat });
  return account === null || account.kantorId === KANTOR;
}

/** Rings for everybody who listens. */
function createBell() {
  const listeners = new Set<() => void>();
  return {
    ring: (): void => {
      for (const tell of listeners) tell();
    },
    watch: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
