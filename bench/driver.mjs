// The people: each says a thing, waits for the answer and says the next. A process of its own.
import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

/** Longer than any answer may take; then the round is given up. */
const PATIENCE_MS = 300_000;

const answered = new Map();
/** When each chat got its messages, in epoch milliseconds. */
let heardByChat = new Map();
let hear = () => undefined;
let pulse = null;
let socket = null;

const nowMs = () => performance.timeOrigin + performance.now();

const acts = {
  connect: ({ port }) =>
    new Promise((resolve) => {
      socket = connect(port, "127.0.0.1", resolve);
      socket.setNoDelay(true);
      createInterface({ input: socket }).on("line", (line) => {
        const { chat, text } = JSON.parse(line);
        if (!heardByChat.has(chat)) heardByChat.set(chat, []);
        heardByChat.get(chat).push(nowMs());
        answered.get(chat)?.(text);
        answered.delete(chat);
        hear();
      });
    }),
  /** Everybody says their texts one after the other, all side by side; how long each answer took. */
  async talk({ people }) {
    const startMs = performance.now();
    const latencyList = (await Promise.all(people.map(talkOne))).flat();
    return { seconds: (performance.now() - startMs) / 1_000, latencyList };
  },
  /** Somebody says something that is not answered at once. */
  tell({ chat, text }) {
    socket.write(`${JSON.stringify({ chat, text })}\n`);
    return nowMs();
  },
  /** From now on these people in turn say something every so often; `stopPulse` tells how long answers took. */
  pulse({ chats, text, everyMs }) {
    const latencyList = [];
    let turn = 0;
    const timer = setInterval(async () => {
      const chat = chats[turn++ % chats.length];
      // Whoever still waits says nothing more.
      if (!answered.has(chat)) latencyList.push(...(await talkOne({ chat, textList: [text] })));
    }, everyMs);
    pulse = { timer, latencyList };
  },
  async stopPulse() {
    clearInterval(pulse.timer);
    await until(() => answered.size === 0, 10_000);
    return pulse.latencyList;
  },
  forget() {
    heardByChat = new Map();
  },
  /** Until so many of these chats have heard something; false when they have not in time. */
  heardBy: ({ chats, count, timeoutMs }) =>
    until(() => chats.filter((chat) => heardByChat.has(chat)).length >= count, timeoutMs),
  heard: () => [...heardByChat],
};

async function until(isSo, timeoutMs) {
  const untilMs = performance.now() + timeoutMs;
  while (!isSo()) {
    const leftMs = untilMs - performance.now();
    if (leftMs <= 0) return false;
    await new Promise((resolve) => {
      const late = setTimeout(resolve, leftMs);
      hear = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }
  return true;
}

async function talkOne({ chat, textList }) {
  const latencyList = [];
  for (const text of textList) {
    const sentMs = performance.now();
    await say(chat, text);
    latencyList.push(performance.now() - sentMs);
  }
  return latencyList;
}

const say = (chat, text) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer to "${text}"`)), PATIENCE_MS);
    answered.set(chat, (answer) => {
      clearTimeout(late);
      resolve(answer);
    });
    socket.write(`${JSON.stringify({ chat, text })}\n`);
  });

process.on("message", async ({ act, ...given }) => {
  try {
    process.send({ result: (await acts[act](given)) ?? null });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
