import { join } from "node:path";
import { celaLke, Lke } from "../core/arsip/lke/schema.ts";
import { FlowsBroken } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads `<flows>/lke.yaml`.
 * @throws FlowsBroken with everything that is wrong with it.
 */
export async function readLke(flows: string): Promise<Lke> {
  const yaml = await readYaml(join(flows, "lke.yaml"), Lke);
  if (yaml.kind === "broken") throw new FlowsBroken(yaml.problems);
  const problems = celaLke(yaml.value).map(({ jalur, pesan }) => yaml.at(jalur, pesan));
  if (problems.length > 0) throw new FlowsBroken(problems);
  return yaml.value;
}
