// People whose updates come by webhook: so many at once, each saying the next thing when the last one is
// stored, every update at the next process, as a proxy spreads them. A process of its own.
import { Agent, request } from "node:http";
import { serve } from "./bots/act.mjs";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
let updateId = 0;

function post(port, secret, update) {
  const body = JSON.stringify(update);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-telegram-bot-api-secret-token": secret,
  };
  const options = { port, host: "127.0.0.1", path: "/telegram/webhook", method: "POST" };
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, headers, agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function updateOf(chat, text) {
  updateId += 1;
  const person = { id: chat, first_name: `Orang ${chat}` };
  const isCommand = text.startsWith("/");
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: Math.floor(Date.now() / 1_000),
      chat: { ...person, type: "private" },
      from: { ...person, is_bot: false },
      text,
      ...(isCommand && { entities: [{ type: "bot_command", offset: 0, length: text.length }] }),
    },
  };
}

serve({
  async talk({ ports, secret, chats, textList, atOnce, seconds }) {
    const untilMs = performance.now() + seconds * 1_000;
    const latencyList = [];
    const stored = {};
    let refused = 0;
    let next = 0;
    let turn = 0;
    const talkOne = async (chat) => {
      for (const text of textList) {
        if (performance.now() > untilMs) return;
        const startMs = performance.now();
        const update = updateOf(chat, text);
        // Telegram sends again what was not taken.
        while ((await post(ports[turn++ % ports.length], secret, update)) !== 200) {
          refused += 1;
          if (performance.now() > untilMs) return;
        }
        latencyList.push(performance.now() - startMs);
        stored[text] = (stored[text] ?? 0) + 1;
      }
    };
    const work = async () => {
      while (performance.now() < untilMs && next < chats.length) await talkOne(chats[next++]);
    };
    const startMs = performance.now();
    await Promise.all(Array.from({ length: atOnce }, work));
    const took = (performance.now() - startMs) / 1_000;
    return { seconds: took, latencyList, stored, refused };
  },
});
