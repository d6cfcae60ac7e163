import { setImmediate } from "node:timers/promises";
import type { InboundEvent } from "../../../src/app/ports/channel.ts";
import type { Timing } from "../../../src/app/ports/timing.ts";
import {
  createTelegramChannel,
  type TelegramOptions,
} from "../../../src/channels/telegram/index.ts";
import { systemTiming } from "../../../src/clock/system-timing.ts";
import { TelegramDouble } from "../../doubles/telegram/index.ts";
import { MemoryLog } from "../../support/memory-log.ts";

/** Pauses of seconds take milliseconds, so that back-off can be watched. */
export const briskTiming: Timing = {
  now: () => systemTiming.now(),
  sleep: (ms, signal) => systemTiming.sleep(ms / 50, signal),
};

export interface Opened {
  readonly double: TelegramDouble;
  readonly log: MemoryLog;
  readonly stored: InboundEvent[];
  readonly texts: () => string[];
  /** A channel on the double; as many as wanted, one after another. */
  readonly create: (rest?: Partial<TelegramOptions>) => ReturnType<typeof createTelegramChannel>;
  /** Stores an event, unless told to fail. */
  readonly sink: (event: InboundEvent) => Promise<void>;
  /** How many of the next calls of the sink fail. */
  fail: number;
}

export async function openTelegram(options: { readonly rich?: boolean } = {}): Promise<Opened> {
  const double = await new TelegramDouble(options).start();
  const log = new MemoryLog();
  const stored: InboundEvent[] = [];
  const opened: Opened = {
    double,
    log,
    stored,
    texts: () => stored.flatMap((event) => (event.type === "text" ? [event.text] : [])),
    create: (rest = {}) =>
      createTelegramChannel({
        token: double.token,
        apiRoot: double.url,
        log,
        now: Date.now,
        timing: briskTiming,
        ...rest,
      }),
    async sink(event) {
      if (opened.fail > 0) {
        opened.fail -= 1;
        throw new Error("the database is down");
      }
      stored.push(event);
    },
    fail: 0,
  };
  return opened;
}

/** Resolves when the predicate holds; for what the double cannot see. */
export async function eventually(predicate: () => boolean, timeoutMs = 5_000): Promise<void> {
  const untilMs = Date.now() + timeoutMs;
  while (!predicate()) {
    if (Date.now() > untilMs) throw new Error("not reached in time");
    await setImmediate();
  }
}
