// Planned failures: what the next, or every, call meets instead of its usual answer.

/** What a call is about; reading receipts of ours are a kind of their own. */
export type CallKind =
  | "send"
  | "template"
  | "read"
  | "upload"
  | "media"
  | "download"
  | "phone"
  | "templates";

/** `lost`: the connection breaks before anything happened; `unanswered`: after it happened. */
export type Fault =
  | {
      readonly kind: "refuse";
      readonly status: number;
      readonly code: number | null;
      readonly retryAfter?: number;
    }
  | { readonly kind: "cut"; readonly when: "lost" | "unanswered" }
  /** Accepted, and reported as failed afterwards, as much of what goes wrong is. */
  | { readonly kind: "fails-later"; readonly code: number };

interface Plan {
  readonly call: CallKind;
  readonly fault: Fault;
  readonly once: boolean;
  /** So many calls go well before. */
  skip: number;
}

export class Faults {
  #plans: Plan[] = [];
  /** True: every connection is cut at once, as if the service could not be reached. */
  unreachable = false;

  /** The next call of this kind is refused, by a code of the API or by HTTP alone. */
  failNext(call: CallKind, status: number, code: number | null = null, retryAfter?: number): void {
    const fault = {
      kind: "refuse",
      status,
      code,
      ...(retryAfter !== undefined && { retryAfter }),
    } as const;
    this.#plans.push({ call, fault, once: true, skip: 0 });
  }

  /** Every call of this kind is refused until the returned function is called. */
  failAlways(call: CallKind, status: number, code: number | null = null): () => void {
    const plan: Plan = { call, fault: { kind: "refuse", status, code }, once: false, skip: 0 };
    this.#plans.push(plan);
    return () => {
      this.#plans = this.#plans.filter((other) => other !== plan);
    };
  }

  /** So many calls of this kind go well, and the next one is refused. */
  failAfter(call: CallKind, skip: number, status: number, code: number | null = null): void {
    this.#plans.push({ call, fault: { kind: "refuse", status, code }, once: true, skip });
  }

  cutNext(call: CallKind, when: "lost" | "unanswered" = "lost"): void {
    this.#plans.push({ call, fault: { kind: "cut", when }, once: true, skip: 0 });
  }

  /** The next message is taken, and a status says later that it failed. */
  failLater(code: number): void {
    this.#plans.push({ call: "send", fault: { kind: "fails-later", code }, once: true, skip: 0 });
  }

  /** The fault planned for this call, taken off the plan if it was for one call only. */
  take(call: CallKind): Fault | undefined {
    const plan = this.#plans.find((one) => one.call === call);
    if (plan !== undefined && plan.skip > 0) {
      plan.skip -= 1;
      return undefined;
    }
    if (plan?.once === true) this.#plans.splice(this.#plans.indexOf(plan), 1);
    return plan?.fault;
  }
}
