import { describe, expect, it } from "vitest";
import { PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { projectRekap } from "../../../src/core/rekap/index.ts";
import { bagianKantor, rekapKabupaten } from "../../../src/core/rekap/kabupaten.ts";
import { bagianOrganisasi, kecamatan, SENIN } from "../../support/kabupaten.ts";
import { worldOf } from "../../support/world.ts";

const { calendar } = worldOf();
const periode = Periode.parse("2026-TW4");
const angka = (nilai: number) => ({ jenis: "angka", nilai }) as const;

/** An office whose figures of the triwulan all are so many percent of their targets. */
function bagian(nama: string, persen: number | null) {
  const papan = kecamatan(nama.toLowerCase(), nama, persen === null ? () => undefined : "selesai");
  const { kantor } = worldOf();
  const realisasi = kantor.indikatorList.flatMap(({ kode, targetTriwulan: [, , , target] }, at) =>
    persen === null || target === null || target === undefined || at !== 0
      ? []
      : [
          {
            berkasId: "b1",
            periode,
            kode,
            revisi: 1,
            isian: angka((target * persen) / 100),
            keterangan: null,
            bukti: [],
            oleh: PegawaiId.parse("pelayanan"),
            atMs: SENIN,
            seq: 1,
          },
        ],
  );
  const masukan = { kantor: { ...kantor, nama }, calendar, berkasList: [], realisasi, log: [] };
  const rekap = projectRekap(masukan, 2026, periode, { unit: null, padaMs: SENIN, padaSeq: 1 });
  return bagianKantor(papan, rekap, calendar);
}

describe("the workbook of a kabupaten", () => {
  const rekap = rekapKabupaten(bagianOrganisasi, { periode, dibuatMs: SENIN }, [
    bagian("Awayan", 80),
    bagian("Batumandi", null),
    bagian("Halong", 100),
    bagian("Juai", 80),
  ]);

  it("ranks by average; equal ones share a place, offices without figures have none", () => {
    expect(
      rekap.peringkat.map(({ peringkat, kantor, rataRataPersen, keadaan }) => [
        peringkat,
        kantor,
        rataRataPersen,
        keadaan,
      ]),
    ).toEqual([
      [1, "Halong", 100, "selesai"],
      [2, "Awayan", 80, "selesai"],
      [2, "Juai", 80, "selesai"],
      [null, "Batumandi", null, "terlambat"],
    ]);
  });

  it("has a sheet for each office, in the order of the ranking", () => {
    expect(rekap.kantorList.map(({ kop }) => kop.kantor)).toEqual([
      "Halong",
      "Awayan",
      "Juai",
      "Batumandi",
    ]);
  });

  it("names who is waited for and for how many working days", () => {
    expect(rekap.terlambat).toMatchObject([
      { kantor: "Batumandi", siapa: "Kasi Pelayanan", selesaiMs: null, terlambatHari: 1.1 },
      { kantor: "Batumandi", siapa: "Kasi Pemerintahan", selesaiMs: null, terlambatHari: 1.1 },
    ]);
  });
});
