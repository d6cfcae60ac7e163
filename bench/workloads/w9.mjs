// W9: the day of a deadline in 7,288 offices on one PostgreSQL. Updates come by webhook to one, two and four
// processes, as a proxy would spread them; a turn counts when its webhook is answered, which is when it is
// in the database. Telegram's own pace holds the answers back, so nobody waits for those here.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, Pool } from "pg";
import { createRehearsalClock } from "../../dist/parts.js";
import { Child } from "../child.mjs";
import { officeText } from "../office.mjs";
import { CHATS, multiplyOffice } from "../offices.mjs";
import { startPostgres } from "../postgres.mjs";
import { BEFORE, OPEN, openProduct } from "../product.mjs";
import { startProgram } from "../program.mjs";
import { percentile } from "../statistics.mjs";

/** Kecamatan of Indonesia. */
const OFFICES = { part: 1_000, full: 7_288 };
const SECONDS = { part: 10, full: 60 };
const UNITS = 4;
const FIGURES = 5;
const PROCESSES = [1, 2, 4];
/** People who write at the same time. */
const AT_ONCE = 32;
const SECRET = "bench";
/** The last day of a collection, in the morning. */
const DEADLINE = Date.parse("2027-01-11T09:00:00+08:00");
const FIGURE = "81";
const textList = ["/tugas", "/isi", ...Array.from({ length: FIGURES }, () => FIGURE), "kirim"];
const COMMITS_MS = 3_000;

/** One office in the middle of its collection, written by the product, and copies of it. */
async function fill({ databaseUrl, dir, offices }) {
  const clock = createRehearsalClock(BEFORE);
  const product = await openProduct({ url: databaseUrl, dir, clock });
  await product.load("kantor-0", officeText(0, UNITS, FIGURES));
  clock.set(OPEN);
  await product.runtime().tick();
  const units = Array.from({ length: UNITS }, (_, at) => ({
    pegawaiId: `unit-${at + 1}`,
    chat: at + 1,
  }));
  await product.link("kantor-0", units);
  await product.store.close();
  await multiplyOffice(databaseUrl, offices, DEADLINE + 3_600_000);
}

/** Everybody of every third office, beginning with this one: no run meets an office of another. */
/** Longer than a process that lives leaves an update that was passed on to it. */
const PATIENCE_S = 20;

const chatsOf = (run, offices) =>
  Array.from({ length: Math.ceil((offices - run) / PROCESSES.length) }, (_, n) => n)
    .toSorted((a, b) => ((a * 7_919) % offices) - ((b * 7_919) % offices))
    .flatMap((n) => unitChats(run + n * PROCESSES.length));
const unitChats = (office) => Array.from({ length: UNITS }, (_, at) => office * CHATS + at + 1);

async function measure({ processes, run, offices, seconds, place, driver, client }) {
  const double = new Child("double.mjs");
  const { url } = await double.next();
  const programs = [];
  try {
    for (let n = 0; n < processes; n += 1) {
      const variables = {
        TELEGRAM_WEBHOOK_URL: "https://bench.invalid",
        TELEGRAM_WEBHOOK_SECRET: SECRET,
      };
      programs.push(await startProgram({ url, ...place, clockMs: DEADLINE, variables }));
    }
    const before = await stateOf(client);
    const given = { chats: chatsOf(run, offices), textList, atOnce: AT_ONCE, seconds };
    const ports = programs.map(({ port }) => port);
    const talked = await driver.ask("talk", { ports, secret: SECRET, ...given });
    // Backends tell what they did only now and then; what was passed on may still wait for its process.
    await sleep(1_500);
    const waiting = await worked(client);
    const after = await stateOf(client);
    return {
      ...talked,
      perSecond: talked.latencyList.length / talked.seconds,
      commits: (after.commits - before.commits) / talked.seconds,
      connections: after.connections,
      lost: (talked.stored[FIGURE] ?? 0) - (after.figures - before.figures),
      waiting,
    };
  } finally {
    await Promise.all([double, ...programs.map(({ child }) => child)].map((one) => one.kill()));
  }
}

/** Waits until no update that was passed on waits any more, for some seconds at most; how many do then. */
async function worked(client) {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await client.query("SELECT count(*)::int AS waiting FROM passed_update");
    if (rows[0].waiting === 0 || tries === PATIENCE_S) return rows[0].waiting;
    await sleep(1_000);
  }
}

async function stateOf(client) {
  const { rows } = await client.query(`SELECT xact_commit::int AS commits,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
    (SELECT count(*)::int FROM realisasi) AS figures
    FROM pg_stat_database WHERE datname = current_database()`);
  return rows[0];
}

/** How many commits of one small row each this server takes a second, from as many clients. */
async function bareCommits(databaseUrl) {
  const pool = new Pool({ connectionString: databaseUrl, max: AT_ONCE });
  await pool.query("CREATE TABLE bench_commit (id serial PRIMARY KEY, text text)");
  const untilMs = performance.now() + COMMITS_MS;
  let count = 0;
  const work = async () => {
    for (; performance.now() < untilMs; count += 1) {
      await pool.query("INSERT INTO bench_commit (text) VALUES ('bench')");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await pool.end();
  return count / (COMMITS_MS / 1_000);
}

export const title = `W9: the day of a deadline, offices with ${UNITS * FIGURES} indicators on one PostgreSQL; 7,288 with --full`;

export async function run({ full, note }) {
  const size = full ? "full" : "part";
  const offices = OFFICES[size];
  const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
  const postgres = await startPostgres();
  const driver = new Child("webhook-driver.mjs");
  try {
    await driver.next();
    const databaseUrl = await postgres.createDatabase("w9");
    await fill({ databaseUrl, dir, offices });
    note(`${offices} offices filled`);
    const bare = await bareCommits(databaseUrl);
    const client = new Client(databaseUrl);
    await client.connect();
    const results = [];
    for (const [run, processes] of PROCESSES.entries()) {
      const place = { databaseUrl, dir };
      const seconds = SECONDS[size];
      results.push(await measure({ processes, run, offices, seconds, place, driver, client }));
      note(`${processes} processes: ${results.at(-1).perSecond.toFixed(0)}/s`);
    }
    await client.end();
    return results.map((one, at) =>
      rowOf(one, { processes: PROCESSES[at], offices, bare, results }),
    );
  } finally {
    await driver.kill();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const rowOf = (one, { processes, offices, bare, results }) => ({
  processes: String(processes),
  offices: offices.toLocaleString("en"),
  "turns/s": one.perSecond.toFixed(0),
  "of one": `${(one.perSecond / results[0].perSecond).toFixed(2)}×`,
  "p50 ms": percentile(one.latencyList, 50).toFixed(0),
  "p99 ms": percentile(one.latencyList, 99).toFixed(0),
  "sent again": String(one.refused),
  "still passed on": String(one.waiting),
  "figures lost": String(one.lost),
  "commits/s": one.commits.toFixed(0),
  "bare commits/s": bare.toFixed(0),
  connections: String(one.connections),
});
