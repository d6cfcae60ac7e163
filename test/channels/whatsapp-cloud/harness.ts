import type { Timing } from "../../../src/app/ports/timing.ts";
import {
  createWhatsappCloudChannel,
  type WhatsappCloudChannel,
  type WhatsappCloudOptions,
} from "../../../src/channels/whatsapp-cloud/index.ts";
import { systemTiming } from "../../../src/clock/system-timing.ts";
import { GraphDouble } from "../../doubles/graph/index.ts";
import { MemoryLog } from "../../support/memory-log.ts";

/** Pauses of seconds take milliseconds. */
export const briskTiming: Timing = {
  now: () => systemTiming.now(),
  sleep: (ms, signal) => systemTiming.sleep(ms / 50, signal),
};

export interface Opened {
  readonly double: GraphDouble;
  readonly log: MemoryLog;
  readonly create: (rest?: Partial<WhatsappCloudOptions>) => WhatsappCloudChannel;
}

/** The service, and channels on it; what it brings goes to the one made last. */
export async function openGraph(now: () => number = Date.now): Promise<Opened> {
  const double = await new GraphDouble(now).start();
  const log = new MemoryLog();
  return {
    double,
    log,
    create(rest = {}) {
      const channel = createWhatsappCloudChannel({
        token: double.token,
        apiRoot: double.url,
        version: double.version,
        phoneId: double.phoneId,
        templatList: [],
        perMonthMax: null,
        log,
        now,
        timing: briskTiming,
        ...rest,
      });
      double.receiver = async (body) => {
        await channel.handleWebhook(JSON.parse(body.toString()));
        return 200;
      };
      return channel;
    },
  };
}
