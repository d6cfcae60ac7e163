import { z } from "zod";
import { closest } from "../sop/closest.ts";
import { issueText } from "./issue-text.ts";

/** One fault of a value: where in it, and whether the key itself or what stands behind it. */
export interface Fault {
  readonly jalur: readonly PropertyKey[];
  readonly on: "key" | "value";
  readonly pesan: string;
}

/** What a place is called in front of what is wrong with it; null for no name. */
export type Sebut = (jalur: readonly PropertyKey[]) => string | null;

/** The value as the schema makes it, or everything that is wrong with it. */
export function check<S extends z.ZodType>(
  schema: S,
  input: unknown,
  sebut: Sebut = keyName,
): { readonly value: z.output<S> } | { readonly faultList: readonly Fault[] } {
  const knownByKeys = new WeakMap<object, readonly string[]>();
  const error: z.core.$ZodErrorMap = (issue) => {
    // An issue forgets the schema that raised it; the allowed keys are only to be had here.
    if (issue.code === "unrecognized_keys" && issue.inst instanceof z.ZodObject) {
      knownByKeys.set(issue.keys, Object.keys(issue.inst.shape));
    }
    return issueText(issue);
  };
  const parsed = schema.safeParse(input, { error, reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return {
    faultList: parsed.error.issues.flatMap((issue) => flatten(issue, [], { knownByKeys, sebut })),
  };
}

type Issue = z.core.$ZodIssue;

interface Scene {
  readonly knownByKeys: WeakMap<object, readonly string[]>;
  readonly sebut: Sebut;
}

function flatten(issue: Issue, prefix: readonly PropertyKey[], scene: Scene): readonly Fault[] {
  const jalur = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey(jalur, key, scene.knownByKeys.get(issue.keys) ?? []));
  }
  if (issue.code === "invalid_union") return union(issue, jalur, scene);
  const on = issue.code === "invalid_key" ? "key" : "value";
  return [{ jalur, on, pesan: named(scene, jalur, issue.message) }];
}

function unknownKey(jalur: readonly PropertyKey[], key: string, allowed: readonly string[]): Fault {
  const meant = closest(key, allowed);
  const hint =
    meant !== null
      ? `; maksudnya "${meant}"?`
      : allowed.length > 0
        ? `; yang ada: ${allowed.join(", ")}`
        : "";
  return { jalur: [...jalur, key], on: "key", pesan: `kunci "${key}" tidak dikenal${hint}` };
}

/** Reports the branch somebody most likely meant; where that cannot be told, what every branch wants. */
function union(
  issue: Extract<Issue, { code: "invalid_union" }>,
  jalur: readonly PropertyKey[],
  scene: Scene,
): readonly Fault[] {
  if (issue.errors.length === 0) {
    return [{ jalur, on: "value", pesan: named(scene, jalur, issue.message) }];
  }
  const fitting = issue.errors.filter((branch) => !branch.some(isWrongShape));
  const [only, ...others] = fitting;
  if (only !== undefined && (others.length === 0 || only.some(({ path }) => path.length > 0))) {
    return only.flatMap((one) => flatten(one, jalur, scene));
  }
  const branchList = fitting.length > 0 ? fitting : issue.errors;
  const wanted = [...new Set(branchList.flat().map(({ message }) => message))];
  return [{ jalur, on: "value", pesan: named(scene, jalur, wanted.join(", atau ")) }];
}

const isWrongShape = ({ code, path, input }: Issue): boolean =>
  path.length === 0 &&
  (code === "invalid_type" || (code === "invalid_value" && typeof input === "object"));

const named = ({ sebut }: Scene, jalur: readonly PropertyKey[], pesan: string): string => {
  const nama = sebut(jalur);
  return nama === null ? pesan : `${nama}: ${pesan}`;
};

/** The name of the key, with the place in its list. */
function keyName(jalur: readonly PropertyKey[]): string | null {
  const key = jalur.findLast((part) => typeof part === "string");
  const last = jalur.at(-1);
  if (key === undefined) return null;
  return typeof last === "number" ? `${key} (butir ${last + 1})` : key;
}
