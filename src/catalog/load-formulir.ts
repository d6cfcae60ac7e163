import { basename, join } from "node:path";
import { inspectTahap } from "../core/formulir/inspect.ts";
import { Formulir } from "../core/formulir/schema.ts";
import type { FormulirTersedia } from "../core/sop/lengkapi.ts";
import { loadNaskahFolder } from "./load-naskah.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { parseYaml, readYaml, type YamlFile } from "./read-yaml.ts";
import { yamlFiles } from "./yaml-files.ts";

/** The forms and papers sheets may name, and everything that is wrong with their files. */
export interface FormulirFolder extends FormulirTersedia {
  readonly problems: readonly Problem[];
}

/** A file of one form: the form if it can be used, or what keeps it from that. */
export interface FormulirFile {
  readonly formulir: Formulir | null;
  readonly problems: readonly Problem[];
}

/** Reads the forms and papers below `flows/`; a broken one stays known by its name, so that sheets can say so. */
export async function loadFormulirFolder(flows: string): Promise<FormulirFolder> {
  const fileList = await yamlFiles(join(flows, "formulir"));
  const read = await Promise.all(
    fileList.map(async (file) => ({
      name: nameOf(file),
      ...inspectFile(file, await readYaml(file, Formulir)),
    })),
  );
  const formulirList = read.flatMap(({ formulir }) => (formulir === null ? [] : [formulir]));
  const naskah = await loadNaskahFolder(flows, formulirList);
  return {
    formulirList,
    naskah,
    rusakList: read.flatMap(({ name, formulir }) => (formulir === null ? [name] : [])),
    problems: sortProblems([naskah, ...read].flatMap(({ problems }) => problems)),
  };
}

/** Reads the text of a form that came from `file`. */
export const parseFormulir = (file: string, text: string): FormulirFile =>
  inspectFile(file, parseYaml(file, text, Formulir));

function inspectFile(file: string, yaml: YamlFile<Formulir>): FormulirFile {
  if (yaml.kind === "broken") return { formulir: null, problems: yaml.problems };
  const { value: formulir, at } = yaml;
  const name = nameOf(file);
  const problems = sortProblems([
    ...(name === formulir.id ? [] : [at(["id"], `id harus sama dengan nama berkas, "${name}"`)]),
    ...inspectTahap(formulir.tahap).map(({ jalur, pesan }) => at(["tahap", ...jalur], pesan)),
  ]);
  return { formulir: problems.length > 0 ? null : formulir, problems };
}

const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, "");
