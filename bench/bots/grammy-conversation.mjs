// grammY as its documentation builds a dialogue: runner, updates of a chat in sequence, a conversation
// whose progress is kept in SQLite, and the figure in a table of its own.
import { conversations, createConversation } from "@grammyjs/conversations";
import { run, sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import { ask, KODE, openDatabase, ready } from "./answer.mjs";

const { TOKEN, API_ROOT, DIR } = process.env;
const database = openDatabase(DIR);
database.exec(`CREATE TABLE conversation (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE figure (chat INTEGER, kode TEXT, value REAL, PRIMARY KEY (chat, kode))`);
const read = database.prepare("SELECT value FROM conversation WHERE key = ?").pluck();
const write = database.prepare("INSERT OR REPLACE INTO conversation VALUES (?, ?)");
const forget = database.prepare("DELETE FROM conversation WHERE key = ?");
const record = database.prepare("INSERT OR REPLACE INTO figure VALUES (?, ?, ?)");

async function isi(conversation, ctx) {
  for (const kode of KODE) {
    await ctx.reply(ask(kode));
    const { message, chat } = await conversation.waitFor("message:text");
    const value = Number(message.text.replace(",", "."));
    await conversation.external(() => void record.run(chat.id, kode, value));
  }
  await ctx.reply(ask(undefined));
}

const bot = new Bot(TOKEN, { client: { apiRoot: API_ROOT } });
bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use(
  conversations({
    storage: {
      type: "key",
      adapter: {
        read: (key) => JSON.parse(read.get(key) ?? "null") ?? undefined,
        write: (key, value) => void write.run(key, JSON.stringify(value)),
        delete: (key) => void forget.run(key),
      },
    },
  }),
);
bot.use(createConversation(isi));
bot.command("isi", (ctx) => ctx.conversation.enter("isi"));
process.on("message", () => process.send({ result: null }));
await bot.init();
run(bot);
ready();
