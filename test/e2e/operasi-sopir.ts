import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { readSettings } from "../../src/settings.ts";
import { run } from "../cli/run.ts";

/**
 * Runs commands of the operator's command line for shells that ask at a socket, one after the other: what
 * `operasi-machine.ts` sends there, in its folder and with its environment. What was printed is the answer.
 */
export async function serveSopir(socket: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    void answerTo(request).then(
      ({ code, said }) => response.writeHead(code === 0 ? 200 : 500).end(said),
      (cause) => response.writeHead(500).end(String(cause)),
    );
  });
  server.listen(socket);
  await once(server, "listening");
  return async () => {
    server.close();
    await once(server, "close");
  };
}

interface Answer {
  readonly code: number;
  readonly said: string;
}

/** A request is its environment as `env -0` writes it, nothing, the folder, and each argument. */
async function answerTo(request: IncomingMessage): Promise<Answer> {
  const words = (await text(request)).split("\0").slice(0, -1);
  const end = words.indexOf("");
  const pairs = words.slice(0, end).map((word) => {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
    return [name, value];
  });
  const [folder = "", ...argv] = words.slice(end + 1);
  return within(folder, Object.fromEntries(pairs), () => typed(argv));
}

/** Does something as a process of its own would that was started there and so. */
async function within<T>(
  folder: string,
  env: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const before = { folder: process.cwd(), env: process.env };
  process.chdir(folder);
  process.env = { ...env };
  try {
    return await work();
  } finally {
    process.env = before.env;
    process.chdir(before.folder);
  }
}

async function typed(argv: readonly string[]): Promise<Answer> {
  const { code, out, err } = await run(argv, { env: readSettings(process.env), now: Date.now() });
  return { code, said: code === 0 ? out : `${out}${err}` };
}
