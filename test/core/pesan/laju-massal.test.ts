import { describe, expect, it } from "vitest";
import { LAJU_BIASA, type LajuMassal, lamaMassal } from "../../../src/core/pesan/laju-massal.ts";

const PELAN: LajuMassal = { jedaDetik: 15, perHari: 100 };
const on = (saluran: string, laju: LajuMassal, jumlah: number) =>
  Array.from({ length: jumlah }, () => ({ saluran, laju }));

describe("how long messages to many take", () => {
  it.each([
    { nama: "nobody", list: [], lama: { detik: 1, hari: 1 } },
    { nama: "a usual channel", list: on("Telegram", LAJU_BIASA, 40), lama: { detik: 41, hari: 1 } },
    { nama: "a slow one", list: on("WhatsApp", PELAN, 20), lama: { detik: 301, hari: 1 } },
    { nama: "a full day", list: on("WhatsApp", PELAN, 100), lama: { detik: 1_501, hari: 1 } },
    { nama: "one too many", list: on("WhatsApp", PELAN, 101), lama: { detik: 1_501, hari: 2 } },
    {
      nama: "both",
      list: [...on("Telegram", LAJU_BIASA, 40), ...on("WhatsApp", PELAN, 250)],
      lama: { detik: 1_541, hari: 3 },
    },
  ])("$nama", ({ list, lama }) => {
    expect(lamaMassal(list)).toEqual(lama);
  });
});
