import { join } from "node:path";
import type { SopTersedia } from "../core/conversation/world.ts";
import type { KalenderTahun } from "../core/waktu/calendar.ts";
import { loadFormulirFolder } from "./load-formulir.ts";
import { loadKalender } from "./load-kalender.ts";
import { loadSop } from "./load-sop.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { readFolder } from "./read-yaml.ts";

/** Everything in `flows/` that no office owns, and everything that is wrong with it. */
export interface Catalog {
  readonly sopList: readonly SopTersedia[];
  readonly kalenderList: readonly KalenderTahun[];
  readonly problems: readonly Problem[];
}

/** Reads all forms, sheets and calendars below `flows/`; broken files are left out, their problems told. */
export async function loadCatalog(dir: string): Promise<Catalog> {
  const folder = await loadFormulirFolder(dir);
  const sop = await readFolder(join(dir, "sop"), async (file) => {
    const { sop: value, problems } = await loadSop(file, folder);
    return { value, problems };
  });
  const kalender = await readFolder(join(dir, "kalender"), loadKalender);
  return {
    sopList: sop.list,
    kalenderList: kalender.list,
    problems: sortProblems([folder, sop, kalender].flatMap(({ problems }) => problems)),
  };
}
