import { moveClock } from "./app/rehearse.ts";
import { createRuntime } from "./app/runtime.ts";
import { createTelegramChannel, type TelegramChannel } from "./channels/telegram/index.ts";
import { createRehearsalClock } from "./clock/rehearsal-clock.ts";
import { startSchedule } from "./clock/schedule.ts";
import { systemClock } from "./clock/system-clock.ts";
import { systemTiming } from "./clock/system-timing.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { rekapXlsx } from "./documents/rekap-xlsx.ts";
import { readinessOf } from "./http/readiness.ts";
import { createHttpServer } from "./http/server.ts";
import { createLogger, type Logger } from "./observability/logger.ts";
import { createMetrics } from "./observability/metrics.ts";
import { FlowsBroken, prepareFlows } from "./prepare-flows.ts";
import { systemRandom } from "./random/random.ts";
import { createFileStore } from "./store/files.ts";
import { lockDatabase, StoreInUse } from "./store/lock.ts";
import { openStore, sqlitePath } from "./store/open.ts";

const STOP_MS = 10_000;

async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  const url = config.databaseUrl.reveal();
  const path = sqlitePath(url);
  const lock = path === null ? null : lockDatabase(path);
  const rehearsal = config.clock === "rehearsal" ? createRehearsalClock(Date.now()) : null;
  const clock = rehearsal ?? systemClock;
  const metrics = createMetrics();
  const store = await openStore({
    url,
    dataDir: config.dataDir,
    now: clock.now,
    log,
    alone: lock !== null,
  });
  await prepareFlows({ store, clock, log, random: systemRandom }, config.demo);
  const telegram = telegramOf(config, log, clock.now);
  const channels = telegram === null ? [] : [telegram];
  const runtime = createRuntime({
    store,
    files: createFileStore(config.dataDir),
    documents: { rekapXlsx },
    random: systemRandom,
    clock,
    timing: systemTiming,
    log,
    channels,
    metrics,
  });
  const tick = (): Promise<void> => runtime.tick();
  const drain = (): Promise<void> => runtime.drain();
  const http = createHttpServer({
    log,
    metrics,
    readiness: () => readinessOf(store, path === null ? "postgresql" : "sqlite", channels),
    telegramWebhook: webhookOf(config, telegram),
    rehearsal: rehearsal && {
      clock: rehearsal,
      moveTo: (atMs) => moveClock({ store, clock: rehearsal, tick, drain }, atMs),
    },
    routes: [],
  });
  await http.listen({ ...config.http });
  await runtime.start();
  // A standing clock moves only when it is told to; a running one is looked at every minute.
  const timetable = [{ name: "sweep", cron: "* * * * *", zone: "Asia/Jakarta", tick }];
  const schedule = startSchedule(rehearsal === null ? timetable : [], (name, err) =>
    log.error({ err, name }, "a sweep failed; the next one makes it good"),
  );
  await tick();
  return async () => {
    await schedule.stop();
    await http.close();
    await runtime.stop(STOP_MS);
    await store.close();
    lock?.release();
  };
}

function telegramOf(config: Config, log: Logger, now: () => number): TelegramChannel | null {
  if (config.telegram === null) return null;
  const { token, apiRoot, webhook } = config.telegram;
  return createTelegramChannel({
    token: token.reveal(),
    apiRoot,
    ...(webhook && { webhook: { url: webhook.url, secret: webhook.secret.reveal() } }),
    log,
    now,
    timing: systemTiming,
  });
}

function webhookOf({ telegram }: Config, channel: TelegramChannel | null) {
  if (channel === null || telegram === null || telegram.webhook === null) return null;
  return {
    secret: telegram.webhook.secret.reveal(),
    receive: (update: unknown) => channel.handleWebhook(update),
  };
}

const secretsOf = ({ telegram, databaseUrl }: Config): readonly string[] =>
  [databaseUrl, telegram?.token, telegram?.webhook?.secret].flatMap((one) => one?.reveal() ?? []);

/** Whoever starts the program can mend these from their sentence; a stack would only hide it. */
const isPlain = (error: unknown): error is Error =>
  [ConfigError, StoreInUse, FlowsBroken].some((kind) => error instanceof kind);

function fail(error: unknown): never {
  process.stderr.write(
    `${isPlain(error) ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}

try {
  const config = loadConfig();
  const log = createLogger({ ...config.log, secrets: secretsOf(config) });
  const stop = await start(config, log);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }
} catch (error) {
  fail(error);
}
