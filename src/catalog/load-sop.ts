import { basename } from "node:path";
import type { SopTersedia } from "../core/conversation/world.ts";
import { inspect } from "../core/sop/inspect.ts";
import { Sop } from "../core/sop/schema.ts";
import { contentHash } from "./canonical.ts";
import type { Problem } from "./problem.ts";
import { sortProblems } from "./problem.ts";
import { parseYaml, readYaml, type YamlFile } from "./read-yaml.ts";

/** A sheet's file, inspected: the sheet if it can run, what keeps it from running, what to know. */
export interface SopFile {
  readonly sop: SopTersedia | null;
  readonly problems: readonly Problem[];
  readonly catatan: readonly Problem[];
}

/** Reads a sheet and inspects it. */
export const loadSop = async (file: string): Promise<SopFile> =>
  inspectFile(file, await readYaml(file, Sop));

/** Inspects the text of a sheet that came from `file`. */
export const parseSop = (file: string, text: string): SopFile =>
  inspectFile(file, parseYaml(file, text, Sop));

function inspectFile(file: string, yaml: YamlFile<Sop>): SopFile {
  if (yaml.kind === "broken") return { sop: null, problems: yaml.problems, catatan: [] };
  const { value: sop, at } = yaml;
  const temuanList = inspect(sop);
  const pick = (tingkat: "galat" | "catatan"): readonly Problem[] =>
    temuanList
      .filter((temuan) => temuan.tingkat === tingkat)
      .map(({ jalur, pesan }) => at(jalur, pesan));
  const name = basename(file).replace(/\.ya?ml$/, "");
  const misnamed =
    name === sop.id ? [] : [at(["id"], `id harus sama dengan nama berkas, "${name}"`)];
  const problems = sortProblems([...misnamed, ...pick("galat")]);
  return {
    sop: problems.length > 0 ? null : { sop, hash: contentHash(sop) },
    problems,
    catatan: sortProblems(pick("catatan")),
  };
}
