import { describe, expect, it } from "vitest";
import { butuhKeterangan } from "../../../src/core/engine/syarat.ts";
import { Indikator } from "../../../src/core/kinerja/indikator.ts";
import { kantor } from "../../support/world.ts";
import { isianOf, type Nilai, Play } from "./play.ts";

const indikator = (tahun: number): Indikator =>
  Indikator.parse({
    kode: "1.1",
    sasaran: "Pelayanan",
    nama: "Indeks Kepuasan Masyarakat",
    satuan: "nilai",
    arah: "naik",
    agregasi: "posisi_akhir",
    penanggungJawab: "pelayanan",
    tahun,
    targetTahunan: 100,
    targetTriwulan: [100, 100, 100, 100],
  });

/** Whether a figure of this period needs a note, after this one in the triwulan before. */
function asks(periode: string, nilai: Nilai, lalu: Nilai | null, ambang = 76): boolean {
  const before = periode.endsWith("TW1") ? "2026-TW4" : "2027-TW1";
  const realisasi =
    lalu === null ? {} : { "1.1": { [before]: { isian: isianOf(lalu), keterangan: null } } };
  const own = indikator(2027);
  const office = {
    ...kantor,
    indikatorList: [own],
    tampilan: { ...kantor.tampilan, ambangPerhatianPersen: ambang },
  };
  const { state, context } = Play.open({ periode, context: { kantor: office, realisasi } });
  return butuhKeterangan({ state, context }, own, isianOf(nilai));
}

describe("a figure", () => {
  it.each<[string, Nilai, Nilai | null, number, boolean]>([
    ["2027-TW2", 76, null, 76, false],
    ["2027-TW2", 75.99, null, 76, true],
    ["2027-TW2", 76, null, 80, true],
    ["2027-TW2", 60, null, 50, false],
    ["2027-TW2", 90, 90, 76, false],
    ["2027-TW2", 89, 90, 76, true],
    ["2027-TW2", 0, null, 76, true],
    ["2027-TW2", "nihil", 90, 76, false],
    ["2027-TW2", "belum", 90, 76, false],
    ["2027-TW1", 89, 90, 76, false],
  ])("of %s, %s after %s, with the threshold at %s, needs a note: %s", (...row) => {
    const [periode, nilai, lalu, ambang, expected] = row;
    expect(asks(periode, nilai, lalu, ambang)).toBe(expected);
  });
});
