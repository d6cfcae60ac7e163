import { chmodSync, copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../../src/cli/run.ts";
import { parseConfig } from "../../src/config.ts";
import { migratedSqlite } from "../support/store.ts";

/** What one command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The JSON document of `--json`. */
  readonly json: () => unknown;
}

export interface RunOptions {
  readonly now?: number;
  readonly lines?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly flows?: string;
  /** Whether `lines` are typed by somebody who can be asked. */
  readonly terminal?: boolean;
  /** Whether what is typed stands in the output, as a terminal shows it. */
  readonly echo?: boolean;
}

/** Runs one command as the terminal would, with its own stdin, clock and environment. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runCli(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    lines: async function* lines() {
      for (const line of options.lines ?? []) {
        if (options.echo === true) out += `${line}\n`;
        yield line;
      }
    },
    terminal: options.terminal ?? false,
    now: () => options.now ?? Date.parse("2026-11-21T08:00:00+08:00"),
    config: () => parseConfig(options.env ?? {}),
    flows: options.flows ?? "flows",
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

/** Installations begin with their tables: how these are made is not what commands are asked for. */
const migrated = await migratedSqlite();

/** A folder that is gone after the tests, and the environment of an installation in it. */
interface Installation {
  readonly env: Record<string, string>;
  readonly folder: string;
  readonly remove: () => void;
}

export function installation(): Installation {
  const folder = mkdtempSync(join(tmpdir(), "sopir-cli-"));
  const file = join(folder, "sopir.db");
  copyFileSync(migrated, file);
  // As the program itself makes it.
  chmodSync(file, 0o600);
  return {
    folder,
    env: { DATABASE_URL: `file:${file}`, DATA_DIR: folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Leaves an installation nobody has used yet as it is once `flows/kantor/peraga.yaml` was loaded. */
export async function withPeraga({ folder }: Installation): Promise<void> {
  loaded ??= load();
  cpSync(await loaded, folder, { recursive: true });
}

/** Its folder; loaded once per process of tests. */
let loaded: Promise<string> | null = null;

async function load(): Promise<string> {
  const { env, folder, remove } = installation();
  process.once("exit", remove);
  const { code, err } = await run(["kantor", "load", "flows/kantor/peraga.yaml"], { env });
  if (code !== 0) throw new Error(err);
  return folder;
}
