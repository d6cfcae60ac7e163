import { beforeAll, describe, expect, it } from "vitest";
import { figures } from "../support/endurance.ts";
import { berulang, gangguanList, type Hari, hari } from "./hari-buruk.ts";

let tenang: Hari;
beforeAll(async () => {
  tenang = await hari(null);
}, 120_000);

describe.each([2, 3, 5])("a triwulan of which each %i. call of each kind", (tiap) => {
  it.each(gangguanList)("is %s ends as on a quiet day, message for message", async (nama, apa) => {
    const { gangguan, ...rest } = await hari({ tiap, apa: [apa] });
    figures(`services, ${nama}, every ${tiap}. call`, { failed: gangguan, repeated: 0, lost: 0 });
    expect({ ...rest, gangguan: 0 }).toEqual(tenang);
  });

  it("did something but is not answered repeats each message at most once", async () => {
    const buruk = await hari({ tiap, apa: ["unanswered"] });
    const repeated = berulang(buruk, tenang);
    figures(`services, unanswered, every ${tiap}. call`, { failed: buruk.gangguan, repeated });
    expect(repeated).toBeLessThanOrEqual(buruk.gangguan);
  });
});
