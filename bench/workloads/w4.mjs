// W4: the clock. How late reminders come that fall due as ten thousand an hour do, and what one look at the
// clock costs while so many wait and none is due.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createRehearsalClock } from "../../dist/parts.js";
import { Child } from "../child.mjs";
import { officeText } from "../office.mjs";
import { startPostgres } from "../postgres.mjs";
import { BEFORE, OPEN, openProduct, sqliteUrl } from "../product.mjs";
import { startProgram } from "../program.mjs";
import { percentile } from "../statistics.mjs";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const EVERY_MS = HOUR_MS / 10_000;
/** Everybody may be reminded again so much later: what falls due together goes as one message. */
const PEOPLE_MAX = 500;
const UNITS = 10;
const OPEN_TIMERS = [1_000, 100_000, 1_000_000];
/** Until everybody has started; what falls due before that on a slow machine does not count. */
const SETUP_MS = 20_000;
/** After the last is due: a look each minute, and the messages of that minute. */
const PATIENCE_MS = 90_000;

const sopir = {
  tickBot: "bots/sopir-tick.mjs",
  prepare: fill,
  async start({ url, dir, databaseUrl, list }) {
    // The seconds of both clocks are the same: whoever looks each minute does so at the same time.
    const shiftMs = Math.round((OPEN + HOUR_MS - Date.now()) / MINUTE_MS) * MINUTE_MS;
    await setTimers({ dir, databaseUrl, list, shiftMs });
    const clockMs = Date.now() + shiftMs;
    return (await startProgram({ url, dir, databaseUrl, clockMs })).child;
  },
};
const rival = (bot, variables = {}) => ({
  tickBot: bot,
  async start({ url, dir, databaseUrl, list }) {
    const common = { TOKEN: "1:bench", API_ROOT: url, DIR: dir, DATABASE_URL: databaseUrl };
    const child = new Child(bot, { ...common, ...variables });
    await child.next();
    await child.ask("schedule", { list });
    return child;
  },
});

const contenders = [
  { name: "sopir, SQLite", engine: "sqlite", ...sopir },
  { name: "sopir, PostgreSQL", engine: "postgresql", ...sopir },
  {
    name: "node-cron each minute, all rows",
    engine: "sqlite",
    ...rival("bots/cron-scan.mjs", { CRON: "* * * * *" }),
  },
  {
    name: "node-cron each second, all rows",
    engine: "sqlite",
    ...rival("bots/cron-scan.mjs", { CRON: "* * * * * *" }),
    tickBot: null,
  },
  { name: "pg-boss, PostgreSQL", engine: "postgresql", ...rival("bots/pg-boss.mjs") },
];

const officeOf = (n) => `kantor-${n}`;
const membersOf = (chats, n) =>
  chats
    .slice((n - 1) * UNITS, n * UNITS)
    .map((chat, at) => ({ chat, pegawaiId: `unit-${at + 1}` }));

/** Offices in the middle of a collection. */
async function fill({ dir, databaseUrl, chats }) {
  const clock = createRehearsalClock(BEFORE);
  const product = await openProduct({ url: databaseUrl, dir, clock });
  const offices = Math.ceil(chats.length / UNITS);
  for (let n = 1; n <= offices; n += 1) await product.load(officeOf(n), officeText(n, UNITS, 1));
  clock.set(OPEN);
  await product.runtime().tick();
  for (let n = 1; n <= offices; n += 1) await product.link(officeOf(n), membersOf(chats, n));
  await product.store.close();
}

/** The offices' own reminders make place for those of the list. */
async function setTimers({ dir, databaseUrl, list, shiftMs }) {
  const product = await openProduct({ url: databaseUrl, dir, clock: createRehearsalClock(OPEN) });
  const chats = [...new Set(list.map(({ chat }) => chat))];
  for (let n = 1; n <= Math.ceil(chats.length / UNITS); n += 1) {
    const kantorId = officeOf(n);
    const [{ state }] = await product.store.listBerkas(kantorId);
    const timers = membersOf(chats, n).flatMap(({ chat, pegawaiId }) => {
      const wait = state.waitList.find(({ pemegang }) => pemegang.pegawaiId === pegawaiId);
      const rule = { jam: "batas-periode", aturan: 0, ke: 0, eskalasi: null, hanya: null };
      const isi = { jenis: "pengingat", berkasId: state.id, waitId: wait.id, ...rule };
      return list
        .filter((one) => one.chat === chat)
        .map(({ atMs }) => ({ kunci: `bench:${chat}:${atMs}`, atMs: atMs + shiftMs, isi }));
    });
    const rows = timers.map((row) => ({ ...row, id: row.kunci, kantorId }));
    await product.commit(kantorId, {
      timers: [{ kind: "cancel", awalan: "" }, ...rows.map((row) => ({ kind: "set", row }))],
    });
  }
  await product.store.close();
}

