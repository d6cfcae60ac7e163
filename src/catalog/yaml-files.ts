import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The YAML files of a folder in order of name; none when there is no such folder. */
export async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entryList = await readdir(folder).catch(() => []);
  return entryList
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}
