// sopir as main.ts puts it together, with pacing lifted and a clock that stands until the collection opens.
import { createRehearsalClock, createTelegramChannel, systemTiming } from "../../dist/parts.js";
import { officeText } from "../office.mjs";
import { BEFORE, log, OPEN, openProduct, sqliteUrl } from "../product.mjs";
import { serve } from "./act.mjs";

const { TOKEN, API_ROOT, DIR, DATABASE_URL } = process.env;

const clock = createRehearsalClock(BEFORE);
const product = await openProduct({ url: DATABASE_URL ?? sqliteUrl(DIR), dir: DIR, clock });
const channel = createTelegramChannel({
  token: TOKEN,
  apiRoot: API_ROOT,
  log,
  now: () => clock.now(),
  timing: systemTiming,
  pace: { perSecond: 100_000, perChatMs: 0 },
});
const runtime = product.runtime([channel]);
await runtime.start();

serve({
  /** Loads the offices; answers the invitation of everybody who will fill in figures. */
  async load({ offices, units }) {
    const codes = [];
    for (let n = 1; n <= offices; n += 1) {
      const { undanganList } = await product.load(`kantor-${n}`, officeText(n, units), true);
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
});
