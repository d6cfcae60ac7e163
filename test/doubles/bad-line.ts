// A line to a service on which every call goes wrong in one way, whatever is asked.
import http from "node:http";

/** How it goes wrong, from the first byte of the call to the last of the answer. */
export const faultList = [
  "refuses the connection",
  "is reset before the call is read",
  "is reset in the middle of the call",
  "is closed without an answer",
  "is reset in the middle of the answer",
  "answers with half of its JSON",
  "answers with a page of its own",
  "answers in JSON of its own",
  "answers with nothing",
  "knows no such address",
  "never answers",
  "is behind a gateway that has no answer",
] as const;

export type LineFault = (typeof faultList)[number];

export interface BadLine {
  readonly url: string;
  /** Bytes of calls that arrived. */
  readonly arrived: () => number;
  close(): Promise<void>;
}

/** Opens a line on loopback that has one fault. */
export async function openBadLine(fault: LineFault): Promise<BadLine> {
  let arrived = 0;
  const server = http.createServer((request, response) => {
    request.on("data", (chunk: Buffer) => {
      arrived += chunk.length;
      if (fault === "is reset in the middle of the call") request.socket.resetAndDestroy();
    });
    request.on("error", () => undefined);
    if (fault === "is reset before the call is read") request.socket.resetAndDestroy();
    request.on("end", () => answers[fault]?.(response));
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  if (fault === "refuses the connection") await close();
  return { url: `http://127.0.0.1:${address.port}`, arrived: () => arrived, close };
}

const HALF = '{"ok":true,"result":{"mess';
const PAGE = "<html><body>Selamat datang di WiFi kantor. Silakan masuk.</body></html>";

const answers: { readonly [F in LineFault]?: (response: http.ServerResponse) => void } = {
  "is closed without an answer": ({ socket }) => socket?.destroy(),
  "is reset in the middle of the answer": (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": 400 });
    response.write(HALF, () => response.socket?.resetAndDestroy());
  },
  "answers with half of its JSON": (response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(HALF),
  "answers with a page of its own": (response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(PAGE),
  "answers in JSON of its own": (response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"pesan":"masuk dulu"}'),
  "knows no such address": (response) =>
    response.writeHead(404, { "content-type": "text/html" }).end(PAGE),
  "answers with nothing": (response) => response.writeHead(200).end(),
  "is behind a gateway that has no answer": (response) =>
    response.writeHead(504, { "content-type": "text/html" }).end(PAGE),
};
