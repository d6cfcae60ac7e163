// The HTTP side: /bot<token>/<method> and /file/bot<token>/<path> on a loopback port.
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { Refusal } from "./answer.ts";
import type { Api, Outcome } from "./api.ts";
import { parseBody, readBody } from "./body.ts";
import type { Faults } from "./faults.ts";
import type { World } from "./world.ts";

export class BotApiServer {
  private readonly server = http.createServer((request, response) => {
    void this.handle(request, response);
  });
  private readonly parts: { token: string; api: Api; faults: Faults; world: World };

  constructor(parts: { token: string; api: Api; faults: Faults; world: World }) {
    this.parts = parts;
    parts.faults.onOutage = () => this.server.closeAllConnections();
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("not started");
    return `http://127.0.0.1:${address.port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.parts.faults.unreachable) {
      this.parts.faults.onMet();
      request.socket.destroy();
      return;
    }
    try {
      await this.route(request, response);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
      sendJson(response, refusal.answer);
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const path = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(pathname);
    if (!path) throw new Refusal(404, "Not Found");
    const [, file, token, rest = ""] = path;
    if (token !== this.parts.token) throw new Refusal(401, "Unauthorized");
    if (file) this.download(decodeURIComponent(rest), response);
    else await this.call(rest, searchParams, request, response);
  }

  private async call(
    name: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const method = this.parts.api.method(name);
    if (!method) throw new Refusal(404, "Not Found");
    const hungUp = new AbortController();
    response.on("close", () => hungUp.abort());
    if (this.parts.faults.breaksMidway(method.name)) {
      request.once("data", () => request.socket.resetAndDestroy());
      request.on("error", () => undefined);
      return;
    }
    const data = await readBody(request);
    const body = await parseBody(request.headers["content-type"] ?? "", data);
    body.fields = { ...Object.fromEntries(query), ...body.fields };
    delete body.fields["method"];
    const outcome = await this.parts.api.execute(method, body, "http", hungUp.signal);
    if (outcome === "cut") request.socket.destroy();
    else sendJson(response, outcome);
  }

  private download(path: string, response: ServerResponse): void {
    const file = [...this.parts.world.files.values()].find((one) => one.path === path);
    if (!file) throw new Refusal(404, "Not Found");
    const fault = this.parts.faults.take("download");
    if (fault?.kind === "refuse") throw fault.refusal;
    if (fault?.kind === "cut") response.socket?.destroy();
    else response.writeHead(200, { "content-length": file.data.length }).end(file.data);
  }
}

function sendJson(response: ServerResponse, answer: Exclude<Outcome, "cut">): void {
  if (response.destroyed) return;
  response
    .writeHead(answer.ok ? 200 : answer.error_code, { "content-type": "application/json" })
    .end(JSON.stringify(answer));
}
