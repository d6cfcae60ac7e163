// W7: the footprint. What an operator installs, how long until the bot answers after a restart, and what
// the process holds once nothing happens.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Child } from "../child.mjs";
import { installedMb } from "../installed.mjs";
import { residentMb } from "../memory.mjs";
import { startProgram } from "../program.mjs";
import { median } from "../statistics.mjs";

/** Whoever has just started holds what the start took; this long nothing happens. */
const IDLE_MS = 8_000;

const contenders = [
  { name: "sopir", packages: null, start: startSopir },
  ...[
    ["telegraf + session in SQLite", "bots/telegraf-session.mjs", ["telegraf", "better-sqlite3"]],
    [
      "grammY + conversations in SQLite",
      "bots/grammy-conversation.mjs",
      ["grammy", "@grammyjs/runner", "@grammyjs/conversations", "better-sqlite3"],
    ],
    ["telegraf, echo", "bots/telegraf-echo.mjs", ["telegraf"]],
  ].map(([name, file, packages]) => ({ name, packages, start: (given) => startBot(file, given) })),
];

/** The whole of `npm start`. */
async function startSopir({ url, dir }) {
  const { child } = await startProgram({ url, dir, databaseUrl: `file:${join(dir, "sopir.db")}` });
  return child;
}

async function startBot(file, { url, dir }) {
  const bot = new Child(file, { TOKEN: "1:bench", API_ROOT: url, DIR: dir });
  await bot.next();
  return bot;
}

/** Started once before, so that databases are there and files in the cache. */
async function measure({ start }) {
  const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
  const double = new Child("double.mjs");
  const { url } = await double.next();
  try {
    await (await start({ url, dir })).kill();
    const warm = mkdtempSync(join(tmpdir(), "sopir-bench-"));
    if (start === startSopir) cpSync(dir, warm, { recursive: true });
    const startMs = performance.now();
    const bot = await start({ url, dir: warm });
    const readyMs = performance.now() - startMs;
    const cpuMs = cpuMsOf(bot.pid);
    await sleep(IDLE_MS);
    const idleMb = residentMb(bot.pid);
    await bot.kill();
    rmSync(warm, { recursive: true });
    return { readyMs, cpuMs, idleMb };
  } finally {
    await double.kill();
    rmSync(dir, { recursive: true });
  }
}

/** Of user and system, in hundredths of a second. */
function cpuMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export const title = "W7: what is installed, a warm start until ready, memory once nothing happens";

export async function run({ rounds, note }) {
  const rows = [];
  for (const contender of contenders) {
    const results = [];
    for (let round = 1; round <= rounds; round += 1) {
      const result = await measure(contender);
      results.push(result);
      note(
        `${String(contender.name)}: ready in ${result.readyMs.toFixed(0)} ms, ${result.idleMb.toFixed(0)} MB`,
      );
    }
    const of = (pick) => median(results.map(pick)).toFixed(0);
    rows.push({
      "": contender.name,
      "installed MB": installedMb(contender.packages).toFixed(0),
      "start ms": of(({ readyMs }) => readyMs),
      "start CPU ms": of(({ cpuMs }) => cpuMs),
      "idle MB": of(({ idleMb }) => idleMb),
    });
  }
  return rows;
}
