import { join } from "node:path";
import type { SopTersedia } from "../core/conversation/world.ts";
import type { KalenderTahun } from "../core/waktu/calendar.ts";
import { loadFormulirFolder } from "./load-formulir.ts";
import { loadKalender } from "./load-kalender.ts";
import { loadSop } from "./load-sop.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { yamlFiles } from "./yaml-files.ts";

/** Everything in `flows/` that no office owns, and everything that is wrong with it. */
export interface Catalog {
  readonly sopList: readonly SopTersedia[];
  readonly kalenderList: readonly KalenderTahun[];
  readonly problems: readonly Problem[];
}

/**
 * Reads all forms, sheets and calendars below `flows/`; broken files are left out and their problems
 * told.
 */
export async function loadCatalog(dir: string): Promise<Catalog> {
  const folder = await loadFormulirFolder(dir);
  const sopFiles = await Promise.all(
    (await yamlFiles(join(dir, "sop"))).map((file) => loadSop(file, folder)),
  );
  const kalenderFiles = await Promise.all(
    (await yamlFiles(join(dir, "kalender"))).map(loadKalender),
  );
  return {
    sopList: sopFiles.flatMap(({ sop }) => (sop === null ? [] : [sop])),
    kalenderList: kalenderFiles.flatMap(({ kalender }) => (kalender === null ? [] : [kalender])),
    problems: sortProblems(
      [folder, ...sopFiles, ...kalenderFiles].flatMap(({ problems }) => problems),
    ),
  };
}
