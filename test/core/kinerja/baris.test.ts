import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeBarisRekap } from "../../../src/core/kinerja/baris.ts";
import type { Isian, RealisasiByKode } from "../../../src/core/kinerja/indikator.ts";
import { tampilanBawaan } from "../../../src/core/kinerja/kategori.ts";
import { compareRekap, computeRekapPeriode } from "../../../src/core/kinerja/rekap-periode.ts";
import { angka, indikator, periode, rasio } from "../rekap/sample.ts";

const nihil: Isian = { jenis: "nihil" };
const belum: Isian = { jenis: "belum" };

/** Figures of kode 1.1, TW I first; null was never filled in. */
const filled = (...isianList: readonly (Isian | null)[]): RealisasiByKode => ({
  "1.1": Object.fromEntries(
    isianList.flatMap((isian, at) =>
      isian === null ? [] : [[`2026-TW${at + 1}`, { isian, keterangan: null }]],
    ),
  ),
});

const baris = (
  part: Parameters<typeof indikator>[0],
  realisasi: RealisasiByKode,
  of: string,
): ReturnType<typeof computeBarisRekap> =>
  computeBarisRekap(indikator(part), realisasi, periode(of), penyajian);

const penyajian = { tampilan: tampilanBawaan, istilahTriwulan: "triwulan" } as const;

describe("a row of one triwulan", () => {
  it.each([
    { arah: "naik", isian: angka(10), persen: 100, kategori: "Sangat Tinggi", melampaui: false },
    { arah: "naik", isian: angka(12), persen: 120, kategori: "Sangat Tinggi", melampaui: true },
    { arah: "naik", isian: angka(7.6), persen: 76, kategori: "Tinggi", melampaui: false },
    { arah: "naik", isian: angka(0), persen: 0, kategori: "Sangat Rendah", melampaui: false },
    { arah: "turun", isian: angka(12), persen: 80, kategori: "Tinggi", melampaui: false },
    { arah: "turun", isian: angka(0), persen: 200, kategori: "Sangat Tinggi", melampaui: true },
    { arah: "turun", isian: angka(25), persen: 0, kategori: "Sangat Rendah", melampaui: false },
  ])("gives $persen % for $isian.nilai of 10 when $arah is better", (kasus) => {
    const row = baris({ arah: kasus.arah }, filled(kasus.isian), "2026-TW1");
    expect(row).toMatchObject({
      target: 10,
      capaianPersen: kasus.persen,
      kategori: kasus.kategori,
      melampaui: kasus.melampaui,
      alasan: null,
      isianJenis: "angka",
    });
  });

  it.each([
    { what: "blank", isian: null, jenis: null, alasan: "realisasi-kosong", terisi: 0 },
    { what: "belum", isian: belum, jenis: "belum", alasan: "belum", terisi: 0 },
    { what: "nihil", isian: nihil, jenis: "nihil", alasan: "nihil", terisi: 1 },
  ])("keeps $what apart from zero: no figure, no capaian, and why", (kasus) => {
    const row = baris({}, filled(kasus.isian), "2026-TW1");
    expect(row).toMatchObject({
      realisasi: null,
      capaianPersen: null,
      kategori: null,
      warna: null,
      isianJenis: kasus.jenis,
      alasan: kasus.alasan,
      lengkap: { terisi: kasus.terisi, dari: 1 },
    });
  });

  it.each([
    { targetTriwulan: [null, 1, 1, 1], alasan: "target-kosong" },
    { targetTriwulan: [0, 1, 1, 1], alasan: "target-nol" },
  ])("says $alasan where the target allows no capaian", ({ targetTriwulan, alasan }) => {
    const row = baris({ targetTriwulan }, filled(angka(3)), "2026-TW1");
    expect(row).toMatchObject({ realisasi: 3, capaianPersen: null, alasan });
  });

  it("uses the formula the indikator names", () => {
    const row = baris({ arah: "turun", formula: "B" }, filled(angka(12)), "2026-TW1");
    expect(row.capaianPersen).toBe(83.33);
  });
});

