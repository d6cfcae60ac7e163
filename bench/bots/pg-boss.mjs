// Reminders as jobs of pg-boss that start later; its worker looks as often as it does by itself.
import PgBoss from "pg-boss";
import { serve, timed } from "./act.mjs";
import { remind } from "./remind.mjs";

const FETCHES = 11;
const BATCH = 500;
const boss = new PgBoss(process.env.DATABASE_URL);
boss.on("error", (error) => process.stderr.write(`pg-boss: ${error.message}\n`));
await boss.start();
await boss.createQueue("reminder");

serve({
  async schedule({ list }) {
    await boss.insert(
      list.map(({ chat, atMs }) => ({
        name: "reminder",
        data: { chat },
        startAfter: new Date(atMs),
      })),
    );
    await boss.work("reminder", { batchSize: BATCH }, async (jobs) => {
      for (const { data } of jobs) await remind(data.chat);
    });
  },
  async tick({ from, to }) {
    const db = boss.getDb();
    // As `insert` writes them, but a million at once.
    await db.executeSql(
      `INSERT INTO pgboss.job (name, data, start_after)
      SELECT 'reminder', '{"chat":1}', now() + interval '1 day' + n * interval '1 ms'
      FROM generate_series($1::int, $2::int) AS series(n)`,
      [from, to - 1],
    );
    await db.executeSql("ANALYZE pgboss.job");
    return timed(FETCHES, () => boss.fetch("reminder", { batchSize: BATCH }));
  },
});
