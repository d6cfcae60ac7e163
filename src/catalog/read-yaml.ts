import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLError,
} from "yaml";
import type { z } from "zod";
import { check } from "../core/skema/periksa.ts";
import { type Checked, type Problem, sortProblems } from "./problem.ts";
import { yamlText } from "./yaml-text.ts";

/** Makes a problem of a place in the file: the keys and positions that lead to it. */
export type ProblemAt = (
  jalur: readonly PropertyKey[],
  pesan: string,
  on?: "key" | "value",
) => Problem;

/** A file as its schema reads it, or everything that is wrong with it. */
export type YamlFile<T> =
  | { readonly kind: "read"; readonly value: T; readonly at: ProblemAt }
  | { readonly kind: "broken"; readonly problems: readonly Problem[] };

/** Reads a file from disk; one that cannot be read is a problem like any other. */
export async function readYaml<S extends z.ZodType>(
  file: string,
  schema: S,
): Promise<YamlFile<z.output<S>>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return broken([{ file, line: 1, col: 1, pesan: "berkas tidak ada atau tidak dapat dibaca" }]);
  }
  return parseYaml(file, text, schema);
}

/** Reads a text that came from `file`: notation first, then every rule of the schema. */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): YamlFile<z.output<S>> {
  const lineCounter = new LineCounter();
  const doc = parseDocument(text, { lineCounter, prettyErrors: false });
  const place = (offset: number): Pick<Problem, "file" | "line" | "col"> => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), col: Math.max(1, col) };
  };
  const faultList: readonly YAMLError[] = [...doc.errors, ...doc.warnings];
  const notation = faultList.map((fault) => ({ ...place(fault.pos[0]), pesan: yamlText(fault) }));
  // Half a file would bring a second wave of complaints about what the first has hidden.
  if (faultList.some(({ code }) => code !== "DUPLICATE_KEY")) return broken(notation);
  const at: ProblemAt = (jalur, pesan, on = "value") => ({
    ...place(offsetOf(doc, jalur, on)),
    pesan,
  });
  const result = check(schema, doc.toJS());
  if ("faultList" in result) {
    const rules = result.faultList.map(({ jalur, pesan, on }) => at(jalur, pesan, on));
    return broken([...notation, ...rules]);
  }
  return notation.length > 0 ? broken(notation) : { kind: "read", value: result.value, at };
}

/** The YAML files of a folder in order of name; none when there is no such folder. */
export async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entryList = await readdir(folder).catch(() => []);
  return entryList
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/** What the files of a folder hold; a broken one stays known by its name, so that others can say so. */
export async function readFolder<T>(
  folder: string,
  read: (file: string) => Promise<Checked<T>>,
): Promise<{
  readonly list: readonly T[];
  readonly rusakList: readonly string[];
  readonly problems: readonly Problem[];
}> {
  const fileList = await Promise.all(
    (await yamlFiles(folder)).map(async (file) => ({ file, ...(await read(file)) })),
  );
  return {
    list: fileList.flatMap(({ value }) => (value === null ? [] : [value])),
    rusakList: fileList.flatMap(({ file, value }) => (value === null ? [nameOf(file)] : [])),
    problems: sortProblems(fileList.flatMap(({ problems }) => problems)),
  };
}

/** A file is named by what it holds: this key of it. */
export function misnamed(
  file: string,
  value: string | number,
  at: ProblemAt,
  jalur: readonly string[] = ["id"],
): readonly Problem[] {
  const name = nameOf(file);
  return name === String(value)
    ? []
    : [at(jalur, `${jalur.at(-1)} harus sama dengan nama berkas, "${name}"`)];
}

const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, "");

const broken = (
  problems: readonly Problem[],
): { kind: "broken"; problems: readonly Problem[] } => ({
  kind: "broken",
  problems: sortProblems(problems),
});

/** Where a path leads in the text; as far as it goes when its end is missing from the file. */
function offsetOf(doc: Document, jalur: readonly PropertyKey[], on: "key" | "value"): number {
  let node: unknown = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, part] of jalur.entries()) {
    const wantKey = on === "key" && index === jalur.length - 1;
    const next = childOf(node, part, doc);
    if (next === null) break;
    offset = (wantKey ? startOf(next.key) : (startOf(next.value) ?? startOf(next.key))) ?? offset;
    node = next.value;
  }
  return offset;
}

function childOf(
  node: unknown,
  part: PropertyKey,
  doc: Document,
): { readonly key: unknown; readonly value: unknown } | null {
  const target: unknown = isAlias(node) ? node.resolve(doc) : node;
  if (isMap(target)) {
    const pair = target.items.findLast(({ key }) => isScalar(key) && String(key.value) === part);
    return pair === undefined ? null : { key: pair.key, value: pair.value };
  }
  if (!isSeq(target) || typeof part !== "number") return null;
  const value = target.items[part];
  return value === undefined ? null : { key: value, value };
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
