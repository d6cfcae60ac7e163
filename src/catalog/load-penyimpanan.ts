import { join } from "node:path";
import { Penyimpanan } from "../core/waktu/penyimpanan.ts";
import { FlowsBroken } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads `<flows>/penyimpanan.yaml`.
 * @throws FlowsBroken with everything that is wrong with it.
 */
export async function readPenyimpanan(flows: string): Promise<Penyimpanan> {
  const yaml = await readYaml(join(flows, "penyimpanan.yaml"), Penyimpanan);
  if (yaml.kind === "broken") throw new FlowsBroken(yaml.problems);
  return yaml.value;
}
