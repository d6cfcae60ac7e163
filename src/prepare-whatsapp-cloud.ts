import type { Log } from "./app/ports/log.ts";
import { knownAddress } from "./channels/whatsapp/index.ts";
import {
  createWhatsappCloudChannel,
  type WhatsappCloudChannel,
} from "./channels/whatsapp-cloud/index.ts";
import { systemTiming } from "./clock/system-timing.ts";
import type { Config } from "./config.ts";
import { createWhatsappCloudWebhook } from "./http/whatsapp-cloud-webhook.ts";
import { prepareTemplat } from "./prepare-flows.ts";

/** WhatsApp by the Cloud API, where a token turns it on. */
export async function whatsappCloudOf(
  { whatsappCloud, dataDir }: Config,
  log: Log,
  now: () => number,
): Promise<WhatsappCloudChannel | null> {
  if (whatsappCloud === null) return null;
  const { token, phoneId, apiRoot, version, perMonthMax } = whatsappCloud;
  return createWhatsappCloudChannel({
    token: token.reveal(),
    phoneId,
    apiRoot,
    version,
    perMonthMax,
    log,
    now,
    templatList: await prepareTemplat(),
    formerly: (number) => [
      {
        channelId: "whatsapp",
        chat: knownAddress(dataDir, number, log),
      },
    ],
    timing: systemTiming,
  });
}

/** Where its messages arrive. */
export function whatsappCloudRoutes(
  { whatsappCloud }: Config,
  channel: WhatsappCloudChannel | null,
): readonly ReturnType<typeof createWhatsappCloudWebhook>[] {
  if (channel === null || whatsappCloud === null) return [];
  const { appSecret, verifyToken } = whatsappCloud;
  return [
    createWhatsappCloudWebhook({
      appSecret: appSecret.reveal(),
      verifyToken: verifyToken.reveal(),
      receive: (body) => channel.handleWebhook(body),
    }),
  ];
}
