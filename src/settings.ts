import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { writeDurably } from "./store/durable-file.ts";

/** Variables by name; what is empty counts as not set. */
type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that are set from the first page or the command line, and by no hand. */
export interface SavedSettings {
  readonly TELEGRAM_BOT_TOKEN?: string;
  readonly PERAGA?: "false" | "";
}

/** A token as BotFather prints it. */
export const BOT_TOKEN = /^\d+:[\w-]+$/;

/** Where they are kept: in the folder that survives whatever becomes of the program beside it. */
export const settingsFile = (dataDir: string): string => join(dataDir, "sopir.env");

/**
 * Everything that was set, the nearest first: the shell, `.env` of the working directory, and what was
 * saved in the data folder. A variable that the shell has is the shell's, even an empty one.
 */
export function readSettings(shell: Variables): Variables {
  const near = { ...variablesOf(".env"), ...shell };
  const saved = variablesOf(settingsFile(near["DATA_DIR"] || "./data"));
  const missing = Object.entries(saved).filter(([name]) => !near[name]);
  return { ...near, ...Object.fromEntries(missing) };
}

/** Keeps settings for every start to come, where only the owner of the program can read them. */
export async function saveSettings(dataDir: string, settings: SavedSettings): Promise<void> {
  const file = settingsFile(dataDir);
  const all = Object.entries({ ...variablesOf(file), ...settings }).filter(([, value]) => value);
  const text = all.map(([name, value]) => `${name}=${value}\n`).join("");
  await writeDurably(
    `${file}.${randomUUID()}`,
    (handle) => handle.writeFile(`${HEAD}${text}`),
    () => file,
  );
}

const HEAD =
  "# Written by the program; .env and the shell win over it. Secret: it may hold the token.\n";

const variablesOf = (file: string): Variables =>
  existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
