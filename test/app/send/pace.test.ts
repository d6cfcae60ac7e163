import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPacer } from "../../../src/app/send/pace.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";

const SIARAN = 3;
const BALASAN = 0;
const pace = { perSecond: 20, perChatMs: 0 };

/** When each of so many messages, all there at once, leaves; a reply comes at `replyMs`. */
async function leave(count: number, replyMs: number | null = null) {
  const timing = createFakeTiming();
  const pacer = createPacer(pace, timing);
  const sentAt: number[] = [];
  let repliedAt: number | null = null;
  for (let n = 0; n < count; n += 1) {
    void pacer.turn(`chat${n}`, SIARAN).then(() => sentAt.push(timing.now()));
  }
  for (let ms = 0; ms < 6_000; ms += 10) {
    if (ms === replyMs) {
      void pacer.turn("budi", BALASAN).then(() => {
        repliedAt = timing.now();
      });
    }
    await timing.advance(10);
  }
  const first = sentAt[0] ?? 0;
  return { sentAt: sentAt.map((at) => at - first), repliedAt, first };
}

describe("the pace of a channel", () => {
  it("lets half of what a second bears leave at once, the rest evenly", async () => {
    const { sentAt } = await leave(60);
    expect(sentAt.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
    const gaps = sentAt.slice(10).map((at, n) => at - (sentAt[n + 9] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50 - 10);
    // Once the first second, which the burst began, is over.
    expect(Math.max(...gaps.slice(11))).toBeLessThanOrEqual(50 + 10);
  });

  it("never lets more leave within a second than it bears, whatever comes when", async () => {
    const burst = fc.integer({ min: 1, max: 50 });
    await fc.assert(
      fc.asyncProperty(fc.array(burst, { minLength: 1, maxLength: 5 }), async (bursts) => {
        const timing = createFakeTiming();
        const pacer = createPacer(pace, timing);
        const sentAt: number[] = [];
        for (const [at, count] of bursts.entries()) {
          for (let n = 0; n < count; n += 1)
            void pacer.turn(`c${at}.${n}`, SIARAN).then(() => sentAt.push(timing.now()));
          await timing.advance(370);
        }
        await timing.advance(20_000);
        expect(sentAt).toHaveLength(bursts.reduce((sum, one) => sum + one, 0));
        for (const [n, at] of sentAt.entries()) {
          const twentiethBefore = sentAt[n - pace.perSecond];
          if (twentiethBefore !== undefined)
            expect(at - twentiethBefore).toBeGreaterThanOrEqual(1_000);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("lets an answer to somebody leave within two steps of a broadcast", async () => {
    const { repliedAt, first } = await leave(200, 2_000);
    expect((repliedAt ?? Number.POSITIVE_INFINITY) - first - 2_000).toBeLessThanOrEqual(110);
  });
});
