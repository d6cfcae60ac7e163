/**
 * A Bot API double for end-to-end tests: real HTTP on loopback, for any bot library that lets its API root
 * be set. It outlives the bots of a test, so restarts can be played.
 *
 * What a green test does NOT prove:
 * - parse_mode: HTML and Markdown are neither parsed nor measured; prefer entities, which are checked;
 * - flood limits: 429 comes only where a test plants it, for Telegram's real limits are unpublished;
 * - rendering: how clients show texts, keyboards and files; how long a title may be before it is cut;
 * - delays: answers are immediate, callback queries never expire by themselves;
 * - anything beyond private chats: groups, channels, inline mode, payments, media groups;
 * - TLS and the ports a real webhook must use;
 * - the text of rare errors: descriptions follow those seen in public reports, which Telegram may change.
 * On unknown parameters the double is stricter than Telegram, which ignores them.
 */
import type { TelegramBotCommand, TelegramUser } from "@gramio/types/objects";
import { Api } from "./api.ts";
import { parseBody } from "./body.ts";
import { type Call, CallLog, Pulse, until } from "./calls.ts";
import { Faults } from "./faults.ts";
import { fragment, signed } from "./init-data.ts";
import { commandKey } from "./methods.ts";
import { Person } from "./person.ts";
import { BotApiServer } from "./server.ts";
import { UpdateQueue } from "./updates.ts";
import { type Delivery, WebhookSender } from "./webhook.ts";
import { World } from "./world.ts";

export type { Call } from "./calls.ts";
export type { Person } from "./person.ts";
export type { Tap } from "./world.ts";

export type TelegramDoubleOptions = {
  token?: string;
  /** The clock behind message dates and `Call.atMs`, in epoch milliseconds. */
  nowMs?: () => number;
  botName?: string;
  /** False for a server older than Bot API 10.1, which knows no rich messages. */
  rich?: boolean;
  /** Pause before a webhook delivery that was not accepted is tried again. */
  webhookRetryMs?: number;
};

const BOT: TelegramUser = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: "Sopir",
  username: "sopir_test_bot",
};

const LINES_KEPT = 30;

export class TelegramDouble {
  readonly token: string;
  /** Planned failures: failNext, failAlways, cutNext, holdNext, unreachable, heal. */
  readonly faults = new Faults();
  private readonly pulse = new Pulse();
  private readonly log = new CallLog(this.pulse);
  private readonly updates = new UpdateQueue(this.pulse);
  private readonly persons = new Map<number, Person>();
  private readonly world: World;
  private readonly api: Api;
  private readonly server: BotApiServer;
  private readonly webhookSender: WebhookSender;

  constructor(options: TelegramDoubleOptions = {}) {
    this.token = options.token ?? `${BOT.id}:double-double-double-double-double-`;
    const bot = { ...BOT, username: options.botName ?? "sopir_test_bot" };
    this.world = new World(bot, options.nowMs ?? Date.now, options.rich ?? true);
    const { log, faults, updates, world } = this;
    this.api = new Api({ log, faults, updates, world });
    this.server = new BotApiServer({ token: this.token, api: this.api, faults, world });
    this.webhookSender = new WebhookSender(updates, this.pulse, {
      retryMs: options.webhookRetryMs ?? 50,
      reply: (contentType, body) => this.webhookReply(contentType, body),
    });
  }

  async start(): Promise<this> {
    await this.server.start();
    return this;
  }

  async stop(): Promise<void> {
    this.webhookSender.stop();
    await this.server.stop();
  }

  /** The API root to configure in the bot. */
  get url(): string {
    return this.server.url;
  }

  /** The person of that id, with a private chat; the same object for the same id. */
  person(id: number, name: string): Person {
    const known = this.persons.get(id);
    if (known) return known;
    const user = { id, is_bot: false, first_name: name, language_code: "id" };
    const person = new Person(this.world, this.updates, this.world.meet(user));
    this.persons.set(id, person);
    return person;
  }

