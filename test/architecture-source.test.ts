import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";
import { shipped } from "../src/shipped.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => `src/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && !path.startsWith("src/generated/"))
  .map((path) => ({ path, text: read(path) }));
const core = sources.filter(({ path }) => path.startsWith("src/core/"));
const ports = sources.filter(({ path }) => path.startsWith("src/app/ports/"));

describe("the size of source files", () => {
  const sizes = sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .toSorted((one, other) => one.lines - other.lines);
  const percentile = (share: number): number =>
    sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;

  it("never passes 300 lines", () => {
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it("has a median of at most 90 lines and a ninetieth percentile of at most 220", () => {
    expect(percentile(0.5)).toBeLessThanOrEqual(90);
    expect(percentile(0.9)).toBeLessThanOrEqual(220);
  });
});

describe("the words of the core", () => {
  it.each([
    ["langkahList", false],
    ["currentStep", true],
    ["stepsLeft", true],
    ["ROLE_OF", true],
    ["indikatorByKode", false],
    ["constructor", false],
  ])("%s is banned: %s", (name, expected) => {
    expect(usesBannedWord(name)).toBe(expected);
  });

  it("name the field's things as the sheet does", () => {
    const offenders = core.flatMap(({ path, text }) =>
      [...namesIn(text)].filter(usesBannedWord).map((name) => `${path}: ${name}`),
    );
    expect(offenders).toEqual([]);
  });
});

describe("the core", () => {
  it.each([
    ["export const f = async () => 1;", true],
    ["async function f() {}", true],
    ["const a = { async f() {} };", true],
    ["class A { async f() {} }", true],
    ["await f();", true],
    ["for await (const a of b) {}", true],
    ["const async = 1; f();", false],
  ])("reads %s as waiting: %s", (text, expected) => {
    expect(nodesIn(text).some(waits)).toBe(expected);
  });

  it("decides at once: nothing in it is async", () => {
    const offenders = core.filter(({ text }) => nodesIn(text).some(waits));
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});

describe("the ports", () => {
  it.each([
    ['import type { A } from "./a.ts";', true],
    ["export interface Clock {\n  now(): number;\n}", true],
    ['import { a } from "./a.ts";', false],
    ['export { a } from "./a.ts";', false],
    ["export class A {}", false],
    ["export const a = 1;", false],
    ["const a = 1;", false],
  ])("may hold %s: %s", (text, expected) => {
    expect(valuesIn(text).length === 0).toBe(expected);
  });

  it("hold types only", () => {
    const offenders = ports.flatMap(({ path, text }) =>
      valuesIn(text).map((line) => `${path}: ${line}`),
    );
    expect(offenders).toEqual([]);
  });
});

describe("what core and ports export", () => {
  it("is explained in a sentence, four times in five at least", () => {
    const exported = [...core, ...ports].flatMap(({ path, text }) => exportsOf(path, text));
    const bare = exported.filter(({ documented }) => !documented);
    const share = 1 - bare.length / Math.max(exported.length, 1);
    expect(share, bare.map(({ name }) => name).join("\n")).toBeGreaterThanOrEqual(0.8);
  });
});

describe("lint and types", () => {
  it.each([
    ["src/a.ts", "// oxlint-~disable-next-line", true],
    ["test/a.ts", "/* eslint-~disable */", true],
    ["test/a.ts", "// biome-~ignore lint", true],
    ["src/a.ts", "// @ts-~expect-error", true],
    ["test/a.ts", "// @ts-~expect-error", false],
  ])("in %s by %s is found: %s", (path, text, expected) => {
    expect(switchesOff(path, withoutGap(text))).toBe(expected);
  });

  it("are never switched off in place", () => {
    const offenders = trackedFiles()
      .filter((path) => /^(src|test|scripts)\/.*\.(ts|mjs)$/.test(path))
      .filter((path) => switchesOff(path, read(path)));
    expect(offenders).toEqual([]);
  });
});

describe("what is no code", () => {
  const found = Object.entries(shipped).map(([name, path]) => ({ name, path }));

  it.each(found)("is where it is looked for, built or not: $name", ({ path }) => {
    expect(existsSync(path)).toBe(true);
    const fromSource = relative(join(root, "src"), path);
    expect(existsSync(join(root, "dist", fromSource))).toBe(true);
  });

  it("is found by one module, the only one that knows how deep it stands", () => {
    const others = sources.filter(({ text }) =>
      /import\.meta\.(dirname|filename)|new URL\([^)]*import\.meta/.test(text),
    );
    expect(others.map(({ path }) => path)).toEqual(["src/shipped.ts"]);
  });
});

describe("tracked files", () => {
  it.each([
    ["see /~work/main", true],
    ["/~root/.npmrc", true],
    ["/~home/budi/sopir", true],
    ["https://example.org/work/1", false],
    ["./work/a and src/root/b", false],
  ])("%s names a machine: %s", (text, expected) => {
    expect(namesMachine(withoutGap(text))).toBe(expected);
  });

  it("name no path of the machine they were written on", () => {
    const offenders = trackedFiles().filter((path) => namesMachine(read(path)));
    expect(offenders).toEqual([]);
  });
});

describe("the lockfile", () => {
  const packages: Record<string, { optionalDependencies?: object; resolved?: string }> = JSON.parse(
    read("package-lock.json"),
  ).packages;

  it("names every optional package, without which npm ci refuses it", () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !resolves(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it("ties nobody to one registry", () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
  });

  /** Looks a package up as node does: beside, then further out. */
  function resolves(from: string, name: string): boolean {
    const folders = from
      .split("/node_modules/")
      .map((_, index, parts) => parts.slice(0, parts.length - index).join("/node_modules/"));
    return [...folders, ""].some((folder) =>
      Object.hasOwn(packages, `${folder ? `${folder}/` : ""}node_modules/${name}`),
    );
  }
});

/** Examples carry a gap, so that this file passes its own tests. */
function withoutGap(text: string): string {
  return text.replace("~", "");
}

function usesBannedWord(name: string): boolean {
  const banned =
    /^(steps?|roles?|quarters?|quarterly|achievements?|reali[sz]ations?|recaps?|indicators?)$/;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_$]+/);
  return words.some((word) => banned.test(word));
}

function waits(node: Node): boolean {
  if (node["type"] === "AwaitExpression" || node["async"] === true || node["isAsync"] === true)
    return true;
  return node["type"] === "ForOfStatement" && Boolean(node["isAwait"] ?? node["await"]);
}

/** Lines of a module that put something into the running program. */
function valuesIn(text: string): readonly string[] {
  const values =
    /^(?:export )?(?:default |abstract |async )*(?:const|let|var|function|class|enum)\b.*|^(?:import|export) (?!type\b|interface\b).*/gm;
  return text.match(values) ?? [];
}

function switchesOff(path: string, text: string): boolean {
  if (/(?:eslint|oxlint)-disable|biome-(?:ignore)/.test(text)) return true;
  return path.startsWith("src/") && /@ts-(?:ignore|expect-error|nocheck)/.test(text);
}

function namesMachine(text: string): boolean {
  return /(?<![\w.\-/}*])\/(?:work|root|Users|home\/(?!node\b)\w+)\//.test(text);
}

interface Node {
  readonly [key: string]: unknown;
}

function nodesIn(text: string): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) found.push({ ...value });
    for (const part of Object.values(value)) visit(part);
  };
  visit(parseSync(text, { syntax: "typescript", target: "es2022" }));
  return found;
}

function namesIn(text: string): Set<string> {
  const identifiers = nodesIn(text).filter(({ type }) => type === "Identifier");
  return new Set(identifiers.map(({ value }) => String(value)));
}

/** Exported names; a zod schema and the type inferred from it are one thing and need one sentence. */
function exportsOf(path: string, text: string): { name: string; documented: boolean }[] {
  const lines = text.split("\n");
  const documentedByName = new Map<string, boolean>();
  for (const [index, line] of lines.entries()) {
    const name = /^export (?:abstract )?(?:const|function\*?|class|interface|type) (\w+)/.exec(
      line,
    )?.[1];
    if (name === undefined) continue;
    const documented = lines[index - 1]?.trimEnd().endsWith("*/") === true;
    documentedByName.set(name, documented || documentedByName.get(name) === true);
  }
  return [...documentedByName].map(([name, documented]) => ({
    name: `${path}: ${name}`,
    documented,
  }));
}

function trackedFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const skipped = /^package-lock\.json$|\.(png|jpe?g|xlsx|docx|pdf|ico|db|woff2?)$/;
  return listed
    .split("\0")
    .filter((path) => path !== "" && !skipped.test(path) && existsSync(join(root, path)));
}
