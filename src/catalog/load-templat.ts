import { join } from "node:path";
import { TemplatPembuka } from "../core/pesan/templat-pembuka.ts";
import { type Checked, checked, FlowsBroken } from "./problem.ts";
import { misnamed, readFolder, readYaml } from "./read-yaml.ts";

/** Reads one file of `flows/templat/` and says everything that is wrong with it. */
async function loadTemplat(file: string): Promise<Checked<TemplatPembuka>> {
  const yaml = await readYaml(file, TemplatPembuka);
  if (yaml.kind === "broken") return { value: null, problems: yaml.problems };
  const { value, at } = yaml;
  return checked(value, misnamed(file, value.id, at));
}

/**
 * Reads `<flows>/templat`.
 * @throws FlowsBroken with everything that is wrong with it.
 */
export async function readTemplat(flows: string): Promise<readonly TemplatPembuka[]> {
  const { list, problems } = await readFolder(join(flows, "templat"), loadTemplat);
  if (problems.length > 0) throw new FlowsBroken(problems);
  return list;
}
