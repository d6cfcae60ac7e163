// Delivery to a webhook: one update of a chat at a time, again and again until the bot says 2xx.
import type { Pulse } from "./calls.ts";
import type { Pending, UpdateQueue } from "./updates.ts";

/** One delivery attempt; status 0 when the bot could not be reached or did not answer. */
export type Delivery = { updateId: number; status: number };

/** Runs a call the bot put into its answer to the webhook. */
type Reply = (contentType: string, body: Buffer) => Promise<void>;

export class WebhookSender {
  readonly deliveries: Delivery[] = [];
  private readonly busyChats = new Set<number>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly stopping = new AbortController();
  private readonly queue: UpdateQueue;
  private readonly pulse: Pulse;
  private readonly options: { retryMs: number; reply: Reply };

  constructor(queue: UpdateQueue, pulse: Pulse, options: { retryMs: number; reply: Reply }) {
    this.queue = queue;
    this.pulse = pulse;
    this.options = options;
    pulse.onBeat(() => this.deliver());
  }

  stop(): void {
    this.stopping.abort();
    for (const timer of this.timers) clearTimeout(timer);
  }

  private deliver(): void {
    if (!this.queue.webhook || this.stopping.signal.aborted) return;
    for (const entry of this.queue.pending) {
      if (this.busyChats.has(entry.chatId)) continue;
      this.busyChats.add(entry.chatId);
      void this.attempt(entry);
    }
  }

  private async attempt(entry: Pending): Promise<void> {
    const status = await this.post(entry).catch(() => 0);
    if (this.stopping.signal.aborted) return;
    this.deliveries.push({ updateId: entry.update.update_id, status });
    if (status >= 200 && status < 300) {
      this.queue.confirm(entry);
      this.free(entry.chatId);
      return;
    }
    this.queue.lastError = `Wrong response from the webhook: ${status}`;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.free(entry.chatId);
    }, this.options.retryMs);
    this.timers.add(timer);
    this.pulse.beat();
  }

  private free(chatId: number): void {
    this.busyChats.delete(chatId);
    this.pulse.beat();
  }

  private async post(entry: Pending): Promise<number> {
    const webhook = this.queue.webhook;
    if (!webhook) return 0;
    entry.handed = true;
    const response = await fetch(webhook.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(webhook.secret_token && { "x-telegram-bot-api-secret-token": webhook.secret_token }),
      },
      body: JSON.stringify(entry.update),
      redirect: "manual",
      signal: this.stopping.signal,
    });
    const body = Buffer.from(await response.arrayBuffer());
    const contentType = response.headers.get("content-type") ?? "";
    if (response.ok && body.length > 0) await this.options.reply(contentType, body);
    return response.status;
  }
}
