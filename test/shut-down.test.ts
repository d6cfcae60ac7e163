import { describe, expect, it } from "vitest";
import { shutDown } from "../src/shut-down.ts";
import { createFakeTiming } from "./support/fake-timing.ts";
import { MemoryLog } from "./support/memory-log.ts";

const forever = (): Promise<never> => new Promise(() => {});

describe("the end of the program", () => {
  it("lets every part end, whatever becomes of the others, before what they stand on", async () => {
    const ended: string[] = [];
    const log = new MemoryLog();
    const parts = [
      async () => void ended.push("satu"),
      async () => {
        throw new Error("planned fault");
      },
      async () => void ended.push("dua"),
    ];
    const ground = async () => void ended.push("dasar");
    await shutDown(parts, ground, { timing: createFakeTiming(), log, deadlineMs: 1_000 });
    expect(ended).toEqual(["satu", "dua", "dasar"]);
    expect(log.messages("error")).toEqual(["a part did not end as it should"]);
  });

  it.each([
    ["a part", [forever], async () => {}],
    ["what they stand on", [], forever],
  ])("waits for %s no longer than it is told to", async (_, parts, ground) => {
    const timing = createFakeTiming();
    const log = new MemoryLog();
    const ended = shutDown(parts, ground, { timing, log, deadlineMs: 1_000 });
    await timing.advance(1_000);
    await timing.settle(ended);
    expect(log.messages("warn")).toHaveLength(1);
  });
});
