import { existsSync } from "node:fs";
import { z } from "zod";
import { type BackupConfig, backupConfigOf, backupVariables } from "./backup-config.ts";
import { conflictsOf } from "./config-conflicts.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { Secret } from "./secret.ts";
import { BOT_TOKEN, readSettings } from "./settings.ts";

const webhookPath = "/telegram/webhook";
const pagePath = "/isian";
/** The newest when this was written; Meta keeps each for about two years. */
const graphVersion = "v25.0";
const flag = z.stringbool("must be true or false");
const text = (hint: RegExp, message: string) => z.string().regex(hint, message);
const webUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" });

/** Every variable the program reads, with its default; a message completes "NAME …". */
const Env = z.object({
  NODE_ENV: z.string().default("development"),
  DATABASE_URL: text(
    /^(file:|postgres(ql)?:\/\/)./,
    "must start with file: (embedded SQLite) or postgresql:// (PostgreSQL)",
  ).default("file:./data/sopir.db"),
  DATA_DIR: z.string().default("./data"),
  ...backupVariables,
  HOST: z.string().default("127.0.0.1"),
  PORT: text(/^\d{1,5}$/, "must be a port number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a port number from 0 to 65535")
    .default(3000),
  TELEGRAM_BOT_TOKEN: text(
    BOT_TOKEN,
    "must be a bot token as BotFather prints it, digits:letters",
  ).optional(),
  TELEGRAM_API_ROOT: webUrl.default("https://api.telegram.org"),
  TELEGRAM_PIN: flag.default(true),
  TELEGRAM_WEBHOOK_URL: webUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: text(
    /^[\w-]{1,256}$/,
    "must be 1 to 256 letters, digits, _ or -",
  ).optional(),
  TELEGRAM_MINI_APP_URL: z
    .url({ protocol: /^https$/, error: "must be an https URL: Telegram opens no other" })
    .optional(),
  WHATSAPP_ENABLED: flag.default(false),
  WHATSAPP_CHROMIUM_PATH: z.string().optional(),
  WHATSAPP_CHROMIUM_ARGS: z.string().default(""),
  WHATSAPP_POLLS: flag.default(false),
  WHATSAPP_SIARAN: flag.default(false),
  WHATSAPP_PAIRING_NUMBER: text(
    /^\+?[1-9][\d -]{7,20}$/,
    "must be a phone number with its country code, such as 6281234567890",
  ).optional(),
  WHATSAPP_CLOUD_TOKEN: z.string().min(1).optional(),
  WHATSAPP_CLOUD_PHONE_ID: text(
    /^\d{5,20}$/,
    "must be Meta's id of the number, which is digits and not the number itself",
  ).optional(),
  WHATSAPP_CLOUD_ACCOUNT_ID: text(
    /^\d{5,20}$/,
    "must be the id of the WhatsApp Business account, which is digits",
  ).optional(),
  WHATSAPP_CLOUD_APP_SECRET: z.string().min(1).optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: text(
    /^[\w-]{16,256}$/,
    "must be 16 to 256 letters, digits, _ or -",
  ).optional(),
  WHATSAPP_CLOUD_API_ROOT: webUrl.default("https://graph.facebook.com"),
  WHATSAPP_CLOUD_API_VERSION: text(/^v\d{1,3}\.\d$/, "must look like v25.0").default(graphVersion),
  WHATSAPP_CLOUD_MONTHLY_MAX: text(/^\d{1,7}$/, "must be a number of messages a month")
    .transform(Number)
    .optional(),
  PERAGA: flag.optional(),
  CLOCK: z.enum(["system", "rehearsal"], "must be system or rehearsal").optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .default("info"),
  LOG_PRETTY: flag.default(false),
});
type Env = z.infer<typeof Env>;

/** Names of all variables, for the test that keeps `.env.example` complete. */
export const variableList: readonly string[] = Object.keys(Env.shape);

