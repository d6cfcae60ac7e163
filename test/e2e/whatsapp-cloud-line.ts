import { join } from "node:path";
import type { Channel } from "../../src/app/ports/channel.ts";
import { readTemplat } from "../../src/catalog/load-templat.ts";
import {
  createTemplates,
  createWhatsappCloudChannel,
} from "../../src/channels/whatsapp-cloud/index.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createWhatsappCloudWebhook } from "../../src/http/whatsapp-cloud-webhook.ts";
import type { createLogger } from "../../src/observability/logger.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import type { GraphDouble } from "../doubles/graph/index.ts";

const flows = join(import.meta.dirname, "../../flows");

/** The real channel to the Graph API double, with the real webhook on a port. */
export interface CloudLine {
  readonly channel: Channel;
  /** The service brings what people do from now on; once the channel is started. */
  connect(): void;
  /** It waits with the service again. */
  disconnect(): void;
  close(): Promise<void>;
}

export async function openCloudLine(
  graph: GraphDouble,
  { now, log }: { readonly now: () => number; readonly log: ReturnType<typeof createLogger> },
): Promise<CloudLine> {
  const channel = createWhatsappCloudChannel({
    token: graph.token,
    apiRoot: graph.url,
    version: graph.version,
    phoneId: graph.phoneId,
    templatList: await readTemplat(flows),
    perMonthMax: null,
    formerly: (number) => [{ channelId: "whatsapp", chat: `${number}@c.us` }],
    log,
    now,
    timing: systemTiming,
    pace: { perSecond: 1_000, perChatMs: 0 },
  });
  const http = createHttpServer({
    log,
    readiness: () => Promise.reject(new Error("nobody asks")),
    metrics: createMetrics(),
    telegramWebhook: null,
    rehearsal: null,
    routes: [
      createWhatsappCloudWebhook({
        appSecret: graph.appSecret,
        verifyToken: graph.verifyToken,
        receive: (body) => channel.handleWebhook(body),
      }),
    ],
  });
  const url = await http.listen({ port: 0, host: "127.0.0.1" });
  return {
    channel,
    connect: () => {
      graph.receiver = (body, signature) => post(`${url}/whatsapp-cloud/webhook`, body, signature);
    },
    disconnect: () => {
      graph.receiver = null;
    },
    close: () => http.close(),
  };
}

/** Hands the shipped templates in and has them approved. */
export async function approveTemplates(graph: GraphDouble): Promise<void> {
  const { token, url: apiRoot, version, accountId } = graph;
  const desk = createTemplates({ token, apiRoot, version }, accountId);
  for (const templat of await readTemplat(flows)) await desk.submit(templat);
  graph.approveAll();
}

async function post(url: string, body: Buffer, signature: string): Promise<number> {
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
  const { status } = await fetch(url, { method: "POST", headers, body: Uint8Array.from(body) });
  return status;
}
