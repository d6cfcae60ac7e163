import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import { jumpTarget } from "../../src/app/peraga/clock.ts";
import { linkPeraga } from "../../src/app/peraga/link.ts";
import { createPeragaView } from "../../src/app/peraga/view.ts";
import { loadKantor as readKantor } from "../../src/catalog/load-kantor.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { DEMO_START_MS } from "../../src/prepare-peraga.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { shippedCatalog } from "../support/catalog.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { kamus } from "../support/teks.ts";

const flows = join(import.meta.dirname, "../../flows");
const kantorId = KantorId.parse("peraga");

describe("the demo office", () => {
  let opened: TestStore;
  const clock = createRehearsalClock(DEMO_START_MS);
  const deps = () => ({
    store: opened.store,
    files: createFileStore(tmpdir()),
    random: systemRandom,
    clock,
    log: new MemoryLog(),
    kamus,
  });

  beforeEach(async () => {
    opened = await openTestStore();
    const { isi } = await readKantor(join(flows, "kantor/peraga.yaml"), await shippedCatalog());
    if (isi === null) throw new Error("the demo office cannot be read");
    await loadKantor(deps(), isi, { undangan: false });
  });
  afterEach(() => opened.close());

  it("gives everybody one phone, however often it is asked to", async () => {
    await linkPeraga(deps(), kantorId, "peraga");
    const once = await opened.store.listAccount(kantorId);
    await linkPeraga(deps(), kantorId, "peraga");
    expect(await opened.store.listAccount(kantorId)).toEqual(once);
    expect(once.every(({ pegawaiId, address }) => address.chat === pegawaiId)).toBe(true);
    expect(once).toHaveLength(10);
    expect((await opened.store.verifyLog(kantorId)).brokenSeq).toBeNull();
  });

  it("leaves an account on another channel alone", async () => {
    await linkPeraga(deps(), kantorId, "lain");
    await linkPeraga(deps(), kantorId, "peraga");
    const channels = (await opened.store.listAccount(kantorId)).map((one) => one.address.channelId);
    expect(channels.filter((one) => one === "lain")).toHaveLength(10);
    expect(channels.filter((one) => one === "peraga")).toHaveLength(10);
  });

  it.each([
    ["15-menit", "2027-01-04T07:30:00+08:00"],
    ["1-jam", "2027-01-04T08:15:00+08:00"],
    ["hari-kerja", "2027-01-06T07:30:00+08:00"],
    ["tenggat", "2027-01-04T07:30:00+08:00"],
  ] as const)("goes with a push of %s to %s, past holidays", async (lompatan, iso) => {
    const targetMs = await jumpTarget({ store: opened.store, clock }, kantorId, lompatan);
    expect(targetMs).toBe(Date.parse(iso));
  });

  it("shows nothing but people, log and the first thing to do before anything is open", async () => {
    const view = await createPeragaView(
      { store: opened.store, clock, kamus, latihan: true },
      kantorId,
    )();
    expect(view).toMatchObject({
      jam: { teks: "Sen 4 Jan 2027, 07.15 WITA", latihan: true },
      berkas: [],
      panduan: [{ id: "buka", selesai: false }],
    });
    expect(view?.panduan[0]?.teks).toContain("Triwulan IV 2026");
    expect(view?.pegawai).toHaveLength(10);
  });

  it("keeps the newest fifty entries of the log, however often it is drawn", async () => {
    const draw = createPeragaView({ store: opened.store, clock, kamus, latihan: true }, kantorId);
    await draw();
    for (let channel = 0; channel < 6; channel += 1) {
      await linkPeraga(deps(), kantorId, `kanal-${channel}`);
      await draw();
    }
    const { catatan = [] } = (await draw()) ?? {};
    const count = (await opened.store.verifyLog(kantorId)).count;
    expect(catatan.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, at) => count - 49 + at),
    );
  });
});
