import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Documents } from "../../src/app/ports/documents.ts";
import { createRuntime } from "../../src/app/runtime.ts";
import { readPenyimpanan } from "../../src/catalog/load-penyimpanan.ts";
import type { Penyimpanan } from "../../src/core/waktu/penyimpanan.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFakeTiming } from "../support/fake-timing.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { type NaskahOffice, openNaskahOffice, paperOf } from "../support/naskah-office.ts";
import { kamus } from "../support/teks.ts";

let office: NaskahOffice;
beforeEach(async () => {
  office = await openNaskahOffice();
  await office.commit({ naskah: [paperOf(1)] });
});
afterEach(() => office.close());

/** The running program without channels; `made` resolves with the first file that was recorded. */
function running(documents: Documents = office.documents, penyimpanan?: Penyimpanan) {
  const timing = createFakeTiming();
  let tell: (id: string) => void = ignore;
  const made = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const store = {
    ...office.store,
    saveNaskahFile: async (file: Parameters<NaskahOffice["store"]["saveNaskahFile"]>[0]) => {
      await office.store.saveNaskahFile(file);
      tell(file.naskahId);
    },
  };
  const world = {
    timing,
    random: systemRandom,
    log: new MemoryLog(),
    kamus,
    channels: [],
    ...(penyimpanan && { penyimpanan }),
  };
  return { timing, made, runtime: createRuntime({ ...office, ...world, store, documents }) };
}

describe("the running program", () => {
  it("makes the file of a paper that a killed process left without one", async () => {
    const { runtime, made, timing } = running();
    await runtime.tick();
    expect(await made).toBe(paperOf(1).naskah.id);
    await timing.settle(runtime.stop(1_000));
    expect(await office.store.unmadeNaskah(1)).toEqual([]);
  });

  it("folds away at a tick what is over", async () => {
    const { store, clock } = office;
    const fresh = { inbox: [{ key: "baru", channelId: "telegram" }] };
    const old = { inbox: [{ key: "lama", channelId: "telegram" }] };
    await office.commit({ ...fresh, nowMs: clock.now() });
    await office.commit({ ...old, nowMs: clock.now() - 91 * 24 * 60 * 60_000 });
    const { runtime, timing } = running(office.documents, await readPenyimpanan("flows"));
    await runtime.tick();
    await timing.settle(runtime.stop(1_000));
    expect(await store.knownInbox(["lama", "baru"])).toEqual(new Set(["baru"]));
  });

  it("waits for no paper: neither the clock nor, for longer than it is told to, the end", async () => {
    const forever = new Promise<never>(ignore);
    const { runtime, timing } = running({ ...office.documents, dokumenPdf: () => forever });
    await runtime.tick();
    await runtime.drain();
    const stopped = runtime.stop(1_000);
    await timing.advance(1_000);
    await timing.settle(stopped);
    expect(await office.store.unmadeNaskah(1)).toHaveLength(1);
  });
});

function ignore(): void {}
