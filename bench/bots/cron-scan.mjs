// Reminders as they are usually built with node-cron: at each stroke all rows are looked through for what
// is due, sent, and marked.

import { join } from "node:path";
import Database from "better-sqlite3";
import { schedule } from "node-cron";
import { serve, timed } from "./act.mjs";
import { remind } from "./remind.mjs";

const { DIR, CRON } = process.env;
const SCANS = 11;
const database = new Database(join(DIR, "bench.db"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(
  "CREATE TABLE reminder (id INTEGER PRIMARY KEY, chat INTEGER, at_ms INTEGER, sent INTEGER DEFAULT 0)",
);
const due = database.prepare("SELECT id, chat FROM reminder WHERE sent = 0 AND at_ms <= ?");
const mark = database.prepare("UPDATE reminder SET sent = 1 WHERE id = ?");
const write = database.prepare("INSERT INTO reminder (chat, at_ms) VALUES (?, ?)");

let scanning = false;
async function scan() {
  if (scanning) return;
  scanning = true;
  for (const { id, chat } of due.all(Date.now())) {
    await remind(chat);
    mark.run(id);
  }
  scanning = false;
}

serve({
  schedule({ list }) {
    database.transaction(() => list.forEach(({ chat, atMs }) => write.run(chat, atMs)))();
    schedule(CRON, scan);
  },
  tick({ from, to }) {
    const atMs = Date.now() + 86_400_000;
    database.transaction(() => {
      for (let n = from; n < to; n += 1) write.run(n, atMs + n);
    })();
    return timed(SCANS, scan);
  },
});