describe("a row of a semester or year", () => {
  const target = { targetTriwulan: [10, 20, 30, 40], targetTahunan: 100 };
  it.each([
    { agregasi: "jumlah", s1: [25, 30], s2: [75, 70], tahun: [100, 100] },
    { agregasi: "kumulatif", s1: [15, 20], s2: [40, 40], tahun: [40, 100] },
    { agregasi: "posisi_akhir", s1: [15, 20], s2: [40, 40], tahun: [40, 100] },
    { agregasi: "rata_rata", s1: [12.5, 15], s2: [37.5, 35], tahun: [25, 100] },
  ])("adds up by $agregasi", ({ agregasi, s1, s2, tahun }) => {
    const realisasi = filled(angka(10), angka(15), angka(35), angka(40));
    const of = (text: string): readonly (number | null)[] => {
      const row = baris({ agregasi, ...target }, realisasi, text);
      return [row.realisasi, row.target];
    };
    expect([of("2026-S1"), of("2026-S2"), of("2026")]).toEqual([s1, s2, tahun]);
  });

  it("divides a ratio anew instead of summing percentages", () => {
    const realisasi = filled(rasio(1, 2), rasio(9, 10));
    const row = baris({ agregasi: "rasio", satuan: "persen" }, realisasi, "2026-S1");
    expect(row.realisasi).toBeCloseTo((10 / 12) * 100, 9);
  });

  it("is held against the triwulan that are filled and says how many", () => {
    const row = baris(target, filled(angka(10), null, angka(30)), "2026");
    expect(row).toMatchObject({ realisasi: 40, target: 40, lengkap: { terisi: 2, dari: 4 } });
  });

  it("names the triwulan each note belongs to", () => {
    const noted: RealisasiByKode = {
      "1.1": {
        "2026-TW1": { isian: angka(1), keterangan: "hujan" },
        "2026-TW2": { isian: angka(2), keterangan: null },
        "2026-TW3": { isian: angka(2), keterangan: "banjir" },
      },
    };
    expect(baris({}, noted, "2026").keterangan).toBe("TW I: hujan\nTW III: banjir");
    expect(baris({}, noted, "2026-TW1").keterangan).toBe("hujan");
  });

  it("names the triwulan of what followed and helped, and lists what became of it", () => {
    const pelaksanaan = {
      periode: periode("2026-TW1"),
      tindakLanjut: "pompa",
      hasil: "sudah",
    } as const;
    const told: RealisasiByKode = {
      "1.1": {
        "2026-TW1": { isian: angka(1), keterangan: "hujan", narasi: { tindakLanjut: "pompa" } },
        "2026-TW2": {
          isian: angka(2),
          keterangan: null,
          narasi: { tindakLanjut: "tanggul", pendukung: "warga", pelaksanaan },
        },
      },
    };
    expect(baris({}, told, "2026-S1")).toMatchObject({
      keterangan: "TW I: hujan",
      tindakLanjut: "TW I: pompa\nTW II: tanggul",
      pendukung: "TW II: warga",
      pelaksanaanList: [pelaksanaan],
    });
    expect(baris({}, told, "2026-TW1")).toMatchObject({
      tindakLanjut: "pompa",
      pendukung: null,
      pelaksanaanList: [],
    });
  });

  it("takes a figure that was collected for the year itself as the year's", () => {
    const yearly: RealisasiByKode = {
      "1.1": { "2026": { isian: angka(90), keterangan: "setahun" } },
    };
    expect(baris(target, yearly, "2026")).toMatchObject({
      realisasi: 90,
      target: 100,
      capaianPersen: 90,
      keterangan: "setahun",
      lengkap: { terisi: 1, dari: 1 },
    });
  });
});

const of = (values: readonly (Isian | null)[]): RealisasiByKode =>
  Object.fromEntries(
    values.flatMap((isian, at) =>
      isian === null ? [] : [[`1.${at + 1}`, { "2026-TW1": { isian, keterangan: null } }] as const],
    ),
  );

describe("the table of a period", () => {
  const list = [
    indikator({ kode: "1.1" }),
    indikator({ kode: "1.2" }),
    indikator({ kode: "1.3" }),
    indikator({ kode: "1.4", arah: "turun" }),
    indikator({ kode: "1.5" }),
  ];
  const rekap = (values: readonly (Isian | null)[]): ReturnType<typeof computeRekapPeriode> =>
    computeRekapPeriode(list, of(values), periode("2026-TW1"), penyajian);

  it("numbers its rows from 1 in the order of the table", () => {
    expect(rekap([]).barisList.map(({ no, kode }) => [no, kode])).toEqual([
      [1, "1.1"],
      [2, "1.2"],
      [3, "1.3"],
      [4, "1.4"],
      [5, "1.5"],
    ]);
  });

  it("caps a single capaian only inside the mean, and names the cap", () => {
    const { ringkasan, barisList } = rekap([angka(20), angka(6), null, null, null]);
    expect(barisList[0]?.capaianPersen).toBe(200);
    expect(ringkasan).toMatchObject({ rataRataPersen: 90, batasPersen: 120 });
  });

  it("has no mean where nothing can be computed", () => {
    expect(rekap([nihil, belum]).ringkasan.rataRataPersen).toBeNull();
  });

  it("counts a figure and nihil as filled, belum and blank as not", () => {
    const { ringkasan } = rekap([angka(0), nihil, belum, null, null]);
    expect(ringkasan).toMatchObject({ jumlahIndikator: 5, terisi: 2, nihil: 1, tanpaCapaian: 0 });
  });

  it("lists what needs attention, worst first, and leaves out what has no capaian", () => {
    const { ringkasan } = rekap([angka(7.5), angka(7.6), angka(1), angka(16), null]);
    expect(ringkasan.perhatian.map(({ kode, capaianPersen }) => [kode, capaianPersen])).toEqual([
      ["1.3", 10],
      ["1.4", 40],
      ["1.1", 75],
    ]);
  });

  it("tells what rose and what fell, the largest movement first", () => {
    const kini = rekap([angka(9), angka(5), angka(10), angka(14), angka(1)]);
    const lalu = rekap([angka(8), angka(10), angka(10), angka(20), null]);
    const { naik, turun } = compareRekap(kini, lalu);
    expect(naik.map(({ baris, selisihPersen }) => [baris.kode, selisihPersen])).toEqual([
      ["1.4", 60],
      ["1.1", 10],
    ]);
    expect(turun.map(({ baris, selisihPersen }) => [baris.kode, selisihPersen])).toEqual([
      ["1.2", -50],
    ]);
  });

  it("puts every row with a capaian into exactly one band", () => {
    const anyIsian = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((n) => angka(n / 2)),
      fc.constantFrom(nihil, belum, null),
    );
    fc.assert(
      fc.property(fc.array(anyIsian, { minLength: 5, maxLength: 5 }), (values) => {
        const { barisList, ringkasan } = rekap(values);
        const counted = ringkasan.perKategori.reduce((sum, { jumlah }) => sum + jumlah, 0);
        expect(counted).toBe(barisList.filter((row) => row.capaianPersen !== null).length);
        const { rataRataPersen, batasPersen } = ringkasan;
        if (rataRataPersen !== null) expect(rataRataPersen).toBeLessThanOrEqual(batasPersen);
      }),
    );
  });
});
