import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deps } from "./app/deps.ts";
import { loadKantor } from "./app/office/load-kantor.ts";
import { loadCatalog } from "./catalog/load.ts";
import { loadKantor as readKantor } from "./catalog/load-kantor.ts";
import { readKamus } from "./catalog/load-teks.ts";
import { FlowsBroken } from "./catalog/problem.ts";
import type { Kamus } from "./core/pesan/kamus.ts";

const flows = fileURLToPath(new URL("../flows", import.meta.url));
const peraga = join(flows, "kantor", "peraga.yaml");

/** Everything that may be said, in every language. */
export const prepareTeks = (): Promise<Kamus> => readKamus(flows);

/**
 * Brings the sheets of `flows/sop` into the database, where new berkas are opened by them, and the
 * demo office where one is wanted.
 */
export async function prepareFlows(
  deps: Pick<Deps, "store" | "random" | "clock" | "log" | "kamus">,
  demo: boolean,
): Promise<void> {
  const catalog = await loadCatalog(flows);
  if (catalog.problems.length > 0) throw new FlowsBroken(catalog.problems);
  for (const { sop, hash } of catalog.sopList) {
    await deps.store.saveSop(sop, hash, deps.clock.now());
  }
  if (!demo) return;
  const { isi, problems } = await readKantor(peraga, catalog);
  if (isi === null) throw new FlowsBroken(problems);
  if ((await deps.store.loadKantor(isi.kantor.id)) !== null) return;
  await loadKantor(deps, isi, { undangan: false });
  deps.log.info({ kantorId: isi.kantor.id }, "demo office loaded");
}
