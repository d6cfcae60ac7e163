import { basename, join } from "node:path";
import { TemplatNaskah } from "../core/dokumen/templat.ts";
import type { Formulir } from "../core/formulir/schema.ts";
import { inspectNaskah, isianDisebut } from "../core/naskah/inspect.ts";
import type { NaskahTersedia } from "../core/sop/lengkapi.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { parseYaml, readYaml, type YamlFile } from "./read-yaml.ts";
import { yamlFiles } from "./yaml-files.ts";

/** The papers sheets and forms may name, and everything that is wrong with their files. */
export interface NaskahFolder extends NaskahTersedia {
  readonly problems: readonly Problem[];
}

/** A file of one paper: the paper if it can be used, or what keeps it from that. */
export interface NaskahFile {
  readonly templat: TemplatNaskah | null;
  readonly problems: readonly Problem[];
}

/** Reads the papers below `flows/` against the forms there are; a broken one stays known by its name. */
export async function loadNaskahFolder(
  flows: string,
  formulirList: readonly Formulir[],
): Promise<NaskahFolder> {
  const fileList = await yamlFiles(join(flows, "naskah"));
  const read = await Promise.all(
    fileList.map(async (file) => ({
      name: nameOf(file),
      ...inspectFile(file, await readYaml(file, TemplatNaskah), formulirList),
    })),
  );
  return {
    templatList: read.flatMap(({ templat }) => (templat === null ? [] : [templat])),
    rusakList: read.flatMap(({ name, templat }) => (templat === null ? [name] : [])),
    problems: sortProblems(read.flatMap(({ problems }) => problems)),
  };
}

/** Reads the text of a paper that came from `file`. */
export const parseNaskah = (
  file: string,
  text: string,
  formulirList: readonly Formulir[],
): NaskahFile => inspectFile(file, parseYaml(file, text, TemplatNaskah), formulirList);

function inspectFile(
  file: string,
  yaml: YamlFile<TemplatNaskah>,
  formulirList: readonly Formulir[],
): NaskahFile {
  if (yaml.kind === "broken") return { templat: null, problems: yaml.problems };
  const { value: templat, at } = yaml;
  const name = nameOf(file);
  const asked = new Set(
    formulirList.flatMap(({ tahap }) =>
      tahap.flatMap(({ isian }) => isian.map(({ kode }) => kode)),
    ),
  );
  const problems = sortProblems([
    ...(name === templat.id ? [] : [at(["id"], `id harus sama dengan nama berkas, "${name}"`)]),
    ...inspectNaskah(templat).map(({ jalur, pesan }) => at(jalur, pesan)),
    // what must be there is looked for in each sheet; what may be missing would not be missed there
    ...isianDisebut(templat)
      .filter(({ kode, bolehTidakAda }) => bolehTidakAda && !asked.has(kode))
      .map(({ jalur, kode }) => at(jalur, `isian ${kode}? tidak ditanyakan formulir mana pun`)),
  ]);
  return { templat: problems.length > 0 ? null : templat, problems };
}

const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, "");
