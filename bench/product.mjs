// The product's own parts, put together in a process of the benchmark: to fill a database by the product's
// own writer, and to look at one part of it alone.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  createDocuments,
  createFileStore,
  createLogger,
  createRuntime,
  emptyDraft,
  loadCatalog,
  loadKantor,
  openStore,
  parseKantor,
  readKamus,
  systemRandom,
  systemTiming,
} from "../dist/parts.js";

const flows = join(import.meta.dirname, "../flows");

/** A quarter of an hour before the collection of a triwulan opens in an office, and when it has. */
export const BEFORE = Date.parse("2027-01-04T07:15:00+08:00");
export const OPEN = Date.parse("2027-01-04T07:30:00+08:00");

export const sqliteUrl = (dir) => `file:${join(dir, "sopir.db")}`;

export const log = createLogger({ level: "error", pretty: false, secrets: [] });

/** The store of a database and what works on it; `runtime` is the running program but for its channels. */
export async function openProduct({ url, dir, clock }) {
  const store = await openStore({ url, dataDir: dir, now: Date.now, log });
  const deps = { store, random: systemRandom, clock, log, kamus: await readKamus(flows) };
  const catalog = await loadCatalog(flows);
  const files = createFileStore(dir);
  return {
    store,
    /** An office from the text of its file. */
    async load(id, text, undangan = false) {
      const { isi, problems } = parseKantor(`${id}.yaml`, text, catalog);
      if (isi === null) throw new Error(JSON.stringify(problems));
      const { undanganList } = await loadKantor(deps, isi, { undangan });
      return { kantor: isi.kantor, undanganList };
    },
    /** Ties chats to people as if each had shown an invitation. */
    async link(kantorId, people) {
      const draft = () => emptyDraft(clock.now(), kantorId);
      const invited = people.map((one) => ({ ...one, undanganId: randomUUID() }));
      const undangan = invited.map(({ pegawaiId, undanganId: id }) => {
        const berlakuSampaiMs = clock.now() + 86_400_000;
        return { id, pegawaiId, kodeHash: id, berlakuSampaiMs };
      });
      const links = invited.map(({ pegawaiId, chat, undanganId }) => {
        const address = { channelId: "telegram", chat: String(chat) };
        return { accountId: randomUUID(), pegawaiId, address, utama: true, undanganId };
      });
      await store.commit({ ...draft(), undangan });
      await store.commit({ ...draft(), links });
    },
    commit: (kantorId, change) => store.commit({ ...emptyDraft(clock.now(), kantorId), ...change }),
    runtime: (channels = []) =>
      createRuntime({
        ...deps,
        files,
        documents: createDocuments(files),
        timing: systemTiming,
        channels,
      }),
  };
}
