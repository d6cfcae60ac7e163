// The people: each says a thing, waits for the answer and says the next. A process of its own.
import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

/** Longer than any answer may take; then the round is given up. */
const PATIENCE_MS = 300_000;

const answered = new Map();
let socket = null;

const acts = {
  connect: ({ port }) =>
    new Promise((resolve) => {
      socket = connect(port, "127.0.0.1", resolve);
      socket.setNoDelay(true);
      createInterface({ input: socket }).on("line", (line) => {
        const { chat, text } = JSON.parse(line);
        answered.get(chat)?.(text);
        answered.delete(chat);
      });
    }),
  /** Everybody says their texts one after the other, all side by side; how long each answer took. */
  async talk({ people }) {
    const startMs = performance.now();
    const latencyList = (await Promise.all(people.map(talkOne))).flat();
    return { seconds: (performance.now() - startMs) / 1_000, latencyList };
  },
};

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
