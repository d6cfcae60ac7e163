// Every call of the bot, recorded; and waiting for something to have happened, without sleeping.
import { EventEmitter } from "node:events";
import type { Answer } from "./answer.ts";
import type { Params, Uploads } from "./check.ts";

/** One call of the bot, as it arrived and as it was answered. */
export type Call = {
  method: string;
  params: Params;
  files: Uploads;
  atMs: number;
  /** Deviations from the published Bot API; empty for a clean call. */
  complaints: string[];
  /** A webhook may carry one call in its response; Telegram then tells the bot nothing about it. */
  via: "http" | "webhook reply";
  /** Missing while the call is in work, and for ever when the connection was cut. */
  answer?: Answer;
};

/** Announces that something happened: a call was answered, a poll opened, an update confirmed. */
export class Pulse {
  private readonly events = new EventEmitter().setMaxListeners(0);

  beat(): void {
    this.events.emit("beat");
  }

  /** Calls back on every beat until the returned function is called. */
  onBeat(listener: () => void): () => void {
    this.events.on("beat", listener);
    return () => this.events.off("beat", listener);
  }
}

/** Resolves with the first truthy value of the predicate, asked now and after every beat. */
export function until<T>(
  pulse: Pulse,
  predicate: () => T,
  timeoutMs: number,
  explain: () => string,
): Promise<NonNullable<T>> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      clearTimeout(deadline);
      stop();
      settle();
    };
    const look = () => {
      try {
        const value = predicate();
        if (value) done(() => resolve(value));
      } catch (error) {
        done(() => reject(error));
      }
    };
    const deadline = setTimeout(
      () => done(() => reject(new Error(`not reached in ${timeoutMs} ms\n${explain()}`))),
      timeoutMs,
    );
    const stop = pulse.onBeat(look);
    look();
  });
}

/** The calls of the bot in order; polls are kept apart, they say nothing about what the bot does. */
export class CallLog {
  readonly calls: Call[] = [];
  readonly polls: Call[] = [];
  private inWork = 0;
  private readonly pulse: Pulse;

  constructor(pulse: Pulse) {
    this.pulse = pulse;
  }

  open(call: Call): void {
    if (call.method === "getUpdates") this.polls.push(call);
    else {
      this.calls.push(call);
      this.inWork += 1;
    }
    this.pulse.beat();
  }

  close(call: Call, answer?: Answer): void {
    if (answer) call.answer = answer;
    if (call.method !== "getUpdates") this.inWork -= 1;
    this.pulse.beat();
  }

  forget(): void {
    this.calls.length = 0;
    this.polls.length = 0;
  }

  of(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  get complaints(): string[] {
    return [...this.polls, ...this.calls].flatMap((call) =>
      call.complaints.map((complaint) => `${call.method}: ${complaint}`),
    );
  }

  /** Resolves once no call was in work or arrived for so long; polls do not count. */
  idle(quietMs: number): Promise<void> {
    return new Promise((resolve) => {
      let seen = -1;
      let timer: NodeJS.Timeout | undefined;
      const settle = () => {
        stop();
        resolve();
      };
      const look = () => {
        const now = this.inWork > 0 ? -1 : this.calls.length;
        if (now === seen && now !== -1) return;
        clearTimeout(timer);
        seen = now;
        if (now !== -1) timer = setTimeout(settle, quietMs);
      };
      const stop = this.pulse.onBeat(look);
      look();
    });
  }

  /** The last calls, one line each, for error messages. */
  tail(count = 12): string {
    return this.calls
      .slice(-count)
      .map((call) => `${call.method} ${brief(call.params)} → ${outcome(call.answer)}`)
      .join("\n");
  }
}

function brief(params: Params): string {
  const text = JSON.stringify(params);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function outcome(answer: Answer | undefined): string {
  if (!answer) return "no answer";
  return answer.ok ? "ok" : `${answer.error_code} ${answer.description}`;
}
