// sopir's look at the clock, alone: what it costs with so many timers open and none due.
import Database from "better-sqlite3";
import { Client } from "pg";
import { createRehearsalClock } from "../../dist/parts.js";
import { officeText } from "../office.mjs";
import { BEFORE, openProduct } from "../product.mjs";
import { serve, timed } from "./act.mjs";

const { DIR, DATABASE_URL } = process.env;
const OFFICES = 20;
const TICKS = 21;
const FAR_MS = BEFORE + 86_400_000;

const clock = createRehearsalClock(BEFORE);
const product = await openProduct({ url: DATABASE_URL, dir: DIR, clock });
for (let n = 1; n <= OFFICES; n += 1) await product.load(`kantor-${n}`, officeText(n, 2, 1));
const runtime = product.runtime();

/** Straight into the table: the product would write a million of them one office after the other. */
const insert = (series) => `
  INSERT INTO timer (id, kantor_id, kunci, at_ms, isi, claimed_until_ms)
  SELECT 'bench-' || n, 'kantor-' || (n % ${OFFICES} + 1), 'bench:' || n, ${FAR_MS} + n,
    '{"jenis":"siaran","siaranId":"bench"}', 0 FROM ${series}`;

async function add(from, to) {
  if (DATABASE_URL.startsWith("file:")) {
    const database = new Database(DATABASE_URL.slice("file:".length));
    database.exec(`WITH RECURSIVE series(n) AS
      (SELECT ${from} UNION ALL SELECT n + 1 FROM series WHERE n + 1 < ${to}) ${insert("series")}`);
    return database.close();
  }
  const client = new Client(DATABASE_URL);
  await client.connect();
  await client.query(insert(`generate_series(${from}, ${to - 1}) AS series(n)`));
  await client.query("ANALYZE timer");
  return client.end();
}

serve({
  async tick({ from, to }) {
    await add(from, to);
    await runtime.tick();
    return timed(TICKS, () => runtime.tick());
  },
});
