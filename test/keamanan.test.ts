// The threat model names the tests that hold it; one that was renamed or deleted would leave a promise behind.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| what they can do"));
const NAMED = /`(test\/[\w./-]+\.(?:test|suite)\.ts)`: "([^"]+)"/g;
const namedIn = (line: string) =>
  [...line.matchAll(NAMED)].map(([, file = "", title = ""]) => ({ file, title }));

describe("docs/security.md", () => {
  it("has a test for every line, and every line says what remains", () => {
    expect(rows.length).toBeGreaterThan(25);
    const cells = rows.map((line) =>
      line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")),
    );
    expect(cells.filter((row) => row.length !== 4 || row.some((cell) => cell === ""))).toEqual([]);
    expect(rows.filter((line) => namedIn(line).length === 0)).toEqual([]);
    // nothing in the last column but named tests: a slip of the pen would go unseen
    const left = cells.map(([, , , held = ""]) => held.replace(NAMED, "").replaceAll(" · ", ""));
    expect(left.filter((text) => text.trim() !== "")).toEqual([]);
  });

  it.each(rows.flatMap(namedIn))("names a test there is: $title", ({ file, title }) => {
    expect(existsSync(file), file).toBe(true);
    const titles = [...readFileSync(file, "utf8").matchAll(TITLE)].map(([, , one]) => one);
    expect(titles).toContain(title);
  });
});

/** What stands behind `it(`, and behind the table of an `it.each`. */
const TITLE = /(?:\bit\(|\)\()\s*(["'`])((?:(?!\1)[^\\\n])*)\1/g;
