import type { Session } from "../core/conversation/session.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { berkasIdOf } from "../core/pesan/token.ts";
import type { Deps } from "./deps.ts";
import type { Item } from "./item.ts";
import type { KantorCache } from "./kantor-cache.ts";
import { type LoadedWorld, loadWorld, sessionOf } from "./load-world.ts";

/** The newest drafts, as many as anybody is offered at once, may belong to berkas that are closed. */
const DOKUMEN_TERBARU = 6;

/** The world these updates are decided in: with the closed berkas they point at, or ask papers of. */
export async function loadFor(
  deps: Deps,
  cache: KantorCache,
  kantorId: KantorId,
  items: readonly Item[],
): Promise<LoadedWorld> {
  const pointed = items.flatMap(pointedBerkas);
  const loaded = await loadWorld(deps, cache, kantorId, pointed);
  const asked = items.some((item) => asksDokumen(item, sessionOf(loaded.rows, item.who.pegawaiId)));
  if (!asked) return loaded;
  const dokumenList = await deps.store.listDokumen(kantorId, null);
  const newest = dokumenList.slice(-DOKUMEN_TERBARU).map(({ berkasId }) => berkasId);
  return loadWorld(deps, cache, kantorId, [...new Set([...pointed, ...newest])]);
}

/** Buttons may point at berkas that are closed by now. */
function pointedBerkas({ masukan }: Item): readonly string[] {
  if (masukan.jenis !== "pilihan") return [];
  const berkasId = berkasIdOf(masukan.token);
  return berkasId === null ? [] : [berkasId];
}

/** The command, its word, or a typed choice where its list was shown last. */
function asksDokumen({ masukan }: Item, { prompt }: Session): boolean {
  if (masukan.jenis === "perintah") return masukan.nama === "dokumen";
  if (masukan.jenis !== "teks") return false;
  const listed = prompt?.pilihan.some(({ id }) => id.startsWith("/dokumen ")) ?? false;
  return listed || /^\s*\/?dokumen\b/i.test(masukan.teks);
}
