import { createIsian, type IsianDeps } from "./app/isian/isian.ts";
import type { TelegramChannel } from "./channels/telegram/index.ts";
import { systemClock } from "./clock/system-clock.ts";
import type { Config } from "./config.ts";
import type { Kamus } from "./core/pesan/kamus.ts";
import type { Ungkapan } from "./core/pesan/teks.ts";
import { inPlainWords, pembacaAsing } from "./core/pesan/ucap.ts";
import { halamanIsianText } from "./generated/teks.ts";
import { createIsianRoutes } from "./http/isian/routes.ts";
import { shipped } from "./shipped.ts";

/** What the page looks at an office with. */
export type PageDeps = Omit<IsianDeps, "channelId" | "receive">;

/** The page on which figures are filled in, where it has a public address and a bot that opens it. */
export function isianRoutes(
  config: Pick<Config, "telegram">,
  telegram: TelegramChannel | null,
  deps: PageDeps,
): readonly ReturnType<typeof createIsianRoutes>[] {
  if (telegram === null || config.telegram === null || config.telegram.page === null) return [];
  const receive: IsianDeps["receive"] = (event) => telegram.handlePage(event);
  return [
    createIsianRoutes({
      isian: createIsian({ ...deps, channelId: telegram.id, receive }),
      token: config.telegram.token.reveal(),
      // Telegram stamps by the time of the world, whatever clock the office goes by.
      now: () => systemClock.now(),
      teks: isianTeks(deps.kamus),
      pageDir: shipped.isian,
    }),
  ];
}

/** What stands on the page, in every language; its slots are filled there. */
export const isianTeks = (kamus: Kamus): Parameters<typeof createIsianRoutes>[0]["teks"] => ({
  id: textsIn(kamus, "id"),
  en: textsIn(kamus, "en"),
});

const SLOT = ["satuan", "nilai", "isian", "terisi", "semua", "draf", "jumlah"] as const;

function textsIn(kamus: Kamus, bahasa: "id" | "en"): Readonly<Record<string, string>> {
  const pembaca = { ...pembacaAsing(kamus), bahasa };
  const data = Object.fromEntries(SLOT.map((nama) => [nama, `{${nama}}`]));
  return Object.fromEntries(
    Object.entries(halamanIsianText).map(([nama, { kunci }]) => {
      const teks: Ungkapan = { kunci, data };
      return [nama, inPlainWords(pembaca, teks)];
    }),
  );
}
