// W7: the footprint. What an operator installs, how long until the bot answers after a restart, and what
// the process holds once nothing happens.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Child } from "../child.mjs";
import { median } from "../statistics.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Whoever has just started holds what the start took; this long nothing happens. */
const IDLE_MS = 8_000;

const contenders = [
  { name: "sopir (npm start, warm)", folder: root, start: startSopir },
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

/** The whole of `npm start`, until `/readyz` says yes. */
async function startSopir({ url, dir }) {
  const port = await freePort();
  const child = new Child("../scripts/start.mjs", {
    DATABASE_URL: `file:${join(dir, "sopir.db")}`,
    DATA_DIR: dir,
    TELEGRAM_BOT_TOKEN: "1:bench",
    TELEGRAM_API_ROOT: url,
    PORT: String(port),
    LOG_LEVEL: "error",
  });
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) await sleep(10);
  return child;
}

async function startBot(file, { url, dir }) {
  const bot = new Child(file, { TOKEN: "1:bench", API_ROOT: url, DIR: dir });
  await bot.next();
  return bot;
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Started once before, so that databases are there and files in the cache. */
async function measure({ start }) {
  const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
  const double = new Child("double.mjs");
  const { url } = await double.next();
  try {
    await (await start({ url, dir: join(dir) })).kill();
    const warm = mkdtempSync(join(tmpdir(), "sopir-bench-"));
    if (start === startSopir) cpSync(dir, warm, { recursive: true });
    const startMs = performance.now();
    const bot = await start({ url, dir: warm });
    const readyMs = performance.now() - startMs;
    await sleep(IDLE_MS);
    const idleMb = residentMb(bot.pid);
    await bot.kill();
    rmSync(warm, { recursive: true });
    return { readyMs, idleMb };
  } finally {
    await double.kill();
    rmSync(dir, { recursive: true });
  }
}

const residentMb = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1_024;

/** What `npm ci --omit=dev` puts on the disk, by the lockfile and the packages as they are here. */
function installedMb({ folder, packages }) {
  const omit = folder === undefined ? [] : ["--omit=dev"];
  const cwd = folder ?? join(root, "bench");
  if (folder === undefined) return treeMb(packages);
  const list = execFileSync("npm", ["ls", "--all", "--parseable", ...omit], {
    cwd,
    encoding: "utf8",
  });
  return megabytes(list.split("\n").slice(1).filter(Boolean));
}
