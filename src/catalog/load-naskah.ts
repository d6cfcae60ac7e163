import { join } from "node:path";
import { TemplatNaskah } from "../core/dokumen/templat.ts";
import type { Formulir } from "../core/formulir/schema.ts";
import { inspectNaskah, isianDisebut } from "../core/naskah/inspect.ts";
import type { NaskahTersedia } from "../core/sop/lengkapi.ts";
import { type Checked, checked, type Problem } from "./problem.ts";
import { misnamed, parseYaml, readFolder, readYaml, type YamlFile } from "./read-yaml.ts";

/** The papers sheets and forms may name, and everything that is wrong with their files. */
export interface NaskahFolder extends NaskahTersedia {
  readonly problems: readonly Problem[];
}

/** Reads the papers below `flows/` against the forms there are. */
export async function loadNaskahFolder(
  flows: string,
  formulirList: readonly Formulir[],
): Promise<NaskahFolder> {
  const { list, rusakList, problems } = await readFolder(join(flows, "naskah"), async (file) =>
    inspectFile(file, await readYaml(file, TemplatNaskah), formulirList),
  );
  return { templatList: list, rusakList, problems };
}

/** Reads the text of a paper that came from `file`. */
export const parseNaskah = (
  file: string,
  text: string,
  formulirList: readonly Formulir[],
): Checked<TemplatNaskah> => inspectFile(file, parseYaml(file, text, TemplatNaskah), formulirList);

function inspectFile(
  file: string,
  yaml: YamlFile<TemplatNaskah>,
  formulirList: readonly Formulir[],
): Checked<TemplatNaskah> {
  if (yaml.kind === "broken") return { value: null, problems: yaml.problems };
  const { value: templat, at } = yaml;
  const asked = new Set(
    formulirList.flatMap(({ tahap }) =>
      tahap.flatMap(({ isian }) => isian.map(({ kode }) => kode)),
    ),
  );
  return checked(templat, [
    ...misnamed(file, templat.id, at),
    ...inspectNaskah(templat).map(({ jalur, pesan }) => at(jalur, pesan)),
    // what must be there is looked for in each sheet; what may be missing would not be missed there
    ...isianDisebut(templat)
      .filter(({ kode, bolehTidakAda }) => bolehTidakAda && !asked.has(kode))
      .map(({ jalur, kode }) => at(jalur, `isian ${kode}? tidak ditanyakan formulir mana pun`)),
  ]);
}
