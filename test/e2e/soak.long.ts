import { expect, it } from "vitest";
import { figures } from "../support/endurance.ts";
import { soak } from "./soak.ts";

const TURNS = 20_000;

const rounded = (mb: number): string => mb.toFixed(1);

it("memory is flat over twenty thousand turns", async () => {
  const looks = await soak(TURNS);
  const [, first = 0] = looks;
  const last = looks.at(-1) ?? 0;
  figures("soak", {
    turns: TURNS,
    heapFirstMB: rounded(first),
    heapLastMB: rounded(last),
    heapMostMB: rounded(Math.max(...looks)),
  });
  expect(last - first).toBeLessThan(8);
});
