// The queue of updates: kept until the bot confirmed them, by a poll's offset or a webhook's 2xx.
import type { TelegramUpdate, TelegramWebhookInfo } from "@gramio/types/objects";
import type { GetUpdatesParams, SetWebhookParams } from "@gramio/types/params";
import { Refusal } from "./answer.ts";
import type { Pulse } from "./calls.ts";

/** What happened, without its number. */
export type News = Omit<TelegramUpdate, "update_id">;

export type Pending = {
  update: TelegramUpdate;
  /** Updates of one chat are delivered in order; chats do not wait for each other. */
  chatId: number;
  /** The bot has been given it at least once since it was queued (again). */
  handed: boolean;
  /** How often it is still to be delivered again after being confirmed. */
  repeats: number;
  /** A repetition is older than the confirmed offset and must survive it once. */
  repeated: boolean;
};

type Kind = Exclude<keyof TelegramUpdate, "update_id">;
type Poll = { wake: () => void; refuse: (refusal: Refusal) => void };

/** Kinds Telegram leaves out unless asked for by name. */
const UNUSUAL = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

export class UpdateQueue {
  /** Queue every update for a second delivery, as after a crash or a webhook's lost answer. */
  deliverTwice = false;
  webhook: SetWebhookParams | undefined;
  /** Outcome of the webhook's last failure, as getWebhookInfo tells it. */
  lastError: string | undefined;
  pending: Pending[] = [];
  private allowed: Kind[] = [];
  private nextId = 500_000_001;
  private poll: Poll | undefined;
  private readonly pulse: Pulse;

  constructor(pulse: Pulse) {
    this.pulse = pulse;
  }

  /** True while a long poll of the bot is waiting. */
  get polling(): boolean {
    return this.poll !== undefined;
  }

  /** Queues what happened, unless the bot did not ask for such updates. */
  push(chatId: number, news: News): void {
    const kind = Object.keys(news)[0] ?? "";
    const wanted =
      this.allowed.length > 0 ? this.allowed.some((one) => one === kind) : !UNUSUAL.has(kind);
    if (!wanted) return;
    const update: TelegramUpdate = { update_id: this.nextId++, ...news };
    const repeats = this.deliverTwice ? 1 : 0;
    this.pending.push({ update, chatId, handed: false, repeats, repeated: false });
    this.poll?.wake();
    this.pulse.beat();
  }

  /** Takes an update the bot accepted off the queue, or queues its repetition. */
  confirm(entry: Pending): void {
    if (entry.repeats > 0) {
      entry.repeats -= 1;
      entry.handed = false;
      entry.repeated = true;
    } else {
      this.pending = this.pending.filter((other) => other !== entry);
    }
    this.pulse.beat();
  }

  setWebhook(params: SetWebhookParams): true {
    const secret = params.secret_token;
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
      throw new Refusal(400, "Bad Request: secret token contains unallowed characters");
    }
    this.webhook = params.url === "" ? undefined : params;
    if (params.drop_pending_updates) this.pending = [];
    if (params.allowed_updates) this.allowed = params.allowed_updates;
    if (this.webhook) {
      this.poll?.refuse(new Refusal(409, "Conflict: terminated by setWebhook request"));
    }
    this.pulse.beat();
    return true;
  }

  webhookInfo(): TelegramWebhookInfo {
    return {
      url: this.webhook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.pending.length,
      ...(this.lastError === undefined ? {} : { last_error_message: this.lastError }),
      ...(this.allowed.length > 0 ? { allowed_updates: this.allowed } : {}),
    };
  }

  /** Answers getUpdates; waits up to the poll's timeout or until the bot hangs up. */
  async getUpdates(params: GetUpdatesParams, hungUp: AbortSignal): Promise<TelegramUpdate[]> {
    if (this.webhook) throw new Refusal(409, WEBHOOK_ACTIVE);
    this.poll?.refuse(new Refusal(409, OTHER_POLL));
    if (params.allowed_updates) this.allowed = params.allowed_updates;
    this.confirmUpTo(params.offset ?? 0);
    if (this.pending.length === 0 && params.timeout) await this.wait(params.timeout, hungUp);
    if (hungUp.aborted) return [];
    const limit = Math.min(Math.max(params.limit ?? 100, 1), 100);
    const batch = this.pending
      .toSorted((a, b) => a.update.update_id - b.update.update_id)
      .slice(0, limit);
    for (const entry of batch) entry.handed = true;
    return batch.map((entry) => entry.update);
  }

  /** A negative offset keeps only so many of the newest. */
  private confirmUpTo(offset: number): void {
    if (offset < 0) this.pending = this.pending.slice(offset);
    for (const entry of this.pending) {
      const covered = entry.update.update_id < offset;
      if (covered && (entry.handed || !entry.repeated)) this.confirm(entry);
    }
  }

  private wait(seconds: number, hungUp: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => () => {
        clearTimeout(timer);
        hungUp.removeEventListener("abort", wake);
        if (this.poll === poll) this.poll = undefined;
        then();
      };
      const wake = settle(resolve);
      const timer = setTimeout(wake, seconds * 1_000);
      const poll: Poll = { wake, refuse: (refusal) => settle(() => reject(refusal))() };
      this.poll = poll;
      hungUp.addEventListener("abort", wake);
      this.pulse.beat();
    });
  }
}

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const OTHER_POLL =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
