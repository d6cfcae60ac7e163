import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Blok, Isi } from "../../../src/core/dokumen/model.ts";
import type { Isian } from "../../../src/core/kinerja/indikator.ts";
import { laporanRingkasan } from "../../../src/core/laporan/ringkasan.ts";
import { laporanTabel } from "../../../src/core/laporan/tabel.ts";
import {
  type LembarCapaian,
  projectRekap,
  type Rekap,
  type RevisiRealisasi,
} from "../../../src/core/rekap/index.ts";
import { angka, DIBUAT_MS, masukan, periode } from "../rekap/sample.ts";

const anyIsian: fc.Arbitrary<Isian | null> = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((n) => angka(n / 2)),
  fc.constantFrom<(Isian | null)[]>({ jenis: "nihil" }, { jenis: "belum" }, null),
);

/** One figure of every indikator and triwulan: an earlier revision must not stand in for a later one. */
const figureList: readonly RevisiRealisasi[] = [
  ...new Map(masukan.realisasi.map((row) => [`${row.kode}/${row.periode}`, row])).values(),
];

/** A year of the demo office in which anything may have been answered anywhere. */
const anyTahun: fc.Arbitrary<readonly RevisiRealisasi[]> = fc
  .array(anyIsian, {
    minLength: figureList.length,
    maxLength: figureList.length,
  })
  .map((isianList) =>
    figureList.flatMap((row, at) => {
      const isian = isianList[at];
      return isian === null || isian === undefined ? [] : [{ ...row, isian }];
    }),
  );

const rekapOf = (realisasi: readonly RevisiRealisasi[]): Rekap =>
  projectRekap({ ...masukan, realisasi }, 2026, periode("2026-TW4"), {
    unit: null,
    padaMs: DIBUAT_MS,
  });

const measured = (rows: readonly RevisiRealisasi[]): unknown =>
  rekapOf(rows).lembarList.map(({ barisList, ringkasan }) => ({
    rata: ringkasan.rataRataPersen,
    baris: barisList.map((row) => [row.kode, row.realisasi, row.target, row.capaianPersen]),
  }));

const textOf = (isi: Isi): string => isi.map(({ teks }) => teks).join("");
const paragraphsOf = (blokList: readonly Blok[]): string =>
  blokList.flatMap((blok) => (blok.jenis === "paragraf" ? [textOf(blok.isi)] : [])).join("\n");
const cellsOf = (blokList: readonly Blok[]): readonly (readonly string[])[] =>
  blokList.flatMap((blok) =>
    blok.jenis === "tabel"
      ? blok.barisList.map((selList) => selList.map((sel) => textOf(sel.isi)))
      : [],
  );

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const eachLembar = (check: (lembar: LembarCapaian, rekap: Rekap) => void): void =>
  fc.assert(
    fc.property(anyTahun, (realisasi) => {
      const rekap = rekapOf(realisasi);
      for (const lembar of rekap.lembarList) check(lembar, rekap);
    }),
    { numRuns: 25 },
  );

describe("nihil means the same wherever it is shown", () => {
  it("every indikator lies in one band, is nihil, has no capaian, or is not answered", () =>
    eachLembar(({ ringkasan, barisList }) => {
      const { perKategori, nihil, tanpaCapaian, terisi, jumlahIndikator } = ringkasan;
      const banded = sum(perKategori.map(({ jumlah }) => jumlah));
      const open = barisList.filter(
        ({ isianJenis }) => isianJenis === null || isianJenis === "belum",
      );
      expect(banded + nihil + tanpaCapaian).toBe(terisi);
      expect(terisi + open.length).toBe(jumlahIndikator);
    }));

  it("it changes no figure, no target and no capaian of anything it is a part of", () => {
    fc.assert(
      fc.property(anyTahun, (realisasi) => {
        const without = realisasi.filter(({ isian }) => isian.jenis !== "nihil");
        expect(measured(realisasi)).toEqual(measured(without));
      }),
      { numRuns: 25 },
    );
  });

  it("the report's table, its bands and its sentence count it alike", () =>
    eachLembar((lembar, rekap) => {
      const { nihil, terisi, jumlahIndikator, perKategori } = lembar.ringkasan;
      const rows = cellsOf(laporanTabel(lembar, rekap.kop));
      expect(rows.filter((cells) => cells[5] === "nihil")).toHaveLength(nihil);
      const blokList = laporanRingkasan(rekap, lembar);
      const said = paragraphsOf(blokList);
      expect(said).toContain(`Dari ${jumlahIndikator} indikator, ${terisi} telah terisi`);
      expect(/(\d+) nihil, tidak dihitung/.exec(said)?.[1]).toBe(
        nihil === 0 ? undefined : String(nihil),
      );
      const bands = cellsOf(blokList)[0]?.map((cell) => Number.parseInt(cell, 10));
      expect(bands).toEqual(perKategori.map(({ jumlah }) => jumlah));
    }));
});
