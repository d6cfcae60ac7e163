// Planned failures: what the next, or every, call of a method meets instead of its usual answer.
import { once } from "node:events";
import type { TelegramResponseParameters } from "@gramio/types/objects";
import { Refusal } from "./answer.ts";
import type { Params } from "./check.ts";

/** `lost`: the connection breaks before anything happened; `unanswered`: after it happened. */
type Fault =
  | { kind: "refuse"; refusal: Refusal }
  | { kind: "cut"; when: "lost" | "unanswered" }
  | { kind: "hold"; released: Promise<unknown> };

/** With a chat, only calls about that chat meet the fault. */
type Plan = { method: string; fault: Fault; once: boolean; chatId?: number };

export class Faults {
  /** Called when an outage begins, to break the connections that are open. */
  onOutage: () => void = () => undefined;
  private outage = false;
  private plans: Plan[] = [];

  /** True: every connection is cut at once, as if Telegram could not be reached. */
  get unreachable(): boolean {
    return this.outage;
  }

  set unreachable(unreachable: boolean) {
    this.outage = unreachable;
    if (unreachable) this.onOutage();
  }

  /** The next call of the method (`"*"`: of any but getUpdates) is refused. */
  failNext(
    method: string,
    status: number,
    description: string,
    parameters?: TelegramResponseParameters,
  ): void {
    const refusal = new Refusal(status, description, parameters);
    this.plans.push({ method, fault: { kind: "refuse", refusal }, once: true });
  }

  /** Every call of the method (`"*"`: of any, getUpdates included) is refused until the returned function is called. */
  failAlways(
    method: string,
    status: number,
    description: string,
    parameters?: TelegramResponseParameters,
  ): () => void {
    const refusal = new Refusal(status, description, parameters);
    const plan: Plan = { method, fault: { kind: "refuse", refusal }, once: false };
    this.plans.push(plan);
    return () => {
      this.plans = this.plans.filter((other) => other !== plan);
    };
  }

  /** Every call about one chat is refused until the returned function is called. */
  failChat(chatId: number, status: number, description: string): () => void {
    const refusal = new Refusal(status, description);
    const plan: Plan = { method: "*", fault: { kind: "refuse", refusal }, once: false, chatId };
    this.plans.push(plan);
    return () => {
      this.plans = this.plans.filter((other) => other !== plan);
    };
  }

  /** The next call meets a broken connection: `lost` did nothing, `unanswered` took effect. */
  cutNext(method: string, when: "lost" | "unanswered" = "lost"): void {
    this.plans.push({ method, fault: { kind: "cut", when }, once: true });
  }

  /** The next call waits, unanswered and without effect, until the returned function is called. */
  holdNext(method: string): () => void {
    const gate = new AbortController();
    const released = once(gate.signal, "abort");
    this.plans.push({ method, fault: { kind: "hold", released }, once: true });
    return () => gate.abort();
  }

  /** Everything works again. */
  heal(): void {
    this.plans = [];
    this.unreachable = false;
  }

  /** The fault planned for this call, taken off the plan if it was for one call only. */
  take(method: string, params: Params = {}): Fault | undefined {
    const plan = this.plans.find((one) => applies(one, method, params));
    if (plan?.once) this.plans.splice(this.plans.indexOf(plan), 1);
    return plan?.fault;
  }
}

function applies(plan: Plan, method: string, params: Params): boolean {
  if (plan.chatId !== undefined && plan.chatId !== Number(params["chat_id"])) return false;
  if (plan.method === method) return true;
  return plan.method === "*" && !(plan.once && method === "getUpdates");
}
