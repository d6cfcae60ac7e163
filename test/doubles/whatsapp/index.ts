/**
 * A WhatsApp Web double: an HTTPS server in the place of web.whatsapp.com, with a page that real Chromium
 * opens and the unmodified whatsapp-web.js drives. It outlives the browsers of a test, so that restarts,
 * crashes and new pairings can be played; what people write meanwhile waits for the page, unread.
 *
 * What a green test does NOT prove:
 * - today's WhatsApp Web: its page changes without notice, and with it the modules the library asks for;
 * - encryption, pairing and session keys: a QR or a code is only a name here, and scanning is a call;
 * - synchronisation: history is there at once and whole; on a real phone it takes seconds to minutes;
 * - acknowledgements: they come when a test says so, and in order;
 * - limits: size of texts, files and polls, how long a message may be edited, what looks like spam;
 * - bans: nothing here blocks a number;
 * - rendering: how phones show texts, files and polls, and whether old ones show them at all;
 * - groups, status, calls, reactions and business accounts, beyond being told apart.
 * A module of the page the library asks for and the double lacks is named in `missing`.
 */
import { Pulse, until } from "../telegram/calls.ts";
import { type Entry, Ledger } from "./ledger.ts";
import { Person, type Service } from "./person.ts";
import { PageServer } from "./server.ts";
import type { Down, Link, Up, UpKind } from "./wire.ts";

export { chromium, removeProfile } from "./chromium.ts";
export type { Entry } from "./ledger.ts";
export type { Person } from "./person.ts";

export type WhatsAppDoubleOptions = {
  /** The clock behind message times, in epoch milliseconds. */
  nowMs?: () => number;
};

type Answers = { [K in UpKind]: (ask: Up[K]["ask"]) => Up[K]["answer"] | Promise<Up[K]["answer"]> };

const BOT = { pn: "6285200000001@c.us", lid: "90000000000001@lid" };

export class WhatsAppDouble {
  readonly ledger = new Ledger();
  /** Page modules the library asked for in vain; a test ends by expecting none. */
  readonly missing: string[] = [];
  /** Errors the page met, such as a function of the library that rejected. */
  readonly troubles: string[] = [];
  /** Chats in which the bot showed that it types, in order. */
  readonly typing: string[] = [];
  readonly #pulse = new Pulse();
  readonly #persons = new Map<string, Person>();
  readonly #server: PageServer;
  readonly #nowMs: () => number;
  #page: "none" | "opened" | "login" | "linked" | "online" = "none";
  #link: Link | null = null;
  #ref = 1;
  #pairing: { readonly phone: string; readonly code: string } | null = null;
  #ids = 0;
  readonly #refusals: (string | null)[] = [];
  readonly #left = new Set<string>();

