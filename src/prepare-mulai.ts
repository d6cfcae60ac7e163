import { randomBytes } from "node:crypto";
import type { Deps } from "./app/deps.ts";
import { createFirstRun } from "./app/mulai/first-run.ts";
import type { Documents } from "./app/ports/documents.ts";
import { loadCatalog } from "./catalog/load.ts";
import { identify } from "./channels/telegram/identify.ts";
import { type Config, isLoopback } from "./config.ts";
import type { Entry } from "./http/mulai/entry.ts";
import { createMulaiRoutes } from "./http/mulai/routes.ts";
import { tautanFor } from "./invite-link.ts";
import { BOT_TOKEN, saveSettings } from "./settings.ts";
import { shipped } from "./shipped.ts";

export interface MulaiOptions
  extends Pick<Deps, "store" | "files" | "random" | "clock" | "log" | "kamus"> {
  readonly config: Config;
  /** The messengers that are turned on. */
  readonly services: { readonly channels: readonly unknown[] };
  readonly documents: Documents;
  readonly entry: Entry;
  readonly restart: () => void;
}

/** The first page, ready to be served. */
export interface FirstPage {
  readonly routes: ReturnType<typeof createMulaiRoutes>;
  /** Where it is told to be, by the address the program listens at; null once a messenger is connected. */
  addressAt(address: string): string | null;
}

/** Makes the first page. */
export const prepareMulai = (options: MulaiOptions): FirstPage => ({
  routes: routesOf(options),
  addressAt: (address) => addressAt(options, address),
});

function routesOf(options: MulaiOptions): FirstPage["routes"] {
  const { config, entry, restart } = options;
  const { telegram, telegramApiRoot, dataDir } = config;
  return createMulaiRoutes({
    mulai: createFirstRun({
      ...options,
      connected: isConnected(options),
      tersedia: () => loadCatalog(shipped.flows),
      cara: config.clock === "system" ? "kantor" : "peraga",
      token: telegram !== null,
      tautan: () => tautanFor(config),
    }),
    periksaToken: async (token) =>
      BOT_TOKEN.test(token) ? identify(token, telegramApiRoot) : { kind: "bukan-token" },
    simpanToken: (token) => saveSettings(dataDir, { TELEGRAM_BOT_TOKEN: token, PERAGA: "" }),
    simpanCara: (cara) => saveSettings(dataDir, { PERAGA: cara === "kantor" ? "false" : "" }),
    restart,
    entry,
    token: randomBytes(24).toString("base64url"),
    pageDir: shipped.mulai,
  });
}

/** The address of the first page; with the key, where others than this machine may come. */
function addressAt(options: MulaiOptions, address: string): string | null {
  if (isConnected(options)) return null;
  const { config, entry } = options;
  const key = isLoopback(config.http.host) ? null : entry.key();
  return `${address}/mulai${key === null ? "" : `?kunci=${key}`}`;
}

const isConnected = ({ services }: MulaiOptions): boolean => services.channels.length > 0;