  /** What a page is handed that somebody opens now; as a client does, without asking any server of ours. */
  initData(person: Person): string {
    const { id, name } = person;
    const user = JSON.stringify({ id, first_name: name, language_code: "id" });
    const auth_date = String(this.world.date);
    return signed({ query_id: "AAHdF6IQ", user, auth_date, signature: "c2ln" }, this.token);
  }

  /** Presses a button that opens a page; answers the whole address it is opened by. */
  opensPage(person: Person, button: string, { dark = false } = {}): string {
    return `${person.page(button)}#${fragment(this.initData(person), dark)}`;
  }

  /** A group with the bot in it, as one member sees it; what is said there is said by that member. */
  group(id: number, title: string, member: Person): Person {
    const user = { id: member.id, is_bot: false, first_name: member.name };
    const group = new Person(this.world, this.updates, this.world.meet(user, { id, title }));
    this.persons.set(id, group);
    return group;
  }

  /** Every call but getUpdates, in order of arrival. */
  get calls(): readonly Call[] {
    return this.log.calls;
  }

  get polls(): readonly Call[] {
    return this.log.polls;
  }

  /** Forgets what nobody asks for any more: calls, files, and all but the last lines of each chat. */
  forget(): void {
    this.log.forget();
    this.world.files.clear();
    for (const { lines } of this.world.chats.values())
      lines.splice(0, Math.max(0, lines.length - LINES_KEPT));
  }

  callsOf(method: string): Call[] {
    return this.log.of(method);
  }

  /** Deviations from the published Bot API over all calls; a test ends by expecting none. */
  get complaints(): string[] {
    return this.log.complaints;
  }

  /** Refuse deviating calls (default), or only note them in `complaints`. */
  set strict(strict: boolean) {
    this.api.strict = strict;
  }

  /** Deliver each update twice under one update_id, the second time after it was confirmed. */
  set deliverTwice(twice: boolean) {
    this.updates.deliverTwice = twice;
  }

  /** Updates not yet confirmed by the bot. */
  get pendingUpdates(): number {
    return this.updates.pending.length;
  }

  /** True while a long poll of the bot waits for updates. */
  get polling(): boolean {
    return this.updates.polling;
  }

  /** The webhook URL in force. */
  get webhookUrl(): string | undefined {
    return this.updates.webhook?.url;
  }

  get deliveries(): readonly Delivery[] {
    return this.webhookSender.deliveries;
  }

  /** The command list a person sees: their chat's own, else that of private chats, else the default. */
  commandsFor(person: Person): TelegramBotCommand[] {
    const scopes = [
      { type: "chat", chat_id: person.id },
      { type: "all_private_chats" },
      { type: "default" },
    ];
    const keys = scopes.flatMap((scope) => [
      commandKey({ scope, language_code: "id" }),
      commandKey({ scope }),
    ]);
    const key = keys.find((one) => this.world.commands.get(one)?.length);
    return (key === undefined ? undefined : this.world.commands.get(key)) ?? [];
  }

  /** Resolves with the predicate's first truthy value; looks again after each call, poll or delivery. */
  until<T>(predicate: () => T, timeoutMs = 5_000): Promise<NonNullable<T>> {
    return until(this.pulse, predicate, timeoutMs, () => this.describe());
  }

  /** Resolves once the bot made no call for so long; polls do not count. */
  idle(quietMs: number): Promise<void> {
    return this.log.idle(quietMs);
  }

  /** All chats and the last calls as text, for the messages of failing tests. */
  describe(): string {
    const chats = [...this.persons.values()].map(
      (person) => `--- chat of ${person.name} ---\n${person.transcript()}`,
    );
    return [...chats, "--- last calls ---", this.log.tail()].join("\n");
  }

  /** The bot never learns what became of a call it put into a webhook's response. */
  private async webhookReply(contentType: string, data: Buffer): Promise<void> {
    const body = await parseBody(contentType, data);
    const method = this.api.method(String(body.fields["method"]));
    delete body.fields["method"];
    if (method) {
      await this.api.execute(method, body, "webhook reply", new AbortController().signal);
    }
  }
}
