// sopir as main.ts puts it together, with pacing lifted and a clock that stands until the collection opens.
import { join } from "node:path";
import { loadKantor } from "../../dist/app/office/load-kantor.js";
import { createRuntime } from "../../dist/app/runtime.js";
import { loadCatalog } from "../../dist/catalog/load.js";
import { parseKantor } from "../../dist/catalog/load-kantor.js";
import { createTelegramChannel } from "../../dist/channels/telegram/index.js";
import { createRehearsalClock } from "../../dist/clock/rehearsal-clock.js";
import { systemTiming } from "../../dist/clock/system-timing.js";
import { documents } from "../../dist/documents/index.js";
import { createLogger } from "../../dist/observability/logger.js";
import { systemRandom } from "../../dist/random/random.js";
import { createFileStore } from "../../dist/store/files.js";
import { openStore } from "../../dist/store/open.js";
import { officeText } from "../office.mjs";

const { TOKEN, API_ROOT, DIR } = process.env;
/** A quarter of an hour before the collection of a triwulan opens in an office, and when it has. */
const BEFORE = Date.parse("2027-01-04T07:15:00+08:00");
const OPEN = Date.parse("2027-01-04T07:30:00+08:00");

const log = createLogger({ level: "error", pretty: false, secrets: [] });
const url = process.env.DATABASE_URL ?? `file:${join(DIR, "sopir.db")}`;
const store = await openStore({ url, dataDir: DIR, now: Date.now, log });
const clock = createRehearsalClock(BEFORE);
const channel = createTelegramChannel({
  token: TOKEN,
  apiRoot: API_ROOT,
  log,
  now: () => clock.now(),
  timing: systemTiming,
  pace: { perSecond: 100_000, perChatMs: 0 },
});
const runtime = createRuntime({
  store,
  files: createFileStore(DIR),
  documents,
  random: systemRandom,
  clock,
  timing: systemTiming,
  log,
  channels: [channel],
});
await runtime.start();

const acts = {
  /** Loads the offices; answers the invitation of everybody who will fill in figures. */
  async load({ offices, units }) {
    const catalog = await loadCatalog(join(import.meta.dirname, "../../flows"));
    const codes = [];
    for (let n = 1; n <= offices; n += 1) {
      const { isi, problems } = parseKantor(`kantor-${n}.yaml`, officeText(n, units), catalog);
      if (isi === null) throw new Error(JSON.stringify(problems));
      const deps = { store, random: systemRandom, clock, log };
      const { undanganList } = await loadKantor(deps, isi, { undangan: true });
      codes.push(
        ...undanganList.flatMap(({ pegawai, kode }) =>
          pegawai.id.startsWith("unit") ? [kode] : [],
        ),
      );
    }
    return codes;
  },
  /** The collection opens everywhere, and everybody has been told. */
  async open() {
    clock.set(OPEN);
    await runtime.tick();
    await runtime.drain();
  },
};

process.on("message", async ({ act, ...given }) => {
  try {
    process.send({ result: (await acts[act](given)) ?? null });
  } catch (error) {
    process.send({ error: String(error.stack) });
  }
});
process.send({ result: "ready" });
