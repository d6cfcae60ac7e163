// What becomes of a message where the line to its service is bad, whichever service it is.
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Channel, Outgoing } from "../../src/app/ports/channel.ts";
import { createTelegramChannel } from "../../src/channels/telegram/index.ts";
import { createWhatsappCloudChannel } from "../../src/channels/whatsapp-cloud/index.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { plain } from "../../src/core/pesan/spans.ts";
import { type BadLine, faultList, openBadLine } from "../doubles/bad-line.ts";
import { MemoryLog } from "../support/memory-log.ts";

const TOKEN = "7000000001:rahasia-rahasia-rahasia-rahasia";
const CHAT = "6281200000001";

const channels: Readonly<Record<string, (apiRoot: string) => Channel>> = {
  Telegram: (apiRoot) => createTelegramChannel({ ...common(), token: TOKEN, apiRoot }),
  "the Cloud API": (apiRoot) =>
    createWhatsappCloudChannel({
      ...common(),
      token: TOKEN,
      apiRoot,
      version: "v25.0",
      phoneId: "1",
      templatList: [],
      perMonthMax: null,
    }),
};
const common = () => ({ log: new MemoryLog(), now: Date.now, timing: systemTiming });

const text: Outgoing = { teks: plain("Mohon persetujuan"), pilihan: [], file: null };
const acts: Readonly<Record<string, (channel: Channel) => ReturnType<Channel["send"]>>> = {
  "a text": (channel) => channel.send(CHAT, text),
  "a file": (channel) => channel.send(CHAT, { ...text, file }),
  "an edit": (channel) =>
    channel.edit?.({ chat: CHAT, externalIdList: ["5"], withFile: false }, text) ?? NO_EDIT,
  "a sign": (channel) => channel.react?.(CHAT, "5", "👍") ?? NO_EDIT,
};
/** Longer than one piece of a call on the wire. */
const file = {
  nama: "Laporan.pdf",
  mime: "application/pdf",
  data: new Uint8Array(1_000_000).fill(65),
};
const NO_EDIT = Promise.resolve({
  kind: "failed",
  code: "unreachable",
  detail: "this channel has no such act",
  retryAfterMs: 1_000,
} as const);

let line: BadLine;

/** How long we wait for an answer is not waited for. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(async () => {
  vi.useRealTimers();
  await line.close();
});

/** What comes of it: once the line has nothing more to say, our patience ends. */
async function ended<T>(work: Promise<T>): Promise<T> {
  await Promise.race([work, pause(QUIET_MS)]);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  return work;
}
/** The machine's own, which is not faked. */
const QUIET_MS = 200;
const PATIENCE_MS = 110_000;

describe.each(Object.entries(channels))("%s over a line that", (_, create) => {
  it.each(faultList)("%s says so, and nothing is the message's own fault", async (fault) => {
    line = await openBadLine(fault);
    const channel = create(line.url);
    for (const [what, act] of Object.entries(acts)) {
      const result = await ended(act(channel));
      expect([what, result]).toEqual([
        what,
        expect.objectContaining({ kind: "failed", code: "unreachable" }),
      ]);
      expect(result.kind === "failed" && (result.retryAfterMs ?? 0)).toBeGreaterThanOrEqual(1_000);
      expect(JSON.stringify(result)).not.toContain(TOKEN);
    }
  });
});
