// A broadcast as it is usually written with telegraf: one after the other, a pause in between, and what
// Telegram refuses again after the time it names.
import { setTimeout as sleep } from "node:timers/promises";
import { Telegraf } from "telegraf";
import { ready } from "./answer.mjs";

const { TOKEN, API_ROOT, CHATS } = process.env;
const PAUSE_MS = 1_000 / 30;
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API_ROOT } });

async function send(chat, text) {
  try {
    await bot.telegram.sendMessage(chat, text);
  } catch (error) {
    if (error.code !== 429) throw error;
    await sleep(error.parameters.retry_after * 1_000);
    await send(chat, text);
  }
}

async function broadcast() {
  for (const chat of JSON.parse(CHATS)) {
    await send(chat, "Pengumuman");
    await sleep(PAUSE_MS);
  }
}

bot.on("text", (ctx) => {
  if (ctx.message.text === "kirim") void broadcast();
  else return send(ctx.chat.id, "Tidak ada tugas.");
});
void bot.launch(ready);
