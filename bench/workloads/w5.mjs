// W5: a broadcast to 500 people while others go on asking, against limits that are enforced; then another
// one in the middle of which the program is cut off and started anew.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createRehearsalClock } from "../../dist/parts.js";
import { Child } from "../child.mjs";
import { officeText } from "../office.mjs";
import { BEFORE, openProduct, sqliteUrl } from "../product.mjs";
import { startProgram } from "../program.mjs";
import { median, percentile } from "../statistics.mjs";

const RECEIVERS = 500;
const SENDER = 1_000;
const receivers = Array.from({ length: RECEIVERS }, (_, n) => 1_001 + n);
const askers = Array.from({ length: 20 }, (_, n) => 2_001 + n);
const ASK_EVERY_MS = 500;
/** What Telegram bears. */
const PER_SECOND = 30;
/** Nobody waits longer for a message that may have been lost. */
const PATIENCE_MS = 90_000;
/** Half of it and a start need less, on a busy machine too. */
const CUT_PATIENCE_MS = 25_000;
/** Whoever gets a message twice has it by then. */
const AFTERWARDS_MS = 3_000;

const contenders = [
  {
    name: "sopir",
    prepare: fill,
    async start({ url, dir }) {
      const clockMs = BEFORE + 60_000;
      return (await startProgram({ url, dir, databaseUrl: sqliteUrl(dir), clockMs })).child;
    },
    /** The dialogue before the last word. */
    lead: ["/siaran Rapat Kamis pukul 09.00 di aula.", "semua"],
  },
  {
    name: "telegraf, one after the other",
    async start({ url }) {
      const variables = { TOKEN: "1:bench", API_ROOT: url, CHATS: JSON.stringify(receivers) };
      const bot = new Child("bots/telegraf-broadcast.mjs", variables);
      await bot.next();
      return bot;
    },
    lead: [],
  },
];

/** Two offices: one whose people hear the broadcast, one whose people ask meanwhile. */
async function fill(dir) {
  const clock = createRehearsalClock(BEFORE);
  const product = await openProduct({ url: sqliteUrl(dir), dir, clock });
  const offices = [
    { id: "kantor-1", text: officeText(1, RECEIVERS, 1), chats: receivers },
    { id: "kantor-2", text: officeText(2, askers.length, 1), chats: askers },
  ];
  for (const { id, text, chats } of offices) {
    const { kantor } = await product.load(id, text);
    const units = chats.map((chat, at) => ({ pegawaiId: `unit-${at + 1}`, chat }));
    await product.link(kantor.id, units);
  }
  await product.link("kantor-1", [{ pegawaiId: "sekcam", chat: SENDER }]);
  await product.store.close();
}

async function measure({ prepare, start, lead }) {
  const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
  const double = new Child("double.mjs", { LIMITS: "1" });
  const driver = new Child("driver.mjs");
  const { url, wire } = await double.next();
  await prepare?.(dir);
  const running = { bot: await start({ url, dir }) };
  try {
    await driver.ask("connect", { port: wire });
    const whole = await broadcast(driver, double, lead);
    const cut = await broadcastCut(driver, lead, async () => {
      await running.bot.kill();
      running.bot = await start({ url, dir });
    });
    return { ...whole, ...cut };
  } finally {
    await Promise.all([running.bot, double, driver].map((child) => child.kill()));
    rmSync(dir, { recursive: true, force: true });
  }
}

const leadIn = (driver, lead) =>
  lead.length > 0 && driver.ask("talk", { people: [{ chat: SENDER, textList: lead }] });

async function broadcast(driver, double, lead) {
  await driver.ask("pulse", { chats: askers, text: "/tugas", everyMs: ASK_EVERY_MS });
  await leadIn(driver, lead);
  await driver.ask("forget");
  const before = await double.ask("counts");
  const startMs = await driver.ask("tell", { chat: SENDER, text: "kirim" });
  await driver.ask("heardBy", { chats: receivers, count: RECEIVERS, timeoutMs: PATIENCE_MS });
  const after = await double.ask("counts");
  const latencyList = await driver.ask("stopPulse");
  const heard = new Map(await driver.ask("heard"));
  const endMs = Math.max(...receivers.map((chat) => heard.get(chat)?.[0] ?? Number.NaN));
  const sent = after.sent - before.sent;
  const seconds = (endMs - startMs) / 1_000;
  return {
    seconds,
    ofFloor: seconds / (sent / PER_SECOND),
    refused: after.refused - before.refused,
    p50: percentile(latencyList, 50),
    p99: percentile(latencyList, 99),
  };
}

/** The same, cut off when half of them have it. */
async function broadcastCut(driver, lead, restart) {
  await leadIn(driver, lead);
  await driver.ask("forget");
  await driver.ask("tell", { chat: SENDER, text: "kirim" });
  const half = { chats: receivers, count: RECEIVERS / 2, timeoutMs: PATIENCE_MS };
  await driver.ask("heardBy", half);
  await restart();
  await driver.ask("heardBy", { ...half, count: RECEIVERS, timeoutMs: CUT_PATIENCE_MS });
  await sleep(AFTERWARDS_MS);
  const heard = new Map(await driver.ask("heard"));
  const times = receivers.map((chat) => heard.get(chat)?.length ?? 0);
  return {
    missed: times.filter((count) => count === 0).length,
    twice: times.filter((count) => count === 2).length,
    oftener: times.filter((count) => count > 2).length,
  };
}

export const title = `W5: a broadcast to ${RECEIVERS} people at ${PER_SECOND} messages a second, others asking meanwhile`;

/** Limits that are enforced leave little to chance: one round, unless all sizes are asked for. */
export async function run({ rounds, full, note }) {
  const resultsByName = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= (full ? rounds : 1); round += 1) {
    for (const contender of contenders) {
      const result = await measure(contender);
      resultsByName.get(contender.name).push(result);
      note(`round ${round} ${contender.name}: ${JSON.stringify(result)}`);
    }
  }
  return [...resultsByName].map(([name, results]) => {
    const of = (pick, digits = 0) => median(results.map(pick)).toFixed(digits);
    const most = (pick) => String(Math.max(...results.map(pick)));
    return {
      "": name,
      "time s": of((one) => one.seconds, 1),
      "of the floor": `${of((one) => one.ofFloor, 2)}×`,
      refused: of((one) => one.refused),
      "answer p50 ms": of((one) => one.p50),
      "p99 ms": of((one) => one.p99),
      "cut off: missed": most((one) => one.missed),
      twice: most((one) => one.twice),
      oftener: most((one) => one.oftener),
    };
  });
}
