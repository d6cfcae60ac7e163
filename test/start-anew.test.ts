import { describe, expect, it } from "vitest";
import { startAnew } from "../src/start-anew.ts";

/** A program that notes its beginnings and ends. */
function program(broken: ReadonlySet<number> = new Set()) {
  const told: string[] = [];
  const faults: unknown[] = [];
  let count = 0;
  const restarts: (() => void)[] = [];
  const begin = async (restart: () => void): Promise<() => Promise<void>> => {
    count += 1;
    const own = count;
    if (broken.has(own)) throw new Error(`start ${own}`);
    restarts.push(restart);
    told.push(`mulai ${own}`);
    return async () => void told.push(`henti ${own}`);
  };
  return {
    told,
    faults,
    again: () => restarts.at(-1)?.(),
    run: () => startAnew(begin, (one) => void faults.push(one)),
  };
}

describe("a program that starts itself anew", () => {
  it("ends before it begins again, each time, and ends for good when it is stopped", async () => {
    const { told, again, run } = program();
    const stop = await run();
    again();
    again();
    await stop();
    expect(told[0]).toBe("mulai 1");
    expect(told.filter((one) => one.startsWith("mulai")).length).toBe(
      told.filter((one) => one.startsWith("henti")).length,
    );
    again();
    await Promise.resolve();
    expect(told.at(-1)).toMatch(/^henti/);
  });

  it("does what was asked for while nothing stops it", async () => {
    const { told, again, run } = program();
    await run();
    again();
    await expect.poll(() => told).toEqual(["mulai 1", "henti 1", "mulai 2"]);
  });

  it("tells of a new start that came to nothing", async () => {
    const { faults, again, run } = program(new Set([2]));
    await run();
    again();
    await expect.poll(() => faults).toEqual([new Error("start 2")]);
  });
});
