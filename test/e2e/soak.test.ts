import { expect, it } from "vitest";
import { soak } from "./soak.ts";

it("an office that works on needs no more memory than when it began", async () => {
  const looks = await soak(200);
  const [, first = 0] = looks;
  // A turn that left its office behind would cost several times as much by now.
  expect((looks.at(-1) ?? 0) - first, looks.join(" ")).toBeLessThan(8);
}, 180_000);
