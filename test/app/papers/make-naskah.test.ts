import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NaskahSweep } from "../../../src/app/papers/make-naskah.ts";
import { createNaskahFiles, type NaskahFiles } from "../../../src/app/papers/naskah-file.ts";
import { createFakeTiming } from "../../support/fake-timing.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { type NaskahOffice, openNaskahOffice, paperOf } from "../../support/naskah-office.ts";

let office: NaskahOffice;
beforeEach(async () => {
  office = await openNaskahOffice();
});
afterEach(() => office.close());

function setup(change: (files: NaskahFiles) => NaskahFiles = (files) => files) {
  const timing = createFakeTiming();
  const log = new MemoryLog();
  const naskah = change(createNaskahFiles(office));
  return { timing, log, sweep: new NaskahSweep({ store: office.store, naskah, timing, log }) };
}

const unmade = async (): Promise<readonly string[]> =>
  (await office.store.unmadeNaskah(100)).map(({ naskah }) => naskah.id);

describe("the sweep over papers", () => {
  it("makes what nobody has asked for: letters and reports drawn, uploads as they came", async () => {
    const unggahan = await office.put("pindaian", "ttd.pdf");
    await office.commit({
      naskah: [
        paperOf(1),
        paperOf(2, { jenis: "laporan", sebutan: "Draf 1" }),
        paperOf(3, { jenis: "laporan", sebutan: "Bertanda tangan", versi: 2, unggahan }),
        paperOf(4, { jenis: "arsip" }),
      ],
    });
    const { sweep, log } = setup();
    await sweep.run();
    expect(await unmade()).toEqual([]);
    const list = await office.store.listNaskah(paperOf(1).kantorId, null);
    expect(list.map(({ fileList }) => fileList.map(({ bentuk }) => bentuk).toSorted())).toEqual([
      ["docx", "pdf"],
      ["docx", "pdf"],
      ["asli"],
      ["zip"],
    ]);
    expect(log.messages("error")).toEqual([]);
    const drawn = office.drawn.length;
    await sweep.run();
    expect(office.drawn).toHaveLength(drawn);
  });

  it("makes some at a time, the oldest first", async () => {
    await office.commit({ naskah: Array.from({ length: 10 }, (_, n) => paperOf(n + 1)) });
    const { sweep } = setup();
    await sweep.run();
    expect(await unmade()).toEqual([paperOf(9).naskah.id, paperOf(10).naskah.id]);
    await sweep.run();
    expect(await unmade()).toEqual([]);
  });

  it("leaves a paper that cannot be made alone for an hour, and goes on with the others", async () => {
    await office.commit({ naskah: Array.from({ length: 10 }, (_, n) => paperOf(n + 1)) });
    let broken = true;
    const { sweep, log, timing } = setup((files) => ({
      get: (kantorId, id, bentuk) =>
        broken && id === paperOf(1).naskah.id
          ? Promise.reject(new Error("cannot be drawn"))
          : files.get(kantorId, id, bentuk),
    }));
    await sweep.run();
    await sweep.run();
    expect(await unmade()).toEqual([paperOf(1).naskah.id]);
    expect(log.messages("error")).toEqual(["the file of a paper could not be made"]);
    broken = false;
    await sweep.run();
    expect(await unmade()).toHaveLength(1);
    await timing.advance(3_600_000);
    await sweep.run();
    expect(await unmade()).toEqual([]);
  });

  it("ends after the paper under way when the program stops", async () => {
    await office.commit({ naskah: [paperOf(1), paperOf(2), paperOf(3)] });
    const { sweep, timing } = setup((files) => ({
      async get(kantorId, id, bentuk) {
        void sweepOf().stop(1_000);
        return files.get(kantorId, id, bentuk);
      },
    }));
    const sweepOf = () => sweep;
    await sweep.run();
    await timing.settle(sweep.stop(1_000));
    expect(await unmade()).toHaveLength(2);
  });

  it("tells the operator when the database cannot be asked, and disturbs nobody", async () => {
    const { log, timing } = setup();
    const store = { unmadeNaskah: () => Promise.reject(new Error("down")) };
    const sweep = new NaskahSweep({ store, naskah: createNaskahFiles(office), timing, log });
    sweep.wake();
    await expect(sweep.run()).rejects.toThrow("down");
    expect(log.messages("error")).toContain("papers without a file could not be looked up");
  });
});
