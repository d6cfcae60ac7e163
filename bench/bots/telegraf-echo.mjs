// telegraf and nothing else: what polling, one handler and one answer cost on this machine.
import { Telegraf } from "telegraf";
import { ready } from "./answer.mjs";

const { TOKEN, API_ROOT } = process.env;
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API_ROOT } });
bot.on("text", (ctx) => ctx.reply(ctx.message.text));
process.on("message", () => process.send({ result: null }));
void bot.launch(ready);
