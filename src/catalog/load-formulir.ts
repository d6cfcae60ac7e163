import { join } from "node:path";
import { inspectTahap } from "../core/formulir/inspect.ts";
import { Formulir } from "../core/formulir/schema.ts";
import type { FormulirTersedia } from "../core/sop/lengkapi.ts";
import { loadNaskahFolder } from "./load-naskah.ts";
import { type Checked, checked, type Problem, sortProblems } from "./problem.ts";
import { misnamed, parseYaml, readFolder, readYaml, type YamlFile } from "./read-yaml.ts";

/** The forms and papers sheets may name, and everything that is wrong with their files. */
export interface FormulirFolder extends FormulirTersedia {
  readonly problems: readonly Problem[];
}

/** Reads the forms and papers below `flows/`. */
export async function loadFormulirFolder(flows: string): Promise<FormulirFolder> {
  const { list, rusakList, problems } = await readFolder(join(flows, "formulir"), async (file) =>
    inspectFile(file, await readYaml(file, Formulir)),
  );
  const naskah = await loadNaskahFolder(flows, list);
  return {
    formulirList: list,
    naskah,
    rusakList,
    problems: sortProblems([...naskah.problems, ...problems]),
  };
}

/** Reads the text of a form that came from `file`. */
export const parseFormulir = (file: string, text: string): Checked<Formulir> =>
  inspectFile(file, parseYaml(file, text, Formulir));

function inspectFile(file: string, yaml: YamlFile<Formulir>): Checked<Formulir> {
  if (yaml.kind === "broken") return { value: null, problems: yaml.problems };
  const { value, at } = yaml;
  return checked(value, [
    ...misnamed(file, value.id, at),
    ...inspectTahap(value.tahap).map(({ jalur, pesan }) => at(["tahap", ...jalur], pesan)),
  ]);
}
