import type { Log } from "./app/ports/log.ts";
import { createTelegramChannel, type TelegramChannel } from "./channels/telegram/index.ts";
import { systemTiming } from "./clock/system-timing.ts";
import type { Config } from "./config.ts";
import type { TelegramWebhookDeps } from "./http/telegram-webhook.ts";

/** The Telegram channel, where a token turns it on. */
export function telegramOf(config: Config, log: Log, now: () => number): TelegramChannel | null {
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

/** What the HTTP server needs of it, where updates come by webhook. */
export function webhookOf(
  { telegram }: Config,
  channel: TelegramChannel | null,
): TelegramWebhookDeps | null {
  if (channel === null || telegram === null || telegram.webhook === null) return null;
  return {
    secret: telegram.webhook.secret.reveal(),
    receive: (update: unknown) => channel.handleWebhook(update),
  };
}
