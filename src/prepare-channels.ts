import type { Channel } from "./app/ports/channel.ts";
import type { Clock } from "./app/ports/clock.ts";
import type { Log } from "./app/ports/log.ts";
import type { Config } from "./config.ts";
import type { Kamus } from "./core/pesan/kamus.ts";
import type { HttpDeps } from "./http/server.ts";
import { isianRoutes, type PageDeps } from "./prepare-isian.ts";
import { telegramOf, webhookOf } from "./prepare-telegram.ts";
import { whatsappOf, whatsappRoutes } from "./prepare-whatsapp.ts";
import { whatsappCloudOf, whatsappCloudRoutes } from "./prepare-whatsapp-cloud.ts";

/** The services the office is reached by, and what of them answers over HTTP. */
interface Services extends Pick<HttpDeps, "telegramWebhook" | "routes"> {
  readonly channels: readonly Channel[];
}

/** What services need, and the page on which figures are filled in. */
interface ChannelDeps extends PageDeps {
  readonly log: Log;
  readonly kamus: Kamus;
  readonly clock: Clock;
}

/** Every service that is turned on; nothing is contacted yet. */
export async function prepareChannels(config: Config, deps: ChannelDeps): Promise<Services> {
  const { log, clock } = deps;
  const now = (): number => clock.now();
  const telegram = telegramOf(config, deps);
  const whatsapp = whatsappOf(config, log, now);
  const cloud = await whatsappCloudOf(config, log, now);
  return {
    channels: [telegram, whatsapp, cloud].filter((one) => one !== null),
    telegramWebhook: webhookOf(config, telegram),
    routes: [
      ...whatsappRoutes(whatsapp),
      ...whatsappCloudRoutes(config, cloud),
      ...isianRoutes(config, telegram, deps),
    ],
  };
}
