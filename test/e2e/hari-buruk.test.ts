import { expect, it } from "vitest";
import { berulang, gangguanList, hari } from "./hari-buruk.ts";

it("a triwulan ends the same on a day on which every third call of each kind goes wrong", {
  timeout: 120_000,
}, async () => {
  const tenang = await hari(null);
  const apa = gangguanList.map(([, one]) => one);
  const buruk = await hari({ tiap: 3, apa: ["unanswered", ...apa] });
  expect(buruk.gangguan).toBeGreaterThan(50);
  const twice = berulang(buruk, tenang);
  expect(twice).toBeGreaterThan(0);
  expect(twice).toBeLessThan(buruk.gangguan / 3);
});
