import { setImmediate } from "node:timers/promises";
import { MemoryChannel, type SendFailure } from "../support/memory-channel.ts";
import { type ChannelHarness, describeChannel } from "./contract.ts";

describeChannel("the in-memory channel", async () => openMemory());

const FAILURE = {
  throttled: { kind: "failed", code: "throttled", detail: "slow down", retryAfterMs: 1_000 },
  blocked: { kind: "failed", code: "blocked", detail: "blocked", retryAfterMs: null },
  unreachable: { kind: "failed", code: "unreachable", detail: "no network", retryAfterMs: 1_000 },
} as const satisfies Record<string, SendFailure>;

function openMemory(): ChannelHarness {
  const channel = new MemoryChannel();
  const chat = "siti";
  let repeat = false;
  let queue = Promise.resolve();
  // A person's events keep their order; one that was not stored comes again.
  const deliver = (act: () => Promise<void>): void => {
    const twice = repeat;
    repeat = false;
    queue = queue.then(() => untilStored(act, channel));
    if (twice) queue = queue.then(() => channel.redeliver());
  };
  return {
    channel,
    chat,
    says: (text) => deliver(() => channel.says(chat, text)),
    taps: (title) => deliver(() => channel.taps(chat, title)),
    uploads: (file, caption) => deliver(() => channel.uploads(chat, file, caption)),
    shown: () =>
      channel.inbox(chat).map(({ text, buttons, content }) => ({
        text,
        buttons,
        bold: content.teks.filter((span) => span.tebal).map(({ teks }) => teks),
        file: content.file && { ...content.file, gambar: content.file.gambar === true },
      })),
    failNextSend: (how) => channel.failNext(FAILURE[how]),
    repeatNext: () => {
      repeat = true;
    },
    async until(predicate) {
      while (!predicate()) await setImmediate();
    },
    close: () => queue,
  };
}

async function untilStored(act: () => Promise<void>, channel: MemoryChannel): Promise<void> {
  try {
    await act();
  } catch {
    await untilStored(() => channel.redeliver(), channel);
  }
}