/** Everybody at the same time, each with an API of their own: it is waiting most of the time. */
async function lateness(places, minutes, note) {
  const count = Math.floor((minutes * MINUTE_MS) / EVERY_MS);
  const chats = Array.from({ length: Math.min(count, PEOPLE_MAX) }, (_, n) => 1_001 + n);
  for (const { prepare, ...place } of places) await prepare?.({ ...place, chats });
  const fromMs = Math.ceil((Date.now() + SETUP_MS) / MINUTE_MS) * MINUTE_MS;
  const list = Array.from({ length: count }, (_, n) => ({
    chat: chats[n % chats.length],
    atMs: Math.floor(fromMs + n * EVERY_MS),
  }));
  const stages = [];
  try {
    for (const { name, start, ...place } of places) {
      const double = new Child("double.mjs");
      const driver = new Child("driver.mjs");
      const { url, wire } = await double.next();
      await driver.ask("connect", { port: wire });
      const bot = await start({ url, ...place, list });
      stages.push({ name, driver, children: [double, driver, bot] });
      note(`${name} is set up`);
    }
    const readyMs = Date.now();
    await sleep(fromMs + minutes * MINUTE_MS - Date.now());
    const late = new Map();
    for (const { name, driver } of stages) {
      const wanted = { chats, count: chats.length, timeoutMs: PATIENCE_MS };
      await driver.ask("heardBy", wanted);
      late.set(name, latenessOf(list, new Map(await driver.ask("heard")), readyMs));
    }
    return late;
  } finally {
    await Promise.all(stages.flatMap(({ children }) => children).map((child) => child.kill()));
  }
}

/** The first message of somebody is that of their first reminder, and so on. */
function latenessOf(list, heard, readyMs) {
  const turns = new Map();
  return list.flatMap(({ chat, atMs }) => {
    const turn = turns.get(chat) ?? 0;
    turns.set(chat, turn + 1);
    const at = heard.get(chat)?.[turn];
    return at === undefined || atMs < readyMs ? [] : [at - atMs];
  });
}

async function tickCosts({ tickBot, dir, databaseUrl }) {
  const bot = new Child(tickBot, { DIR: dir, DATABASE_URL: databaseUrl, CRON: "* * * * *" });
  try {
    await bot.next();
    const costs = [];
    let from = 0;
    for (const to of OPEN_TIMERS) {
      costs.push(await bot.ask("tick", { from, to }));
      from = to;
    }
    return costs;
  } finally {
    await bot.kill();
  }
}

export const title =
  "W4: reminders as ten thousand fall due in an hour, and a look at the clock while so many wait";

/** Two minutes of that hour, or (full) the whole of it. */
export async function run({ full, note }) {
  const postgres = await startPostgres();
  const dirs = [];
  const places = async (suffix) => {
    const list = [];
    for (const [at, contender] of contenders.entries()) {
      const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
      dirs.push(dir);
      const isSqlite = contender.engine === "sqlite";
      const databaseUrl = isSqlite
        ? sqliteUrl(dir)
        : await postgres.createDatabase(`w4_${suffix}_${at}`);
      list.push({ ...contender, dir, databaseUrl });
    }
    return list;
  };
  try {
    const late = await lateness(await places("late"), full ? 60 : 2, note);
    const rows = [];
    for (const place of await places("tick")) {
      const costs = place.tickBot === null ? null : await tickCosts(place);
      note(`${place.name}: ${JSON.stringify(costs)}`);
      rows.push(rowOf(place.name, late.get(place.name), costs));
    }
    return rows;
  } finally {
    await postgres.stop();
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
  }
}

function rowOf(name, late, costs) {
  const cost = (at) => (costs === null ? "as above" : costs[at].toFixed(1));
  return {
    "": name,
    reminders: String(late.length),
    "late p50 ms": percentile(late, 50).toFixed(0),
    "p99 ms": percentile(late, 99).toFixed(0),
    ...Object.fromEntries(
      OPEN_TIMERS.map((count, at) => [`look at ${count.toLocaleString("en")} ms`, cost(at)]),
    ),
  };
}