  constructor(options: WhatsAppDoubleOptions = {}) {
    this.#nowMs = options.nowMs ?? Date.now;
    this.#server = new PageServer({
      opened: () => this.#moved("opened"),
      closed: () => this.#moved("none"),
      ask: (kind, question) => this.#answer(kind, question),
      store: (data) => this.ledger.store(data),
      file: (path) => this.ledger.file(path),
    });
  }

  async start(): Promise<this> {
    await this.#server.start();
    return this;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  /** For Chromium: web.whatsapp.com is here and nothing else is anywhere; tests also run as root. */
  get chromiumArgs(): string[] {
    const rules = [
      `MAP web.whatsapp.com:443 127.0.0.1:${this.#server.port}`,
      "MAP * ~NOTFOUND",
      "EXCLUDE 127.0.0.1",
    ];
    return [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--ignore-certificate-errors",
      `--host-resolver-rules=${rules.join(",")}`,
    ];
  }

  /** The person of that id (`…@c.us` or `…@lid`); of a LID the phone number may be known as well. */
  person(id: string, name: string, pn: string | null = null): Person {
    const known = this.#persons.get(id);
    if (known !== undefined) return known;
    this.ledger.meet({ id, name, pn });
    const person = new Person(this.#service(), id, name);
    this.#persons.set(id, person);
    return person;
  }

  /** The bot's page is linked, synchronised and hears what people write. */
  get online(): boolean {
    return this.#page === "online";
  }

  /** A page is open and shows a QR or a pairing code. */
  get waitsForLogin(): boolean {
    return this.#page === "login";
  }

  /** The code the page shows for its phone number. */
  get pairingCode(): string | null {
    return this.#pairing?.code ?? null;
  }

  /** The phone of the bot's number scans the QR. */
  scanQr(pn: string = BOT.pn, lid: string = BOT.lid): void {
    if (!this.waitsForLogin) throw new Error(`no QR to scan\n${this.describe()}`);
    this.#link = { pn, lid, token: `session ${++this.#ids}` };
    this.#pairing = null;
    this.#tell({ kind: "login", ...this.#link });
  }

  /** The owner types the code into the phone whose number the page named. */
  entersCode(code: string, lid: string = BOT.lid): void {
    if (this.#pairing?.code !== code) throw new Error(`no such code, but ${this.pairingCode}`);
    this.scanQr(`${this.#pairing.phone}@c.us`, lid);
  }

  /** A new QR in the place of the one shown. */
  refreshQr(): void {
    this.#tell({ kind: "qr", ref: this.#nextRef() });
  }

  /** The owner removes the linked device on the phone; a page that is closed learns it when it opens. */
  phoneLogout(): void {
    this.#link = null;
    this.#tell({ kind: "loggedOut" });
  }

  /** The connection's state as the page is told it, such as CONFLICT, TIMEOUT or UNPAIRED_IDLE. */
  state(state: string): void {
    this.#tell({ kind: "state", state });
  }

  /** The bot's page drops a message from memory; the service and the phones have it still. */
  forgets(message: Entry): void {
    this.#tell({ kind: "forget", id: message.id });
  }

  /** What the bot has sent until now is too old to be changed, as it is after a quarter of an hour. */
  seals(): void {
    this.#tell({ kind: "seal" });
  }

  /** The service refuses the bot's next message; the library learns it as ack −1. */
  dropNext(): void {
    this.#refusals.push(null);
  }

  /** The bot's next message fails in the page with this error, such as `rate-overlimit`. */
  failNext(error: string): void {
    this.#refusals.push(error);
  }

  /** The number of this person is not on WhatsApp any more, or is again. */
  leaves(person: Person): void {
    this.#left.add(person.id);
  }

  returns(person: Person): void {
    this.#left.delete(person.id);
  }

  /** The bot's messages that arrived at the service, as they are now, over all chats. */
  get sent(): Entry[] {
    return this.ledger.entries.filter(({ fromBot, ack }) => fromBot && ack >= 0);
  }

  /** Messages of people the bot's page has not shown as seen. */
  get unread(): number {
    return [...this.#persons.keys()].reduce((sum, id) => sum + this.ledger.unread(id), 0);
  }

  /** Resolves with the predicate's first truthy value; the library's own events make no call here. */
  async until<T>(predicate: () => T, timeoutMs = 10_000): Promise<NonNullable<T>> {
    const looking = setInterval(() => this.#pulse.beat(), 20);
    try {
      return await until(this.#pulse, predicate, timeoutMs, () => this.describe());
    } finally {
      clearInterval(looking);
    }
  }

  /** All chats and the page's state as text, for the messages of failing tests. */
  describe(): string {
    const chats = [...this.#persons.values()].map(
      (person) => `--- chat of ${person.name} ---\n${person.transcript()}`,
    );
    return [`page: ${this.#page}`, ...this.missing, ...this.troubles, ...chats].join("\n");
  }

  readonly #answers: Answers = {
    hello: ({ token }) => {
      const linked = token !== null && token === this.#link?.token;
      this.#moved(linked ? "linked" : "login");
      return { linked, ref: this.#nextRef() };
    },
    pairing: ({ phone }) => {
      this.#pairing = { phone, code: `SOPIR${String(++this.#ids).padStart(3, "0")}` };
      return { code: this.#pairing.code };
    },
    sync: () => {
      // from here on the page is told at once; what it is told twice it takes once
      this.#page = "linked";
      return this.ledger.sync();
    },
    online: () => {
      this.#moved("online");
      return {};
    },
    message: (data) => {
      const gone = this.#left.has(data.chat) ? "No LID for user" : undefined;
      const refusal = gone ?? this.#refusals.shift();
      this.ledger.send(data, refusal === undefined ? 1 : -1, this.#nowMs());
      return { ok: refusal === undefined, error: refusal ?? null };
    },
    edit: ({ id, text }) => Object.assign(this.#entry(id), { text, edited: true }) && {},
    revoke: ({ id }) => Object.assign(this.#entry(id), { revoked: true }) && {},
    seen: ({ chat }) => {
      this.ledger.seen(chat);
      return {};
    },
    typing: ({ chat }) => {
      this.typing.push(chat);
      return {};
    },
    logout: () => {
      this.#link = null;
      return {};
    },
    missing: ({ name }) => {
      this.missing.push(name);
      return {};
    },
    trouble: ({ error }) => {
      this.troubles.push(error);
      return {};
    },
  };

  async #answer<K extends UpKind>(kind: K, ask: Up[K]["ask"]): Promise<Up[K]["answer"]> {
    const answer = await this.#answers[kind](ask);
    this.#pulse.beat();
    return answer;
  }

  #service(): Service {
    return {
      ledger: this.ledger,
      nowMs: this.#nowMs,
      nextId: () => `3A${String(++this.#ids).padStart(18, "0")}`,
      tell: (down) => this.#tell(down),
    };
  }

  /** A page that is not synchronised yet is not told: the synchronisation will bring it. */
  #tell(down: Down): void {
    const early = this.#page === "none" || this.#page === "opened" || this.#page === "login";
    const always = down.kind === "login" || down.kind === "qr" || down.kind === "state";
    if (!early || always) this.#server.tell(down);
    this.#pulse.beat();
  }

  #entry(id: string): Entry {
    const entry = this.ledger.find(id);
    if (entry === undefined) throw new Error(`no message ${id}`);
    return entry;
  }

  #nextRef(): string {
    return `2@qr-${this.#ref++}`;
  }

  #moved(page: "none" | "opened" | "login" | "linked" | "online"): void {
    this.#page = page;
    this.#pulse.beat();
  }
}
