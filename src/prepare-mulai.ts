import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Deps } from "./app/deps.ts";
import { createFirstRun } from "./app/mulai/first-run.ts";
import type { Documents } from "./app/ports/documents.ts";
import { loadCatalog } from "./catalog/load.ts";
import { identify } from "./channels/telegram/identify.ts";
import { type Config, isBotToken, isLoopback } from "./config.ts";
import type { Entry } from "./http/mulai/entry.ts";
import { createMulaiRoutes } from "./http/mulai/routes.ts";
import { tautanFor } from "./invite-link.ts";
import { saveSettings } from "./settings.ts";

export interface MulaiOptions extends Pick<Deps, "store" | "random" | "clock" | "log" | "kamus"> {
  readonly config: Config;
  readonly documents: Documents;
  readonly entry: Entry;
  readonly restart: () => void;
}

const flows = fileURLToPath(new URL("../flows", import.meta.url));

/** The first page, ready to be served. */
export function prepareMulai(options: MulaiOptions): ReturnType<typeof createMulaiRoutes> {
  const { config, entry, restart } = options;
  const { telegram, whatsapp, telegramApiRoot, dataDir } = config;
  return createMulaiRoutes({
    mulai: createFirstRun({
      ...options,
      tersedia: () => loadCatalog(flows),
      cara: config.clock === "system" ? "kantor" : "peraga",
      token: telegram !== null,
      connected: telegram !== null || whatsapp !== null,
      tautan: () => tautanFor(config),
    }),
    periksaToken: async (token) =>
      isBotToken(token) ? identify(token, telegramApiRoot) : { kind: "bukan-token" },
    simpanToken: (token) => saveSettings(dataDir, { TELEGRAM_BOT_TOKEN: token, PERAGA: "" }),
    simpanCara: (cara) => saveSettings(dataDir, { PERAGA: cara === "kantor" ? "false" : "" }),
    restart,
    entry,
    token: randomBytes(24).toString("base64url"),
    pageDir: fileURLToPath(new URL("./http/mulai/page", import.meta.url)),
  });
}

/** Where a started program is found, for whoever reads what it prints. */
export interface Addresses {
  readonly address: string;
  /** Of the first page; null where there is a messenger already. */
  readonly mulai: string | null;
}

/** With the key, where others than this machine may come. */
export function addressesOf(config: Config, address: string, entry: Entry): Addresses {
  const { telegram, whatsapp, http } = config;
  const key = isLoopback(http.host) ? null : entry.key();
  const mulai = `${address}/mulai${key === null ? "" : `?kunci=${key}`}`;
  return { address, mulai: telegram === null && whatsapp === null ? mulai : null };
}
