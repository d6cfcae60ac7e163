// W1: the durable, ordered turn. 200 people each type ten figures inside /isi, the next one as soon as the
// last was answered. A figure counts only if it stands in the database after the bot was cut off.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Child } from "../child.mjs";
import { FIGURES } from "../office.mjs";
import { median, percentile } from "../statistics.mjs";

const OFFICES = 20;
const UNITS = 10;
const figure = (n) => String(81 + n);
const figureList = Array.from({ length: FIGURES }, (_, n) => figure(n));
const chats = Array.from({ length: OFFICES * UNITS }, (_, n) => 1_001 + n);

const contenders = [
  {
    name: "sopir",
    bot: "bots/sopir.mjs",
    async prepare(bot, driver) {
      const codes = await bot.ask("load", { offices: OFFICES, units: UNITS });
      const people = chats.map((chat, at) => ({ chat, textList: [`/start ${codes[at]}`] }));
      await driver.ask("talk", { people });
      await bot.ask("open");
    },
    found: (dir) =>
      query(dir, "sopir.db", "SELECT kode, isian FROM realisasi").filter(
        ({ kode, isian }) => JSON.parse(isian).nilai === 81 + Number(kode.split(".")[1]) - 1,
      ).length,
  },
  {
    name: "telegraf + session in SQLite",
    bot: "bots/telegraf-session.mjs",
    found: (dir) =>
      query(dir, "bench.db", "SELECT value FROM session")
        .flatMap(({ value }) => Object.entries(JSON.parse(value).figures))
        .filter(([kode, value]) => value === 81 + Number(kode.split(".")[1]) - 1).length,
  },
  {
    name: "grammY + conversations in SQLite",
    bot: "bots/grammy-conversation.mjs",
    found: (dir) =>
      query(dir, "bench.db", "SELECT kode, value FROM figure").filter(
        ({ kode, value }) => value === 81 + Number(kode.split(".")[1]) - 1,
      ).length,
  },
  { name: "telegraf, echo (keeps nothing)", bot: "bots/telegraf-echo.mjs", found: () => null },
];

function query(dir, name, sql) {
  const database = new Database(join(dir, name));
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

async function measure({ bot: file, prepare, found }) {
  const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
  const double = new Child("double.mjs");
  const driver = new Child("driver.mjs");
  const { url, wire } = await double.next();
  const bot = new Child(file, { TOKEN: "1:bench", API_ROOT: url, DIR: dir });
  try {
    await bot.next();
    await driver.ask("connect", { port: wire });
    await prepare?.(bot, driver);
    await driver.ask("talk", { people: chats.map((chat) => ({ chat, textList: ["/isi"] })) });
    const people = chats.map((chat) => ({ chat, textList: figureList }));
    const { seconds, latencyList } = await driver.ask("talk", { people });
    await bot.kill();
    const kept = found(dir);
    return {
      perSecond: (kept ?? latencyList.length) / seconds,
      p50: percentile(latencyList, 50),
      p99: percentile(latencyList, 99),
      kept,
      answered: latencyList.length,
    };
  } finally {
    await Promise.all([bot, double, driver].map((child) => child.kill()));
    rmSync(dir, { recursive: true, force: true });
  }
}

export const title = `W1: ${chats.length} people type ${FIGURES} figures each; figures a second, answered and kept`;

/** Rounds are interleaved: what else the machine does hits everybody alike. */
export async function run({ rounds, note }) {
  const resultsByName = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contender of contenders) {
      const result = await measure(contender);
      resultsByName.get(contender.name).push(result);
      note(
        `round ${round} ${contender.name}: ${result.perSecond.toFixed(0)}/s, kept ${result.kept ?? "-"} of ${result.answered}`,
      );
    }
  }
  const own = median(resultsByName.get("sopir").map(({ perSecond }) => perSecond));
  return [...resultsByName].map(([name, results]) => {
    const of = (pick) => median(results.map(pick));
    const perSecond = of((one) => one.perSecond);
    return {
      "": name,
      "figures/s": perSecond.toFixed(0),
      "of sopir": `${(perSecond / own).toFixed(2)}×`,
      "p50 ms": of((one) => one.p50).toFixed(0),
      "p99 ms": of((one) => one.p99).toFixed(0),
      lost: results.every(({ kept }) => kept === null)
        ? "all"
        : String(results.reduce((sum, { answered, kept }) => sum + answered - kept, 0)),
    };
  });
}