/** What the process was told, checked and frozen. Null means "not turned on". */
export interface Config {
  readonly production: boolean;
  /** Secret because a PostgreSQL URL carries a password. */
  readonly databaseUrl: Secret;
  readonly dataDir: string;
  readonly backup: BackupConfig;
  readonly http: { readonly host: string; readonly port: number };
  readonly telegram: TelegramConfig | null;
  /** The Bot API server, whether or not there is a token for it. */
  readonly telegramApiRoot: string;
  readonly whatsapp: WhatsappConfig | null;
  readonly whatsappCloud: WhatsappCloudConfig | null;
  /** Serve the simulator: not at all, to this machine, or to whoever reaches HOST. */
  readonly peraga: "off" | "local" | "open";
  /** Load the demo office: asked for, or nothing real is connected. */
  readonly demo: boolean;
  /** `demo` is a rehearsal clock that starts where the demo office is about to have work. */
  readonly clock: "system" | "rehearsal" | "demo";
  readonly log: { readonly level: Env["LOG_LEVEL"]; readonly pretty: boolean };
}

export interface TelegramConfig {
  readonly token: Secret;
  readonly apiRoot: string;
  /** Whether the running berkas are kept at the top of people's chats. */
  readonly pin: boolean;
  /** Null means long polling. */
  readonly webhook: { readonly url: string; readonly secret: Secret } | null;
  /** Where Telegram finds the page on which figures are filled in; null where no page is offered. */
  readonly page: string | null;
}

export interface WhatsappConfig {
  readonly chromiumPath: string | null;
  readonly chromiumArgs: readonly string[];
  /** Choices go out as polls where they fit. */
  readonly polls: boolean;
  /** Messages to many go out too, slowly. */
  readonly broadcasts: boolean;
  /** Digits only, with the country code; null means pairing by QR. */
  readonly pairingNumber: Secret | null;
}

export interface WhatsappCloudConfig {
  readonly token: Secret;
  readonly phoneId: string;
  /** The account that has the templates; only the command line asks for it. */
  readonly accountId: string | null;
  readonly appSecret: Secret;
  readonly verifyToken: Secret;
  readonly apiRoot: string;
  readonly version: string;
  /** Messages a month that may be charged for; null for no limit. */
  readonly perMonthMax: number | null;
}

/** The environment cannot be used; `problems` holds one sentence for each variable at fault. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment cannot be used.\n${problems.map((line) => `- ${line}`).join("\n")}`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** What the program was started with, before any file had a say. */
const shell = { ...process.env };

/** Reads the shell's variables and the files of settings beside and below the program, then parses. */
export function loadConfig(): Config {
  // some libraries look for variables of their own there
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseConfig(readSettings(shell));
}

