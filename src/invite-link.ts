import type { TautanUndangan } from "./app/office/kartu.ts";
import { identify, tautanUndangan } from "./channels/telegram/identify.ts";
import type { Config } from "./config.ts";

/** Addresses for codes, by the name the messenger knows the bot by; none while it cannot be asked. */
export async function tautanFor({ telegram }: Pick<Config, "telegram">): Promise<TautanUndangan> {
  if (telegram === null) return () => null;
  const bot = await identify(telegram.token.reveal(), telegram.apiRoot);
  return bot.kind === "dikenal" ? (kode) => tautanUndangan(bot.username, kode) : () => null;
}
