import type { Clock } from "./app/ports/clock.ts";
import type { Log } from "./app/ports/log.ts";
import { createTelegramChannel, type TelegramChannel } from "./channels/telegram/index.ts";
import { systemTiming } from "./clock/system-timing.ts";
import type { Config } from "./config.ts";
import type { Kamus } from "./core/pesan/kamus.ts";
import { inPlainWords, pembacaAsing } from "./core/pesan/ucap.ts";
import { profilText } from "./generated/teks.ts";
import type { TelegramWebhookDeps } from "./http/telegram-webhook.ts";

/** The Telegram channel, where a token turns it on. */
export function telegramOf(
  config: Config,
  { log, kamus, clock }: { readonly log: Log; readonly kamus: Kamus; readonly clock: Clock },
): TelegramChannel | null {
  if (config.telegram === null) return null;
  const { token, apiRoot, pin, webhook, page } = config.telegram;
  return createTelegramChannel({
    token: token.reveal(),
    apiRoot,
    pin,
    ...(webhook && { webhook: { url: webhook.url, secret: webhook.secret.reveal() } }),
    ...(page !== null && { page }),
    profile: {
      description: inPlainWords(pembacaAsing(kamus), profilText.uraian),
      shortDescription: inPlainWords(pembacaAsing(kamus), profilText.singkat),
    },
    log,
    now: () => clock.now(),
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
