// telegraf with its own session, kept in SQLite: one write a turn, after the answer.
import { session, Telegraf } from "telegraf";
import { ask, KODE, openDatabase, ready } from "./answer.mjs";

const { TOKEN, API_ROOT, DIR } = process.env;
const database = openDatabase(DIR);
database.exec("CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
const read = database.prepare("SELECT value FROM session WHERE key = ?").pluck();
const write = database.prepare("INSERT OR REPLACE INTO session VALUES (?, ?)");
const forget = database.prepare("DELETE FROM session WHERE key = ?");

const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API_ROOT } });
bot.use(
  session({
    defaultSession: () => ({ figures: {} }),
    store: {
      get: (key) => JSON.parse(read.get(key) ?? "null") ?? undefined,
      set: (key, value) => void write.run(key, JSON.stringify(value)),
      delete: (key) => void forget.run(key),
    },
  }),
);
const next = ({ figures }) => KODE.find((kode) => figures[kode] === undefined);
bot.command("isi", (ctx) => ctx.reply(ask(next(ctx.session))));
bot.on("text", (ctx) => {
  const value = Number(ctx.message.text.replace(",", "."));
  if (Number.isNaN(value)) return ctx.reply("Angka tidak terbaca.");
  ctx.session.figures[next(ctx.session)] = value;
  return ctx.reply(ask(next(ctx.session)));
});
process.on("message", () => process.send({ result: null }));
void bot.launch(ready);
