import { describe, expect, it } from "vitest";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import {
  sebutCakupan,
  sebutPendek,
  sebutPendekTahun,
  sebutPeriode,
} from "../../../src/core/pesan/periode.ts";
import type { Teks } from "../../../src/core/pesan/teks.ts";
import { inPlainWords, type Pembaca } from "../../../src/core/pesan/ucap.ts";
import { kamus } from "../../support/teks.ts";

const triwulan: Pembaca = {
  kamus,
  bahasa: "id",
  kata: { sapaan: "Bapak/Ibu", istilahTriwulan: "triwulan" },
};
const tribulan: Pembaca = { ...triwulan, kata: { ...triwulan.kata, istilahTriwulan: "tribulan" } };
const english: Pembaca = { ...tribulan, bahasa: "en" };

const saja = (periode: Periode): Teks => sebutCakupan(periode, false);
const sampai = (periode: Periode): Teks => sebutCakupan(periode, true);

describe("a period, as whoever reads it calls it", () => {
  it.each([
    [sebutPeriode, "2026-TW4", "Triwulan IV 2026", "Tribulan IV 2026", "Quarter IV 2026"],
    [sebutPeriode, "2026-S2", "Semester II 2026", "Semester II 2026", "Half-year II 2026"],
    [sebutPeriode, "2026", "Tahun 2026", "Tahun 2026", "Year 2026"],
    [sebutPendek, "2026-TW3", "TW III", "TB III", "Q III"],
    [sebutPendek, "2026-S1", "Semester I", "Semester I", "Half-year I"],
    [sebutPendek, "2026", "Tahun 2026", "Tahun 2026", "Year 2026"],
    [sebutPendekTahun, "2025-TW4", "TW IV 2025", "TB IV 2025", "Q IV 2025"],
    [sebutPendekTahun, "2025", "Tahun 2025", "Tahun 2025", "Year 2025"],
    [saja, "2026-TW2", "Triwulan II saja", "Tribulan II saja", "Quarter II alone"],
    [saja, "2026-S1", "Semester I saja", "Semester I saja", "Half-year I alone"],
    [
      sampai,
      "2026-TW2",
      "s.d. Triwulan II (Jan–Jun)",
      "s.d. Tribulan II (Jan–Jun)",
      "the year up to Quarter II (Jan–Jun)",
    ],
    [
      sampai,
      "2026-S2",
      "s.d. Semester II (Jan–Des)",
      "s.d. Semester II (Jan–Des)",
      "the year up to Half-year II (Jan–Dec)",
    ],
    [sampai, "2026", "Tahun 2026 (Jan–Des)", "Tahun 2026 (Jan–Des)", "Year 2026 (Jan–Dec)"],
  ])("%s of %s", (says, periode, ...expected) => {
    const teks = says(Periode.parse(periode));
    expect([triwulan, tribulan, english].map((one) => inPlainWords(one, teks))).toEqual(expected);
  });
});
