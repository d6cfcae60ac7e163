import type { SopTersedia } from "../core/conversation/world.ts";
import { naskahFaults } from "../core/naskah/inspect-sop.ts";
import { inspect } from "../core/sop/inspect/index.ts";
import { type FormulirTersedia, lengkapi } from "../core/sop/lengkapi.ts";
import { Sop } from "../core/sop/schema.ts";
import { contentHash } from "./canonical.ts";
import { checked, type Problem, sortProblems } from "./problem.ts";
import { misnamed, parseYaml, readYaml, type YamlFile } from "./read-yaml.ts";

/** A sheet's file, inspected: the sheet if it can run, what keeps it from running, what to know. */
export interface SopFile {
  readonly sop: SopTersedia | null;
  readonly problems: readonly Problem[];
  readonly catatan: readonly Problem[];
}

/** Reads a sheet, writes the forms it names out into it, and inspects the whole. */
export const loadSop = async (file: string, tersedia: FormulirTersedia): Promise<SopFile> =>
  inspectFile(file, await readYaml(file, Sop), tersedia);

/** Inspects the text of a sheet that came from `file`. */
export const parseSop = (file: string, text: string, tersedia: FormulirTersedia): SopFile =>
  inspectFile(file, parseYaml(file, text, Sop), tersedia);

function inspectFile(file: string, yaml: YamlFile<Sop>, tersedia: FormulirTersedia): SopFile {
  if (yaml.kind === "broken") return { sop: null, problems: yaml.problems, catatan: [] };
  const { at } = yaml;
  const { sop, temuanList: lacking } = lengkapi(yaml.value, tersedia);
  const unwritten = naskahFaults(sop, yaml.value.naskah.length, tersedia.naskah);
  const temuanList = [...lacking, ...unwritten, ...inspect(sop)];
  const pick = (tingkat: "galat" | "catatan"): readonly Problem[] =>
    temuanList
      .filter((temuan) => temuan.tingkat === tingkat)
      .map(({ jalur, pesan }) => at(jalur, pesan));
  const { value, problems } = checked({ sop, hash: contentHash(sop) }, [
    ...misnamed(file, sop.id, at),
    ...pick("galat"),
  ]);
  return { sop: value, problems, catatan: sortProblems(pick("catatan")) };
}
