// Meta's Graph API as the Cloud API of WhatsApp uses it, on a loopback port: messages, media, templates, and
// webhooks that are signed, repeated until they are taken, and in no hurry.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { answer, errorBody, errorOf, kindOf, readAll, refuse, sentBody, sha256 } from "./answer.ts";
import { type CallKind, type Fault, Faults } from "./faults.ts";
import { type Entry, OFFICE, Person, type StoredMedia } from "./person.ts";
import {
  SendRequest,
  type Sent,
  type StatusShape,
  TemplateRequest,
  type WebhookShape,
} from "./shapes.ts";

export type { Entry } from "./person.ts";
export { Person } from "./person.ts";

/** Takes one call of the webhook; answers its HTTP status. */
export type Receiver = (body: Buffer, signature: string) => Promise<number>;

interface Template {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly button: string;
  status: "PENDING" | "APPROVED" | "REJECTED";
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pathname: string;
  readonly body: Buffer;
}

type Value = WebhookShape["entry"][number]["changes"][number]["value"];

const WINDOW_MS = 24 * 60 * 60_000;

export class GraphDouble {
  readonly token = "EAAGrahasia0000token";
  readonly appSecret = "rahasia-aplikasi-0000";
  readonly verifyToken = "kata-verifikasi-kantor";
  readonly phoneId = "106540352242922";
  readonly accountId = "102290129340398";
  readonly version = "v25.0";
  readonly faults = new Faults();
  /** Requests of a shape the API does not have. */
  readonly complaints: string[] = [];
  /** Every call that was understood, by kind. */
  readonly calls: CallKind[] = [];
  readonly templates: Template[] = [];
  /** Messages that may be charged for, as the statuses say. */
  readonly billed: string[] = [];
  /** Webhook calls and how each was answered. */
  readonly deliveries: number[] = [];
  /** Whether statuses are brought for what is sent. */
  tellsStatus = false;
  /** The next webhook call is made twice. */
  repeatNext = false;
  receiver: Receiver | null = null;
  readonly #now: () => number;
  readonly #persons = new Map<string, Person>();
  readonly #media = new Map<string, StoredMedia>();
  readonly #stopping = new AbortController();
  #queue: Promise<void> = Promise.resolve();
  #pending = 0;
  #ids = 0;
  readonly #server = http.createServer((request, response) => {
    this.#serve(request, response).catch((error: unknown) => {
      this.complaints.push(String(error));
      answer(response, 500, {});
    });
  });

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async start(): Promise<this> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not started");
    return `http://127.0.0.1:${address.port}`;
  }

  /** What people did that the webhook has not taken yet. */
  get unread(): number {
    return this.#pending;
  }

  person(id: string, name = "Siti"): Person {
    const known = this.#persons.get(id);
    if (known !== undefined) return known;
    const person = new Person(id, name, {
      receive: (one, content) => {
        const wamid = this.#nextId("wamid.in");
        one.heardMs = this.#now();
        const message = { from: one.id, id: wamid, timestamp: this.#seconds(), ...content };
        this.#bring({
          contacts: [{ profile: { name: one.name }, wa_id: one.id }],
          messages: [message],
        });
        return wamid;
      },
      store: (file) => this.#keep(file),
    });
    this.#persons.set(id, person);
    return person;
  }

  /** Meta has looked at every template that was handed in. */
  approveAll(): void {
    for (const one of this.templates) one.status = "APPROVED";
  }

  /** Resolves once the predicate holds. */
  async until(predicate: () => boolean, timeoutMs = 20_000): Promise<void> {
    const untilMs = Date.now() + timeoutMs;
    while (!predicate()) {
      if (Date.now() > untilMs) throw new Error("not reached in time");
      await pause(5);
    }
  }

  /** Tells how far a message came. */
  tells(person: Person, id: string, status: StatusShape["status"], code?: number): void {
    const failed = code === undefined ? {} : { errors: [errorOf(code)] };
    this.#bring({
      statuses: [{ id, status, timestamp: this.#seconds(), recipient_id: person.id, ...failed }],
    });
  }

  sign(body: Buffer): string {
    return `sha256=${createHmac("sha256", this.appSecret).update(body).digest("hex")}`;
  }

  #bring(value: Omit<Value, "messaging_product" | "metadata">): void {
    const metadata = { display_phone_number: OFFICE, phone_number_id: this.phoneId };
    const shape: WebhookShape = {
      object: "whatsapp_business_account",
      entry: [
        {
          id: this.accountId,
          changes: [
            { field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } },
          ],
        },
      ],
    };
    const times = this.repeatNext ? 2 : 1;
    this.repeatNext = false;
    this.#pending += 1;
    this.#queue = this.#queue.then(() => this.#deliver(Buffer.from(JSON.stringify(shape)), times));
  }

  /** Again and again until it is taken, as the service does for days. */
  async #deliver(body: Buffer, times: number): Promise<void> {
    for (let taken = 0; taken < times && !this.#stopping.signal.aborted; ) {
      const status = (await this.receiver?.(body, this.sign(body)).catch(() => 0)) ?? 0;
      this.deliveries.push(status);
      if (status === 200) taken += 1;
      else await pause(20, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
    this.#pending -= 1;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = await readAll(request);
    if (this.faults.unreachable) return void request.socket.destroy();
    return this.#route({ request, response, pathname, body });
  }

  async #route({ request, response, pathname, body }: Call): Promise<void> {
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return answer(response, 401, errorBody(190));
    const [version, id = "", edge] = pathname.split("/").slice(1);
    if (version === "download") return this.#download(id, response);
    if (version !== this.version) return answer(response, 400, errorBody(2635));
    return this.#meet({ request, response, pathname, body }, id, edge);
  }

  /** The call meets what is planned for it, or its usual answer. */
  async #meet(
    { request, response, body }: Call,
    id: string,
    edge: string | undefined,
  ): Promise<void> {
    const kind = kindOf(request.method ?? "", { id, edge, body, phoneId: this.phoneId });
    const fault = this.faults.take(kind);
    if (fault?.kind === "cut" && fault.when === "lost") return void request.socket.destroy();
    if (fault?.kind === "refuse") return refuse(response, fault);
    this.calls.push(kind);
    const [status, result] = await this.#answer(kind, { id, body, request, fault });
    if (fault?.kind === "cut") return void request.socket.destroy();
    return answer(response, status, result);
  }

  async #answer(
    kind: CallKind,
    call: { id: string; body: Buffer; request: IncomingMessage; fault: Fault | undefined },
  ): Promise<readonly [number, object]> {
    const { id, body, request, fault } = call;
    switch (kind) {
      case "phone":
        return [200, { id: this.phoneId, quality_rating: "GREEN" }];
      case "read":
      case "send":
      case "template":
        return this.#send(body, fault);
      case "upload":
        return this.#upload(request, body);
      case "templates":
        return request.method === "POST" ? this.#submit(body) : [200, { data: this.#listed() }];
      case "media":
      case "download": {
        const media = this.#media.get(decodeURIComponent(id));
        if (media === undefined) return [400, errorBody(100)];
        const { mime, data } = media;
        const about = { mime_type: mime, sha256: sha256(data), file_size: data.byteLength };
        return [
          200,
          { url: `${this.url}/download/${id}`, ...about, id, messaging_product: "whatsapp" },
        ];
      }
    }
  }

  #send(body: Buffer, fault: Fault | undefined): readonly [number, object] {
    const { data, error } = SendRequest.safeParse(JSON.parse(body.toString()));
    if (data === undefined) {
      this.complaints.push(error?.message ?? "");
      return [400, errorBody(100)];
    }
    if (!("type" in data)) return [200, { success: true }];
    const wrong = data.type === "template" ? this.#wrongTemplate(data) : null;
    return wrong === null ? this.#take(data, fault) : [400, errorBody(wrong)];
  }

  #take(data: Sent, fault: Fault | undefined): readonly [number, object] {
    const chat =
      ("to" in data ? data.to : undefined) ?? ("recipient" in data ? data.recipient : "");
    const person = this.person(chat ?? "");
    const id = this.#nextId("wamid.out");
    const code = fault?.kind === "fails-later" ? fault.code : this.#failureOf(person, data);
    if (code === null) this.#arrive(person, this.#entryOf(id, data));
    else this.tells(person, id, "failed", code);
    return [200, sentBody(person.id, id)];
  }

  /** What the service finds out only after it has taken a message. */
  #failureOf(person: Person, { type }: Sent): number | null {
    if (person.isGone) return 131_026;
    const isOpen = person.heardMs !== null && this.#now() - person.heardMs < WINDOW_MS;
    return type === "template" || isOpen ? null : 131_047;
  }

  #wrongTemplate({ template }: Extract<Sent, { type: "template" }>): number | null {
    const known = this.templates.find(
      ({ name, language }) => name === template.name && language === template.language.code,
    );
    if (known?.status !== "APPROVED") return 132_001;
    const places = known.text.match(/\{\{\d+\}\}/g)?.length ?? 0;
    const given = template.components.flatMap((one) => (one.type === "body" ? one.parameters : []));
    return places === given.length ? null : 132_000;
  }

  #arrive(person: Person, entry: Entry): void {
    person.inbox.push(entry);
    this.billed.push(entry.sent.type);
    if (!this.tellsStatus) return;
    for (const status of ["sent", "delivered"] as const) this.tells(person, entry.id, status);
  }

  #entryOf(id: string, sent: Sent): Entry {
    switch (sent.type) {
      case "text":
        return { id, sent, text: sent.text.body, buttons: [], file: null };
      case "document":
      case "image": {
        const { id: mediaId, caption = "" } = sent.type === "image" ? sent.image : sent.document;
        const file = this.#fileOf(mediaId, sent.type === "image");
        return { id, sent, text: caption, buttons: [], file };
      }
      case "interactive":
        return { id, sent, ...this.#asked(sent.interactive) };
      case "template":
        return { id, sent, ...this.#opened(sent.template), file: null };
    }
  }

  #asked(
    interactive: Extract<Sent, { type: "interactive" }>["interactive"],
  ): Pick<Entry, "text" | "buttons" | "file"> {
    const { text } = interactive.body;
    if (interactive.type === "list") {
      const rows = interactive.action.sections.flatMap((section) => section.rows);
      return { text, buttons: rows.map((row) => row.description ?? row.title), file: null };
    }
    const { header, action } = interactive;
    const media = header && (header.type === "image" ? header.image : header.document);
    return {
      text,
      buttons: action.buttons.map(({ reply }) => reply.title),
      file: media === undefined ? null : this.#fileOf(media.id, header?.type === "image"),
    };
  }

  #opened({
    name,
    language,
    components,
  }: Extract<Sent, { type: "template" }>["template"]): Pick<Entry, "text" | "buttons"> {
    const known = this.templates.find((one) => one.name === name && one.language === language.code);
    const words = components.flatMap((one) =>
      one.type === "body" ? one.parameters.map(({ text }) => text) : [],
    );
    const text = (known?.text ?? "").replace(
      /\{\{(\d+)\}\}/g,
      (_, n: string) => words[Number(n) - 1] ?? "",
    );
    return { text, buttons: [known?.button ?? ""] };
  }

  #fileOf(mediaId: string, picture: boolean): Entry["file"] {
    const media = this.#media.get(mediaId);
    if (media === undefined) throw new Error(`no media ${mediaId}`);
    return { ...media, picture };
  }

  async #upload(request: IncomingMessage, body: Buffer): Promise<readonly [number, object]> {
    const type = request.headers["content-type"] ?? "";
    const form = await new Response(Uint8Array.from(body), {
      headers: { "content-type": type },
    }).formData();
    const file = form.get("file");
    if (!(file instanceof File) || form.get("messaging_product") !== "whatsapp")
      return [400, errorBody(100)];
    const data = new Uint8Array(await file.arrayBuffer());
    return [200, { id: this.#keep({ name: file.name, mime: file.type, data }).id }];
  }

  #keep(file: StoredMedia): { readonly id: string; readonly sha256: string } {
    const id = String(1_000_000_000 + (this.#ids += 1));
    this.#media.set(id, file);
    return { id, sha256: sha256(file.data) };
  }

  #download(id: string, response: ServerResponse): void {
    const fault = this.faults.take("download");
    if (fault?.kind === "cut") return void response.socket?.destroy();
    if (fault?.kind === "refuse") return refuse(response, fault);
    const media = this.#media.get(decodeURIComponent(id));
    if (media === undefined) return answer(response, 404, {});
    response.writeHead(200, { "content-type": media.mime }).end(media.data);
  }

  #submit(body: Buffer): readonly [number, object] {
    const { data, error } = TemplateRequest.safeParse(JSON.parse(body.toString()));
    if (data === undefined) {
      this.complaints.push(error?.message ?? "");
      return [400, errorBody(100)];
    }
    const [{ text }, { buttons }] = data.components;
    const { name, language } = data;
    this.templates.push({
      name,
      language,
      text,
      button: buttons[0]?.text ?? "",
      status: "PENDING",
    });
    return [200, { id: this.#nextId(""), status: "PENDING", category: data.category }];
  }

  #listed(): readonly object[] {
    return this.templates.map(({ name, language, status }) => ({
      name,
      language,
      status,
      category: "UTILITY",
      id: name,
    }));
  }

  #nextId(prefix: string): string {
    this.#ids += 1;
    return `${prefix}${String(this.#ids).padStart(12, "0")}`;
  }

  readonly #seconds = (): string => String(Math.floor(this.#now() / 1_000));
}
