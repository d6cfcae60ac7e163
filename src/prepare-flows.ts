import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Deps } from "./app/deps.ts";
import { loadKantor } from "./app/office/load-kantor.ts";
import { type Catalog, loadCatalog } from "./catalog/load.ts";
import { loadKantor as readKantor } from "./catalog/load-kantor.ts";
import { readLke } from "./catalog/load-lke.ts";
import { readPenyimpanan } from "./catalog/load-penyimpanan.ts";
import { readKamus } from "./catalog/load-teks.ts";
import { readTemplat } from "./catalog/load-templat.ts";
import { FlowsBroken } from "./catalog/problem.ts";
import type { Lke } from "./core/arsip/lke/schema.ts";
import { KantorId } from "./core/kantor/schema.ts";
import type { Kamus } from "./core/pesan/kamus.ts";
import type { TemplatPembuka } from "./core/pesan/templat-pembuka.ts";
import type { Penyimpanan } from "./core/waktu/penyimpanan.ts";
import { shipped } from "./shipped.ts";

const { flows } = shipped;
const peraga = join(flows, "kantor", "peraga.yaml");
const DEMO = KantorId.parse("peraga");

/** How long what is over is kept. */
export const preparePenyimpanan = (): Promise<Penyimpanan> => readPenyimpanan(flows);

/** The messages that open a chat on WhatsApp's Cloud API. */
export const prepareTemplat = (): Promise<readonly TemplatPembuka[]> => readTemplat(flows);

/** What evaluators of SAKIP ask for. */
export const prepareLke = (): Promise<Lke> => readLke(flows);

/** Everything that may be said, in every language. */
export const prepareTeks = (): Promise<Kamus> => readKamus(flows);

type FlowsDeps = Pick<Deps, "store" | "files" | "random" | "clock" | "log" | "kamus">;

/**
 * Brings the sheets of `flows/sop` into the database, where new berkas are opened by them, and the
 * demo office where one is wanted. What was brought there before is not read again.
 */
export async function prepareFlows(
  deps: FlowsDeps,
  { demo, dataDir }: { readonly demo: boolean; readonly dataDir: string },
): Promise<void> {
  const mark = join(dataDir, "flows.json");
  const files = await hashOf(flows);
  const withDemo = !demo || (await deps.store.loadKantor(DEMO)) !== null;
  if (withDemo && (await isStored(deps, mark, files))) return;
  const catalog = await loadCatalog(flows);
  if (catalog.problems.length > 0) throw new FlowsBroken(catalog.problems);
  for (const { sop, hash } of catalog.sopList) {
    await deps.store.saveSop(sop, hash, deps.clock.now());
  }
  if (!withDemo) await loadDemo(deps, catalog);
  const sopList = catalog.sopList.map(({ hash }) => hash);
  await writeFile(mark, JSON.stringify({ files, sopList })).catch((err: unknown) =>
    deps.log.warn({ err }, "flows/ will be read again at the next start"),
  );
}

async function loadDemo(deps: FlowsDeps, catalog: Catalog): Promise<void> {
  const { isi, problems } = await readKantor(peraga, catalog);
  if (isi === null) throw new FlowsBroken(problems);
  await loadKantor(deps, isi, { undangan: false });
  deps.log.info({ kantorId: isi.kantor.id }, "demo office loaded");
}

const Mark = z.object({ files: z.string(), sopList: z.array(z.string()) });

/** Whether the files are those read last, and new berkas run by what was in them. */
async function isStored({ store }: FlowsDeps, mark: string, files: string): Promise<boolean> {
  const text = await readFile(mark, "utf8").catch(() => "null");
  const read = Mark.safeParse(jsonOf(text)).data;
  if (read?.files !== files) return false;
  const active = new Set(await store.activeSop());
  return read.sopList.every((hash) => active.has(hash));
}

/** Sheets, forms, letters and texts, and the schemas this program reads them by. */
async function hashOf(dir: string): Promise<string> {
  const hash = createHash("sha256");
  const entryList = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entryList
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const name of names.toSorted()) hash.update(name).update(await readFile(name));
  return hash.digest("hex");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
