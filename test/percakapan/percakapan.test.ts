import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { play } from "../support/percakapan.ts";

const folder = import.meta.dirname;
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** Whoever changes a text reads here what people will read (npm run test:update, then git diff). */
describe("what is said on both sides", () => {
  it.each(names)("%s", async (name) => {
    const path = join(folder, name);
    await expect(play(readFileSync(path, "utf8"))).toMatchFileSnapshot(path);
  });
});
