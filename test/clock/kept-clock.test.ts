import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepClock } from "../../src/clock/kept-clock.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";

describe("a kept clock", () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "sopir-clock-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it("starts where it is told and goes on where it stood, moving the clock below it", () => {
    const first = keepClock(createRehearsalClock(1_000), join(dir, "new"));
    expect(first.now()).toBe(1_000);
    first.set(2_000);
    const below = createRehearsalClock(1_000);
    expect(keepClock(below, join(dir, "new")).now()).toBe(2_000);
    expect(below.now()).toBe(2_000);
  });

  it.each(["", "soon", "-5", "1e9"])("takes no notice of a file that says %j", (text) => {
    writeFileSync(join(dir, "jam"), text);
    expect(keepClock(createRehearsalClock(1_000), dir).now()).toBe(1_000);
  });
});
