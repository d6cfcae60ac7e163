import { Client } from "pg";

/** Tables of an office that a copy of it needs; papers and what was sent stay with the first. */
const TABLES = ["kantor", "pegawai", "berkas", "task", "account", "timer", "session", "log_entry"];
/** Chats of one office. */
export const CHATS = 10;

/**
 * Copies the office `kantor-0` until there are so many, inside PostgreSQL: the product's own writer made the
 * first one, and every row of a copy is its row under other names. Only the hashes of the log are those of
 * the first. What the clock owes before `fromMs` is taken to be done.
 */
export async function multiplyOffice(databaseUrl, count, fromMs) {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    await client.query("DELETE FROM timer WHERE at_ms < $1", [fromMs]);
    await client.query("DELETE FROM outbox");
    const ids = [];
    for (const table of ["berkas", "account", "timer"]) {
      const { rows } = await client.query(`SELECT id FROM ${table}`);
      ids.push(...rows.map(({ id }) => id));
    }
    // Those of tasks begin with their berkas'.
    const pattern = `(${ids.join("|")})`;
    for (const table of TABLES) await copyRows(client, { table, pattern, count });
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

async function copyRows(client, { table, pattern, count }) {
  const chat =
    table === "account" ? `|| jsonb_build_object('chat', (r.chat::int + n * ${CHATS})::text)` : "";
  await client.query(
    `INSERT INTO ${table}
    SELECT (jsonb_populate_record(NULL::${table},
      replace(regexp_replace(to_jsonb(r)::text, $1, '\\1x' || n, 'g'), 'kantor-0', 'kantor-' || n)::jsonb
      ${chat})).*
    FROM ${table} r, generate_series(1, $2::int) AS n`,
    [pattern, count - 1],
  );
}
