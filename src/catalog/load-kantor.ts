import { basename } from "node:path";
import { inspectKantor } from "../core/berkas-kantor/inspect.ts";
import { isiKantor, tanpaKalender } from "../core/berkas-kantor/isi.ts";
import { BerkasKantor, type KantorIsi } from "../core/berkas-kantor/schema.ts";
import type { Catalog } from "./load.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { misnamed, type ProblemAt, parseYaml, readYaml, type YamlFile } from "./read-yaml.ts";

/** An office file: the office if it can be loaded, what keeps it from that, what to know. */
export interface KantorFile {
  readonly isi: KantorIsi | null;
  readonly problems: readonly Problem[];
  readonly peringatan: readonly Problem[];
  /** Makes a problem of a place in the file, for what only shows beside other offices; null for a broken one. */
  readonly at: ProblemAt | null;
}

type Known = Pick<Catalog, "sopList" | "kalenderList">;

/** Reads an office file against the sheets and calendars there are. */
export const loadKantor = async (file: string, catalog: Known): Promise<KantorFile> =>
  inspectFile(file, await readYaml(file, BerkasKantor), catalog);

/** Reads the text of an office file that came from `file`. */
export const parseKantor = (file: string, text: string, catalog: Known): KantorFile =>
  inspectFile(file, parseYaml(file, text, BerkasKantor), catalog);

function inspectFile(file: string, yaml: YamlFile<BerkasKantor>, catalog: Known): KantorFile {
  if (yaml.kind === "broken") {
    return { isi: null, problems: yaml.problems, peringatan: [], at: null };
  }
  const { value: berkas, at } = yaml;
  const temuanList = inspectKantor(
    berkas,
    catalog.sopList.map(({ sop }) => sop),
  );
  const pick = (tingkat: "galat" | "peringatan"): readonly Problem[] =>
    sortProblems(
      temuanList
        .filter((temuan) => temuan.tingkat === tingkat)
        .map(({ jalur, pesan }) => at(jalur, pesan)),
    );
  const problems = sortProblems([
    ...misnamed(file, berkas.kantor.id, at, ["kantor", "id"]),
    ...pick("galat"),
  ]);
  const peringatan = [
    ...pick("peringatan"),
    ...tanpaKalender(berkas, catalog).map((pesan) => at(["indikator"], pesan)),
  ];
  return {
    isi: problems.length > 0 ? null : isiKantor(basename(file), berkas, catalog),
    problems,
    peringatan,
    at,
  };
}
