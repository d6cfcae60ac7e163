import type { Lke } from "../core/arsip/lke/schema.ts";
import type { Kamus } from "../core/pesan/kamus.ts";
import type { Instant } from "../core/waktu/instant.ts";
import type { Penyimpanan } from "../core/waktu/penyimpanan.ts";
import { Alarm } from "./clock/alarm.ts";
import { backupFailed } from "./clock/backup-missing.ts";
import { FoldSweep } from "./clock/fold-sweep.ts";
import { handleTick } from "./clock/handle-tick.ts";
import { SignOfLife, takeOutages } from "./clock/outage.ts";
import { steadyClock } from "./clock/steady-clock.ts";
import type { Deps } from "./deps.ts";
import { offerMenu } from "./office/offer-menu.ts";
import { FileDestroyer } from "./papers/destroy-files.ts";
import { NaskahSweep } from "./papers/make-naskah.ts";
import { createNaskahFiles } from "./papers/naskah-file.ts";
import { createSharing, type Sharing } from "./peers/sharing.ts";
import type { Backups } from "./ports/backups.ts";
import type { Channel } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { CommitRequest } from "./ports/commit.ts";
import type { Documents } from "./ports/documents.ts";
import type { FileStore } from "./ports/files.ts";
import type { Log } from "./ports/log.ts";
import type { Metrics } from "./ports/metrics.ts";
import type { Random } from "./ports/random.ts";
import type { Store } from "./ports/store.ts";
import type { Timing } from "./ports/timing.ts";
import { announcing, hasMessages } from "./send/announce.ts";
import { createAttachments } from "./send/attachments.ts";
import { createDispatcher } from "./send/dispatch.ts";
import { Attempts } from "./turn/attempts.ts";
import { createHandleUpdate } from "./turn/handle-update.ts";
import { replayHeld } from "./turn/hold-update.ts";
import { holding } from "./turn/holding.ts";
import { Offices } from "./turn/offices.ts";
import { RecentKeys } from "./turn/recent-keys.ts";

/** The adapters the office runs on; the composition root chooses them. */
export interface Adapters {
  readonly store: Store;
  readonly files: FileStore;
  readonly documents: Documents;
  readonly random: Random;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
  readonly kamus: Kamus;
  /** Those of this installation; without them nobody is told of one that failed. */
  readonly backups?: Pick<Backups, "list">;
  /** How long what is over is kept; without it, for good. */
  readonly penyimpanan?: Penyimpanan;
  /** What a year is evaluated by; without it no packs are made. */
  readonly lke?: Lke;
  readonly channels: readonly Channel[];
  readonly metrics?: Metrics;
}

/** The running program: updates in, messages out, and the clock in between. */
export interface Runtime {
  /** Opens the channels no other process runs, and begins to send what the outbox holds for them. */
  start(): Promise<void>;
  /** From now on looks at each timer when it is due; for a clock that goes by itself. */
  watch(): void;
  /** Looks at what is due now; resolves when it is committed. */
  tick(): Promise<void>;
  /** A nightly backup came to nothing, or to less than all: the offices hear of it in the morning. */
  backupFailed(atMs: Instant): Promise<void>;
  /** Resolves when everything that may be sent now has been handed to the channels. */
  drain(): Promise<void>;
  /** No new updates, then the ones under way, then the sends under way; the rest is in the store. */
  stop(deadlineMs: number): Promise<void>;
}

/** What goes on beside everything else, a little at each tick. */
interface Beside {
  wake(): void;
  stop(deadlineMs: number): Promise<void>;
}

const foldingOf = ({ penyimpanan, ...deps }: Adapters): readonly Beside[] =>
  penyimpanan === undefined ? [] : [new FoldSweep({ ...deps, penyimpanan })];

/** Puts the use cases together. */
export function createRuntime(given: Adapters): Runtime {
  const { log, channels } = given;
  const adapters = { ...given, clock: steadyClock(given.clock, log) };
  const channelById = new Map(channels.map((channel) => [channel.id, channel]));
  const memory = { offices: new Offices(adapters.store, log), recent: new RecentKeys() };
  const store = announcing(holding(adapters.store, memory), adapters, (request) =>
    follow({ alarm, sharing, papers, destroyer, deps }, request),
  );
  const attempts = new Attempts();
  const deps = { ...adapters, ...memory, store, attempts, channels: channelById } satisfies Deps;
  const naskah = createNaskahFiles({ ...adapters, store });
  const dispatcher = createDispatcher({
    ...deps,
    attachments: createAttachments({ ...adapters, naskah }),
    report: (event) => sharing.handle(event),
    runs: (channelId) => sharing.runs(channelId),
  });
  const updates = createHandleUpdate(deps);
  const sharing = createSharing({ ...deps, channels, updates, dispatcher });
  const alarm = new Alarm(deps, () => handleTick(deps));
  const papers = new NaskahSweep({ ...adapters, store, naskah });
  const destroyer = new FileDestroyer(adapters);
  const beside = [papers, new SignOfLife(deps), ...foldingOf({ ...adapters, store })];

  return {
    async start() {
      await takeOutages(deps);
      dispatcher.start();
      await replayHeld(deps, (event) => updates.handle(event));
      await sharing.start();
    },
    watch: () => alarm.start(),
    tick() {
      for (const one of beside) one.wake();
      return alarm.ring();
    },
    backupFailed: (atMs) => backupFailed(deps, atMs),
    async drain() {
      await sharing.idle();
      await alarm.ring();
      await dispatcher.drain();
      await destroyer.idle();
    },
    async stop(deadlineMs) {
      await Promise.all([sharing.stop(deadlineMs), alarm.stop()]);
      await Promise.all([dispatcher, ...beside].map((one) => one.stop(deadlineMs)));
      await destroyer.idle();
      await sharing.leave();
    },
  };
}

/** Whoever goes on where a turn has written something. */
interface Followers {
  readonly alarm: Alarm;
  readonly sharing: Sharing;
  readonly papers: NaskahSweep;
  readonly destroyer: FileDestroyer;
  readonly deps: Deps;
}

/** What may begin once a request is written, and not before. */
function follow(
  { alarm, sharing, papers, destroyer, deps }: Followers,
  request: CommitRequest,
): void {
  alarm.hear(request);
  if (hasMessages(request)) sharing.wakeSenders();
  if (request.naskah.length > 0) papers.wake();
  destroyer.hear(request);
  offerMenu(deps, request).catch((cause: unknown) =>
    deps.log.warn({ err: cause }, "the command menu could not be set"),
  );
}
