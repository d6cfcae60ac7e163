import { clocksBehind } from "./app/clock/office-time.ts";
import { createMover } from "./app/clock/rehearse.ts";
import type { Deps } from "./app/deps.ts";
import type { Backups } from "./app/ports/backups.ts";
import { createRuntime } from "./app/runtime.ts";
import { bulanOf } from "./app/send/passage.ts";
import { FlowsBroken } from "./catalog/problem.ts";
import { systemClock } from "./clock/system-clock.ts";
import { systemTiming } from "./clock/system-timing.ts";
import { type Config, ConfigError, isLoopback, loadConfig, secretsOf } from "./config.ts";
import { createDocuments } from "./documents/index.ts";
import { createEntry, type Entry } from "./http/mulai/entry.ts";
import { readinessOf } from "./http/readiness.ts";
import { createHttpServer } from "./http/server.ts";
import { standardOutput } from "./observability/log-stream.ts";
import { createLogger, type Logger } from "./observability/logger.ts";
import { createMetrics } from "./observability/metrics.ts";
import { backupAgeMs, prepareBackups } from "./prepare-backups.ts";
import { prepareChannels } from "./prepare-channels.ts";
import { keptClock, standingClock } from "./prepare-clock.ts";
import { openDatabase } from "./prepare-database.ts";
import { prepareFlows, prepareLke, preparePenyimpanan, prepareTeks } from "./prepare-flows.ts";
import { prepareMulai } from "./prepare-mulai.ts";
import { invitation, preparePeraga } from "./prepare-peraga.ts";
import { startSweeps } from "./prepare-schedule.ts";
import { systemRandom } from "./random/random.ts";
import { shutDown } from "./shut-down.ts";
import { startAnew } from "./start-anew.ts";
import { adviceFor } from "./start-fault.ts";
import { stopSignals } from "./stop-signals.ts";
import { StoreEmptied } from "./store/data-folder.ts";
import { createFileStore } from "./store/files.ts";
import { StoreInUse } from "./store/lock.ts";
import { StoreHalfMigrated, StoreTooNew } from "./store/migrate.ts";
import { StoreUnfinished } from "./store/move/mark.ts";

/** Ten seconds is what an operator is promised; the rest is for the process to end in. */
const STOP_MS = 9_500;
const system = { random: systemRandom, timing: systemTiming } as const;

/** What outlasts a start anew: the key to the first page, and the port it was found at. */
const lasting: { readonly entry: Entry; port: number | null } = {
  entry: createEntry(() => systemClock.now()),
  port: null,
};

type Stop = () => Promise<void>;

async function start(config: Config, log: Logger, restart: () => void): Promise<Stop> {
  const standing = standingClock(config);
  const clock = standing ?? systemClock;
  const { store, kind, close } = await openDatabase(config, log);
  const kept = await keptClock(standing, store);
  const files = createFileStore(config.dataDir);
  const backups = prepareBackups(config, log);
  const kamus = await prepareTeks();
  const watched = { ...system, store, files, clock, log, backups, kamus };
  const common = { ...watched, metrics: metricsOf(watched) };
  await prepareFlows(common, config);
  const peraga = await preparePeraga({ ...common, config, rehearsal: kept });
  const rehearsal = peraga?.rehearsal ?? kept;
  const documents = createDocuments(files);
  const services = await prepareChannels(config, { ...common, documents });
  const channels = [...services.channels, ...(peraga === null ? [] : [peraga.channel])];
  const runtime = createRuntime({
    ...common,
    store: peraga?.store ?? store,
    penyimpanan: await preparePenyimpanan(),
    lke: await prepareLke(),
    documents,
    channels,
  });
  const mulai = prepareMulai({ ...common, ...lasting, services, config, documents, restart });
  const stopping = new AbortController();
  const move = rehearsal && createMover({ store, clock: rehearsal }, runtime, stopping.signal);
  const http = createHttpServer({
    ...common,
    readiness: () =>
      readinessOf({ store, kind, channels, behind: () => clocksBehind({ store, clock }) }),
    open: !isLoopback(config.http.host),
    telegramWebhook: services.telegramWebhook,
    rehearsal: move && { clock, move, open: config.peraga === "open" },
    routes: [mulai.routes, ...(peraga === null ? [] : [peraga.routes(move)]), ...services.routes],
  });
  const address = await listen(http, config);
  await runtime.start();
  const schedule = startSweeps(move === null ? runtime : null, { backups, config, log });
  await runtime.tick();
  standardOutput.write(invitation(peraga, { address, mulai: mulai.addressAt(address) }));
  return () => {
    stopping.abort();
    const parts = [() => schedule.stop(), () => http.close(), () => runtime.stop(STOP_MS)];
    return shutDown(parts, close, { ...common, deadlineMs: STOP_MS });
  };
}

const metricsOf = ({ store, clock, backups }: Pick<Deps, "store" | "clock"> & HasBackups) =>
  createMetrics({
    backupAgeMs: () => backupAgeMs(backups),
    outboxDepth: async () => (await store.outboxDepth()).pending,
    charged: () => store.pemakaian(bulanOf(clock.now())),
  });

interface HasBackups {
  readonly backups: Backups;
}

/** Listens where it listened before, if it did: whoever set a new start off finds it again. */
async function listen(http: ReturnType<typeof createHttpServer>, config: Config): Promise<string> {
  const address = await http.listen({ ...config.http, port: lasting.port ?? config.http.port });
  lasting.port = Number(new URL(address).port);
  return address;
}

/** Whoever starts the program can mend these from their sentence; a stack would only hide it. */
const isPlain = (error: unknown): error is Error =>
  [
    ConfigError,
    StoreInUse,
    StoreTooNew,
    StoreHalfMigrated,
    StoreEmptied,
    StoreUnfinished,
    FlowsBroken,
  ].some((kind) => error instanceof kind);

function fail(error: unknown): never {
  const sentence = isPlain(error) ? error.message : adviceFor(error);
  process.stderr.write(`${sentence ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}

/** Whatever the program writes is for its own user: messages, figures, sessions. */
process.umask(0o077);

try {
  const stop = await startAnew(async (again) => {
    const config = loadConfig();
    const log = createLogger({ ...config.log, secrets: secretsOf(config) });
    return start(config, log, again);
  }, fail);
  for (const signal of stopSignals(process.platform)) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }
} catch (error) {
  fail(error);
}
