import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { SopTersedia } from "../core/conversation/world.ts";
import type { KalenderTahun } from "../core/waktu/calendar.ts";
import { loadKalender } from "./load-kalender.ts";
import { loadSop } from "./load-sop.ts";
import { type Problem, sortProblems } from "./problem.ts";

/** Everything in `flows/` that no office owns, and everything that is wrong with it. */
export interface Catalog {
  readonly sopList: readonly SopTersedia[];
  readonly kalenderList: readonly KalenderTahun[];
  readonly problems: readonly Problem[];
}

/** Reads all sheets and calendars below `flows/`; broken files are left out and their problems told. */
export async function loadCatalog(dir: string): Promise<Catalog> {
  const sopFiles = await Promise.all((await yamlFiles(join(dir, "sop"))).map(loadSop));
  const kalenderFiles = await Promise.all(
    (await yamlFiles(join(dir, "kalender"))).map(loadKalender),
  );
  return {
    sopList: sopFiles.flatMap(({ sop }) => (sop === null ? [] : [sop])),
    kalenderList: kalenderFiles.flatMap(({ kalender }) => (kalender === null ? [] : [kalender])),
    problems: sortProblems([...sopFiles, ...kalenderFiles].flatMap(({ problems }) => problems)),
  };
}

/** The YAML files of a folder in order of name; none when there is no such folder. */
async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entryList = await readdir(folder).catch(() => []);
  return entryList
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}
