// The Bot API as cheap as it can be: updates out, messages in, nothing checked. A process of its own.
// The driver is on the other side, over a socket: one JSON line a message, { chat, text } both ways.
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { createInterface } from "node:readline";

const waiting = [];
let updateId = 0;
let messageId = 0;
let poll = null;
let driver = null;

function receive({ chat, text }) {
  updateId += 1;
  messageId += 1;
  const person = { id: chat, first_name: `Orang ${chat}` };
  waiting.push({
    update_id: updateId,
    message: {
      message_id: messageId,
      date: Math.floor(Date.now() / 1_000),
      chat: { ...person, type: "private" },
      from: { ...person, is_bot: false },
      text,
      ...(text.startsWith("/") && {
        entities: [{ type: "bot_command", offset: 0, length: text.split(" ")[0].length }],
      }),
    },
  });
  poll?.();
}

function getUpdates({ offset = 0, timeout = 0, limit = 100 }) {
  while (waiting.length > 0 && waiting[0].update_id < offset) waiting.shift();
  if (waiting.length > 0 || timeout === 0) return waiting.slice(0, limit);
  return new Promise((resolve) => {
    const answer = () => {
      clearTimeout(late);
      poll = null;
      // What comes in the same instant goes together.
      setImmediate(() => resolve(waiting.slice(0, limit)));
    };
    const late = setTimeout(answer, timeout * 1_000);
    poll = answer;
  });
}

function sendMessage({ chat_id: id, text }) {
  messageId += 1;
  driver?.write(`${JSON.stringify({ chat: Number(id), text })}\n`);
  const date = Math.floor(Date.now() / 1_000);
  return { message_id: messageId, date, chat: { id: Number(id), type: "private" }, text };
}

const bot = { id: 1, is_bot: true, first_name: "Bench", username: "bench_bot" };
const methods = { getUpdates, sendMessage, getMe: () => bot };

const api = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const body = Buffer.concat(chunks).toString();
    const method = request.url.slice(request.url.lastIndexOf("/") + 1);
    const result = (await methods[method]?.(body === "" ? {} : JSON.parse(body))) ?? true;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: true, result }));
  });
});
api.keepAliveTimeout = 60_000;

const wire = createSocket((socket) => {
  driver = socket;
  socket.setNoDelay(true);
  createInterface({ input: socket }).on("line", (line) => receive(JSON.parse(line)));
});

api.listen(0, "127.0.0.1", () =>
  wire.listen(0, "127.0.0.1", () =>
    process.send({ url: `http://127.0.0.1:${api.address().port}`, wire: wire.address().port }),
  ),
);
