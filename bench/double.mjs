// The Bot API as cheap as it can be: updates out, messages in, nothing checked. A process of its own.
// The driver is on the other side, over a socket: one JSON line a message, { chat, text } both ways.
// With LIMITS it refuses what Telegram refuses: more than 30 messages a second, or one a second to a chat.
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

/** A message as the sender gets to see it; the driver hears of new ones. */
function deliver({ chat_id: id, text, message_id: edited }, more = {}) {
  if (edited === undefined) {
    messageId += 1;
    driver?.write(`${JSON.stringify({ chat: Number(id), text })}\n`);
  }
  const date = Math.floor(Date.now() / 1_000);
  const chat = { id: Number(id), type: "private" };
  return { message_id: edited ?? messageId, date, chat, text, ...more };
}

const sendDocument = (given) =>
  deliver(given, { document: { file_id: String(messageId), file_unique_id: String(messageId) } });

const bot = { id: 1, is_bot: true, first_name: "Bench", username: "bench_bot" };
const methods = {
  getUpdates,
  getMe: () => bot,
  sendMessage: deliver,
  sendRichMessage: (given) =>
    deliver({ ...given, text: `${given.rich_message.blocks.length} blocks` }),
  editMessageText: deliver,
  sendDocument,
};
const paced = new Set(["sendMessage", "sendRichMessage", "editMessageText", "sendDocument"]);

const PER_SECOND = 30;
/** The way from the sender's clock to ours is not always equally long. */
const WINDOW_MS = 980;
const recent = [];
const lastByChat = new Map();
const counts = { sent: 0, refused: 0 };

/** Whether the limits let a message through; what is refused does not count against them. */
function passes(chat) {
  const now = performance.now();
  while (recent.length > 0 && recent[0] <= now - WINDOW_MS) recent.shift();
  const passed = recent.length < PER_SECOND && (lastByChat.get(chat) ?? 0) <= now - WINDOW_MS;
  if (passed) {
    recent.push(now);
    lastByChat.set(chat, now);
  }
  return passed;
}

/** Of a form with a file only the chat is of interest. */
function paramsOf(request, body) {
  if (body.length === 0) return {};
  if (!request.headers["content-type"].startsWith("multipart")) return JSON.parse(body.toString());
  const chat = /name="chat_id"\r\n\r\n(-?\d+)/.exec(body.toString("latin1"))?.[1];
  return { chat_id: chat, text: `a file, ${body.length} bytes in all` };
}

async function answer(request, body) {
  const method = request.url.slice(request.url.lastIndexOf("/") + 1);
  const given = paramsOf(request, body);
  // Asked only to learn whether the method is known.
  if (given.chat_id === "0")
    return { ok: false, error_code: 400, description: "Bad Request: chat not found" };
  if (paced.has(method)) {
    if (process.env.LIMITS !== undefined && !passes(String(given.chat_id))) {
      counts.refused += 1;
      const parameters = { retry_after: 1 };
      return { ok: false, error_code: 429, description: "Too Many Requests", parameters };
    }
    counts.sent += 1;
  }
  return { ok: true, result: (await methods[method]?.(given)) ?? true };
}

const api = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const result = await answer(request, Buffer.concat(chunks));
    const status = result.error_code ?? 200;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(result));
  });
});
api.keepAliveTimeout = 60_000;

const wire = createSocket((socket) => {
  driver = socket;
  socket.setNoDelay(true);
  createInterface({ input: socket }).on("line", (line) => receive(JSON.parse(line)));
});

process.on("message", () => process.send({ result: counts }));

api.listen(0, "127.0.0.1", () =>
  wire.listen(0, "127.0.0.1", () =>
    process.send({ url: `http://127.0.0.1:${api.address().port}`, wire: wire.address().port }),
  ),
);
