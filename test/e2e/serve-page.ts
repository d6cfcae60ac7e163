import { createIsian } from "../../src/app/isian/isian.ts";
import type { Clock } from "../../src/app/ports/clock.ts";
import type { FileStore } from "../../src/app/ports/files.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { TelegramChannel } from "../../src/channels/telegram/index.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { createIsianRoutes } from "../../src/http/isian/routes.ts";
import { createHttpServer } from "../../src/http/server.ts";
import type { Logger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import { isianTeks } from "../../src/prepare-isian.ts";
import { shipped } from "../../src/shipped.ts";
import { kamus } from "../support/teks.ts";

interface PageOptions {
  readonly store: Store;
  readonly telegram: TelegramChannel;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly token: string;
  /** Where it was served before; 0 for anywhere. */
  readonly port: number;
}

/** Serves the page on which figures are filled in, for an office that is played. */
export async function servePage({ store, telegram, files, clock, log, token, port }: PageOptions) {
  const app = createHttpServer({
    log,
    readiness: async () => ({
      database: { ok: true, kind: "sqlite", detail: "" },
      clock: { ok: true, detail: "" },
      channels: [],
      setAside: [],
      outbox: null,
    }),
    metrics: createMetrics(),
    telegramWebhook: null,
    rehearsal: null,
    routes: [
      createIsianRoutes({
        isian: createIsian({
          store,
          clock,
          kamus,
          files,
          documents: createDocuments(files),
          timing: systemTiming,
          channelId: telegram.id,
          receive: (event) => telegram.handlePage(event),
        }),
        token,
        now: () => clock.now(),
        teks: isianTeks(kamus),
        pageDir: shipped.isian,
      }),
    ],
  });
  const address = await app.listen({ host: "127.0.0.1", port });
  return { port: Number(new URL(address).port), close: () => app.close() };
}
