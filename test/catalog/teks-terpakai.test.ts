// A text nobody says is a text somebody translates for nothing: each is named somewhere in src/.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTeks } from "../../src/catalog/load-teks.ts";
import { formatProblem } from "../../src/catalog/problem.ts";

const root = join(import.meta.dirname, "../..");
const folder = await loadTeks(join(root, "flows"));

/** What a source names of the catalog: `isian.kepala`, or `isian` where it may be any of the group. */
function namedIn(source: string): readonly string[] {
  const body = source
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/typeof \w+Text\b(?![.[])/g, "")
    .replaceAll(/const \{([^}]*)\} = (\w+Text);/g, (_, names: string, group: string) =>
      names
        .split(",")
        .map((name) => `${group}.${name.split(":")[0]?.trim()};`)
        .join("\n"),
    );
  return [...body.matchAll(/\b(\w+)Text((?:\.\w+|\["[^"]+"\])*)/g)].map(
    ([, group = "", path = ""]) =>
      [group, ...[...path.matchAll(/\.(\w+)|\["([^"]+)"\]/g)].map(([, a, b]) => a ?? b)].join("."),
  );
}

const named = new Set(
  readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("generated"))
    .flatMap((path) => namedIn(readFileSync(join(root, "src", path), "utf8"))),
);
const isNamed = (jalur: readonly string[]): boolean =>
  jalur.some((_, at) => named.has(jalur.slice(0, at + 1).join(".")));

describe("the texts of flows/teks", () => {
  it.each([
    ["fill(aText.b, {})", ["a.b"]],
    ['aText["b-c"].d', ["a.b-c.d"]],
    ["aText[kind]", ["a"]],
    ["const { b, c: d } = aText;", ["a.b", "a.c"]],
    ['import { aText } from "x";\nlet a: keyof typeof aText;', []],
  ])("%s names %j", (source, expected) => {
    expect(namedIn(source)).toEqual(expected);
  });

  it("are each said somewhere", () => {
    if (folder.kind === "broken") throw new Error(folder.problems.map(formatProblem).join("\n"));
    const { barisList, at } = folder.sumber;
    const unused = barisList
      .filter(({ jalur }) => !isNamed(jalur))
      .map(({ jalur }) => formatProblem(at(jalur, "tidak dipakai", "key")));
    expect(unused).toEqual([]);
  });
});
