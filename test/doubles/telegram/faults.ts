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

/** What a bad day does to a call; `midway`: the connection is reset while the call still comes in. */
export type Disturbance =
  | {
      readonly status: number;
      readonly description: string;
      readonly parameters?: TelegramResponseParameters;
    }
  | "lost"
  | "unanswered"
  | "midway";

/** With a chat, only calls about that chat meet the fault. */
type Plan = { method: string; fault: Fault; once: boolean; chatId?: number };

export class Faults {
  /** Called when an outage begins, to break the connections that are open. */
  onOutage: () => void = () => undefined;
  /** Called with each call that meets nobody during an outage. */
  onMet: () => void = () => undefined;
  private outage = false;
  private plans: Plan[] = [];
  private day: { readonly every: number; readonly what: readonly Disturbance[] } | null = null;
  /** Calls of the bad day, by method. */
  private readonly callsOfDay = new Map<string, number>();
  /** How often the bad day struck. */
  struck = 0;

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

  /** A bad day: of each method's calls, polls and downloads too, every n-th goes wrong, in turn, until `heal`. */
  disturb(every: number, ...what: readonly [Disturbance, ...Disturbance[]]): void {
    this.day = { every, what };
  }

  /** Whether the connection of this call is to be reset before the call is read. */
  breaksMidway(method: string): boolean {
    if (this.next(method) !== "midway") return false;
    this.strike(method);
    return true;
  }

  /** Everything works again. */
  heal(): void {
    this.plans = [];
    this.day = null;
    this.unreachable = false;
  }

  /** The fault planned for this call, taken off the plan if it was for one call only. */
  take(method: string, params: Params = {}): Fault | undefined {
    const plan = this.plans.find((one) => applies(one, method, params));
    if (plan?.once) this.plans.splice(this.plans.indexOf(plan), 1);
    return plan?.fault ?? this.ofDay(method);
  }

  private ofDay(method: string): Fault | undefined {
    const what = this.next(method);
    this.strike(method);
    if (what === null) return undefined;
    // Nothing comes in with a download that could be cut midway.
    if (what === "midway") return { kind: "cut", when: "lost" };
    if (typeof what === "string") return { kind: "cut", when: what };
    const { status, description, parameters } = what;
    return { kind: "refuse", refusal: new Refusal(status, description, parameters) };
  }

  /** What the next call of this method meets on a bad day. */
  private next(method: string): Disturbance | null {
    if (this.day === null) return null;
    const { every, what } = this.day;
    const count = (this.callsOfDay.get(method) ?? 0) + 1;
    return count % every === 0 ? (what[(count / every - 1) % what.length] ?? null) : null;
  }

  private strike(method: string): void {
    if (this.next(method) !== null) this.struck += 1;
    this.callsOfDay.set(method, (this.callsOfDay.get(method) ?? 0) + 1);
  }
}

function applies(plan: Plan, method: string, params: Params): boolean {
  if (plan.chatId !== undefined && plan.chatId !== Number(params["chat_id"])) return false;
  if (plan.method === method) return true;
  return plan.method === "*" && !(plan.once && method === "getUpdates");
}