/** Parses variables into a frozen configuration, or throws one ConfigError naming every problem. */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  // an empty value, as a copied .env.example has, counts as not set
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  const faults = parsed.error?.issues ?? [];
  const problems = [
    ...faults.map(({ path, message }) => `${path.join(".")} ${message}.`),
    ...conflictsOf(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return deepFreeze(configOf(parsed.data));
}

function configOf(env: Env): Config {
  const production = env.NODE_ENV === "production";
  const connected =
    env.WHATSAPP_ENABLED ||
    [env.TELEGRAM_BOT_TOKEN, env.WHATSAPP_CLOUD_TOKEN].some((token) => token !== undefined);
  const demo = env.PERAGA ?? (!connected && !production);
  return {
    production,
    databaseUrl: new Secret(env.DATABASE_URL),
    dataDir: env.DATA_DIR,
    backup: backupConfigOf(env),
    http: { host: env.HOST, port: env.PORT },
    telegram: telegramOf(env),
    telegramApiRoot: apiRootOf(env),
    whatsapp: whatsappOf(env),
    whatsappCloud: whatsappCloudOf(env),
    peraga: peragaOf(env, production),
    demo,
    clock: env.CLOCK ?? (demo && !connected && !production ? "demo" : "system"),
    log: { level: env.LOG_LEVEL, pretty: env.LOG_PRETTY },
  };
}

/** In production it must be asked for; to be seen from elsewhere it must be asked for as well. */
function peragaOf(
  { PERAGA, TELEGRAM_BOT_TOKEN, WHATSAPP_CLOUD_TOKEN, HOST }: Env,
  production: boolean,
): Config["peraga"] {
  const token = TELEGRAM_BOT_TOKEN ?? WHATSAPP_CLOUD_TOKEN;
  const wanted = PERAGA ?? (token === undefined && !production);
  if (!wanted) return "off";
  return PERAGA === true && !isLoopback(HOST) ? "open" : "local";
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Whether an address to listen on can be reached from this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

function telegramOf(env: Env): Config["telegram"] {
  if (env.TELEGRAM_BOT_TOKEN === undefined) return null;
  return {
    token: new Secret(env.TELEGRAM_BOT_TOKEN),
    apiRoot: apiRootOf(env),
    pin: env.TELEGRAM_PIN,
    webhook: webhookOf(env),
    page: env.TELEGRAM_MINI_APP_URL === undefined ? null : at(env.TELEGRAM_MINI_APP_URL, pagePath),
  };
}

const apiRootOf = ({ TELEGRAM_API_ROOT }: Env): string => TELEGRAM_API_ROOT.replace(/\/+$/, "");

function webhookOf(env: Env): TelegramConfig["webhook"] {
  if (env.TELEGRAM_WEBHOOK_URL === undefined || env.TELEGRAM_WEBHOOK_SECRET === undefined)
    return null;
  const url = at(env.TELEGRAM_WEBHOOK_URL, webhookPath);
  return { url, secret: new Secret(env.TELEGRAM_WEBHOOK_SECRET) };
}

/** A bare host means our own path; a path is kept, a proxy may rewrite it. */
function at(address: string, path: string): string {
  const url = new URL(address);
  if (url.pathname === "/") url.pathname = path;
  return url.href;
}

function whatsappOf(env: Env): Config["whatsapp"] {
  if (!env.WHATSAPP_ENABLED) return null;
  const pairing = env.WHATSAPP_PAIRING_NUMBER;
  return {
    chromiumPath: env.WHATSAPP_CHROMIUM_PATH ?? null,
    chromiumArgs: env.WHATSAPP_CHROMIUM_ARGS.split(/\s+/).filter(Boolean),
    polls: env.WHATSAPP_POLLS,
    broadcasts: env.WHATSAPP_SIARAN,
    pairingNumber: pairing === undefined ? null : new Secret(pairing.replace(/\D/g, "")),
  };
}

function whatsappCloudOf(env: Env): Config["whatsappCloud"] {
  const { WHATSAPP_CLOUD_TOKEN: token, WHATSAPP_CLOUD_PHONE_ID: phoneId } = env;
  const { WHATSAPP_CLOUD_APP_SECRET: appSecret, WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken } = env;
  if (token === undefined || phoneId === undefined) return null;
  if (appSecret === undefined || verifyToken === undefined) return null;
  return {
    token: new Secret(token),
    phoneId,
    accountId: env.WHATSAPP_CLOUD_ACCOUNT_ID ?? null,
    appSecret: new Secret(appSecret),
    verifyToken: new Secret(verifyToken),
    apiRoot: env.WHATSAPP_CLOUD_API_ROOT.replace(/\/+$/, ""),
    version: env.WHATSAPP_CLOUD_API_VERSION,
    perMonthMax: env.WHATSAPP_CLOUD_MONTHLY_MAX ?? null,
  };
}

/** What must stand in no log. */
export const secretsOf = ({
  databaseUrl,
  telegram,
  whatsapp,
  whatsappCloud,
}: Config): readonly string[] =>
  [
    databaseUrl,
    telegram?.token,
    telegram?.webhook?.secret,
    whatsapp?.pairingNumber,
    whatsappCloud?.token,
    whatsappCloud?.appSecret,
    whatsappCloud?.verifyToken,
  ].flatMap((one) => one?.reveal() ?? []);
