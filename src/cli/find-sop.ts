import { join } from "node:path";
import { loadCatalog } from "../catalog/load.ts";
import { loadFormulirFolder } from "../catalog/load-formulir.ts";
import { loadSop } from "../catalog/load-sop.ts";
import { formatProblem } from "../catalog/problem.ts";
import type { SopTersedia } from "../core/conversation/world.ts";
import type { CliIo } from "./io.ts";
import { type Outcome, refused } from "./outcome.ts";

/** A sheet by its id in `flows/sop/` or by the path of its file; else why there is none. */
export async function findSop({ flows }: CliIo, wanted: string): Promise<SopTersedia | Outcome> {
  const isPath = /[/\\]|\.ya?ml$/.test(wanted);
  const file = isPath ? wanted : join(flows, "sop", `${wanted}.yaml`);
  const { sop, problems } = await loadSop(file, await loadFormulirFolder(flows));
  if (sop !== null) return sop;
  const told = problems.map(formatProblem).join("\n");
  if (isPath) return refused(told);
  const { sopList } = await loadCatalog(flows);
  const known = sopList.map((one) => one.sop.id).join(", ");
  return refused(`SOP ${wanted} tidak dapat dipakai. Yang ada: ${known}.\n${told}`);
}
