import { z } from "zod";
import { closest } from "../sop/closest.ts";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];
type Typed<C extends RawIssue["code"]> = Extract<RawIssue, { readonly code: C }>;

/** What zod found wrong, in one Indonesian sentence without the name of the key. */
export function issueText(issue: RawIssue): string {
  if (issue.input === undefined) return "wajib diisi";
  if (issue.code === "invalid_type") return typeText(issue);
  if (issue.code === "invalid_value") return choiceText(issue.input, issue.values);
  if (issue.code === "invalid_union") return unionText(issue);
  if (issue.code === "too_small") return smallText(issue);
  if (issue.code === "too_big") return `paling banyak ${issue.maximum}${unitOf(issue.origin)}`;
  if (issue.code === "not_multiple_of") return `harus kelipatan ${issue.divisor}`;
  return "bentuknya tidak sesuai";
}

/** "x" is none of the words allowed here; the nearest one is offered. */
function choiceText(input: unknown, valueList: readonly z.core.util.Primitive[]): string {
  const allowed = valueList.map(String);
  const meant = typeof input === "string" ? closest(input, allowed) : null;
  const hint = meant === null ? "" : `; maksudnya "${meant}"?`;
  return `${show(input)} tidak dikenal, pilihannya: ${allowed.join(", ")}${hint}`;
}

function typeText({ expected, input }: Typed<"invalid_type">): string {
  if (expected === "string" && typeof input === "number") {
    return `harus teks: tulis dalam kutip, "${input}"`;
  }
  return `harus ${typeName[expected] ?? expected}, bukan ${show(input)}`;
}

function unionText(issue: Typed<"invalid_union">): string {
  const { discriminator } = issue;
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
  if (typeof discriminator !== "string") return "bentuknya tidak sesuai";
  const input: unknown = z.record(z.string(), z.unknown()).safeParse(issue.input).data?.[
    discriminator
  ];
  return input === undefined
    ? `wajib diisi, pilihannya: ${options.join(", ")}`
    : choiceText(input, options);
}

function smallText({ minimum, origin, inclusive }: Typed<"too_small">): string {
  if (minimum === 1 && (origin === "string" || origin === "array")) return "tidak boleh kosong";
  return `${inclusive === false ? "harus lebih dari" : "sedikitnya"} ${minimum}${unitOf(origin)}`;
}

const unitOf = (origin: string): string =>
  origin === "string" ? " huruf" : origin === "array" ? " butir" : "";

const typeName: Readonly<Record<string, string>> = {
  string: "teks",
  number: "angka",
  int: "bilangan bulat",
  boolean: "true atau false",
  array: "daftar",
  tuple: "daftar",
  object: "kelompok kunci dan nilai",
  record: "kelompok kunci dan nilai",
  null: "kosong",
};

function show(input: unknown): string {
  if (Array.isArray(input)) return "daftar";
  if (typeof input === "string") return `"${input}"`;
  if (typeof input === "number" || typeof input === "boolean") return `${input}`;
  return typeof input === "object" && input !== null ? "kelompok kunci dan nilai" : "kosong";
}
