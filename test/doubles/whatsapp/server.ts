// HTTPS in the place of web.whatsapp.com: the page, a stream down to it, and its questions up.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { buffer } from "node:stream/consumers";
import { transformSync } from "@swc/core";
import type { Down, Up, UpKind } from "./wire.ts";

export interface ServerEvents {
  /** A page opened its stream. */
  opened(): void;
  /** The page is gone, with its browser or to another page. */
  closed(): void;
  /** The page asks; the answer goes back to it. */
  ask<K extends UpKind>(kind: K, question: Up[K]["ask"]): Promise<Up[K]["answer"]>;
  /** Keeps a file and tells under which path. */
  store(data: Buffer): string;
  file(path: string): Buffer | undefined;
}

export class PageServer {
  readonly #server: Server;
  readonly #events: ServerEvents;
  #stream: ServerResponse | null = null;

  constructor(events: ServerEvents) {
    this.#events = events;
    this.#server = createServer(certificate(), (request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return address.port;
  }

  /** Tells the page; false when none is open. */
  tell(down: Down): boolean {
    this.#stream?.write(`data: ${JSON.stringify(down)}\n\n`);
    return this.#stream !== null;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    if (path === "/double/down") return this.#open(response);
    if (path === "/double/media")
      return void response.end(this.#events.store(await buffer(request)));
    if (path.startsWith("/double/media/")) return this.#sendFile(path, response);
    if (path.startsWith("/double/page/")) return sendScript(path, response);
    if (!path.startsWith("/double/up/")) {
      return void response.setHeader("content-type", "text/html").end(PAGE);
    }
    const kind = path.slice("/double/up/".length);
    if (!isUpKind(kind)) return void response.writeHead(404).end();
    const answer = await this.#events.ask(kind, JSON.parse((await buffer(request)).toString()));
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  }

  #open(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
    this.#stream = response;
    response.on("close", () => {
      if (this.#stream !== response) return;
      this.#stream = null;
      this.#events.closed();
    });
    this.#events.opened();
  }

  #sendFile(path: string, response: ServerResponse): void {
    const data = this.#events.file(path);
    if (data === undefined) response.writeHead(404).end();
    else response.end(data);
  }
}

const UP_KINDS: Readonly<Record<UpKind, true>> = {
  hello: true,
  pairing: true,
  sync: true,
  online: true,
  message: true,
  edit: true,
  revoke: true,
  seen: true,
  typing: true,
  logout: true,
  missing: true,
  trouble: true,
};

const isUpKind = (text: string): text is UpKind => Object.hasOwn(UP_KINDS, text);

const PAGE =
  '<!doctype html><title>WhatsApp</title><script type="module" src="/double/page/main.ts"></script>';

function sendScript(path: string, response: ServerResponse): void {
  const file = join(import.meta.dirname, normalize(path).slice("/double/".length));
  const { code } = transformSync(readFileSync(file, "utf8"), {
    filename: file,
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  });
  response.setHeader("content-type", "text/javascript").end(code);
}

/** A certificate for one test run; the browser is told to accept any. */
function certificate(): { key: Buffer; cert: Buffer } {
  const dir = mkdtempSync(join(tmpdir(), "sopir-wa-"));
  const [key, cert] = [join(dir, "key.pem"), join(dir, "cert.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const asked = ["req", "-x509", ...curve, "-nodes", "-days", "2", "-subj", "/CN=web.whatsapp.com"];
  try {
    execFileSync("openssl", [...asked, "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch (error) {
    throw new Error("openssl is needed: apt-get install -y openssl", { cause: error });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
