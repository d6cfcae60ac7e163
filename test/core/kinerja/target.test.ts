import { describe, expect, it } from "vitest";
import { computeBarisRekap } from "../../../src/core/kinerja/baris.ts";
import {
  type Agregasi,
  Indikator,
  type RealisasiByKode,
} from "../../../src/core/kinerja/indikator.ts";
import { tampilanBawaan } from "../../../src/core/kinerja/kategori.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import {
  dasarText,
  denganTarget,
  indikatorAwal,
  janggalTarget,
  type TargetBaru,
} from "../../../src/core/kinerja/target.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";

const awal = (agregasi: Agregasi = "posisi_akhir", change: object = {}): Indikator =>
  Indikator.parse({
    kode: "1.1",
    sasaran: "Meningkatnya kualitas pelayanan",
    nama: "Indeks Kepuasan Masyarakat",
    satuan: "nilai",
    arah: "naik",
    agregasi,
    penanggungJawab: "kasi-pelayanan",
    tahun: 2026,
    targetTahunan: 85,
    targetTriwulan: [80, 82, 84, 85],
    ...change,
  });

const ubah = (part: Partial<TargetBaru> = {}): TargetBaru => ({
  mulaiTriwulan: 3,
  dasar: "Perubahan PK Nomor 45/2026",
  tanggal: Tanggal.parse("2026-08-14"),
  targetTahunan: 90,
  targetTriwulan: [87, 90],
  ...part,
});

function changed(indikator: Indikator, ...list: readonly TargetBaru[]): Indikator {
  return list.reduce((one, baru) => {
    const next = denganTarget(one, baru);
    if (typeof next === "string") throw new Error(next);
    return next;
  }, indikator);
}

const kedua = ubah({
  mulaiTriwulan: 4,
  dasar: "Perubahan PK Nomor 60/2026",
  targetTahunan: 92,
  targetTriwulan: [92],
});

describe("other targets from a triwulan on", () => {
  it("leave those before it, and are kept with what they were and by what", () => {
    expect(changed(awal(), ubah())).toEqual({
      ...awal(),
      targetTahunan: 90,
      targetTriwulan: [80, 82, 87, 90],
      perubahanTarget: [
        {
          mulaiTriwulan: 3,
          dasar: "Perubahan PK Nomor 45/2026",
          tanggal: "2026-08-14",
          semula: { targetTahunan: 85, targetTriwulan: [84, 85] },
        },
      ],
    });
  });

  it("are what an office file can say: it reads what was changed", () => {
    const indikator = changed(awal(), ubah(), kedua);
    expect(Indikator.parse(JSON.parse(JSON.stringify(indikator)))).toEqual(indikator);
  });

  it("can be followed back to the first, however many changes there were", () => {
    const indikator = changed(awal(), ubah(), kedua);
    expect(indikator.targetTriwulan).toEqual([80, 82, 87, 92]);
    expect(indikatorAwal(indikator)).toEqual(awal());
    expect(indikatorAwal(awal())).toEqual(awal());
  });

  it("are named by their decree, its date and their beginning", () => {
    expect(dasarText(ubah(), "triwulan")).toBe(
      "Perubahan PK Nomor 45/2026 tanggal 14 Agustus 2026, mulai TW III",
    );
  });

  it("are corrected by the same decree, and taken back by it", () => {
    const entered = changed(awal(), ubah());
    const corrected = changed(entered, ubah({ targetTriwulan: [86, 90] }));
    expect(corrected).toEqual(changed(awal(), ubah({ targetTriwulan: [86, 90] })));
    const back = ubah({ targetTahunan: 85, targetTriwulan: [84, 85] });
    expect(changed(entered, back)).toEqual(awal());
  });

  it.each<[string, readonly TargetBaru[], TargetBaru, string]>([
    ["are what holds", [], ubah({ targetTahunan: 85, targetTriwulan: [84, 85] }), "target-sama"],
    ["were followed by others since", [ubah(), kedua], ubah(), "target-disusul"],
  ])("are no change where they %s", (_, before, baru, sebab) => {
    expect(denganTarget(changed(awal(), ...before), baru)).toBe(sebab);
  });
});

const angka = (list: readonly number[]): RealisasiByKode => ({
  "1.1": Object.fromEntries(
    list.map((nilai, at) => [
      `2026-TW${at + 1}`,
      { isian: { jenis: "angka", nilai }, keterangan: null },
    ]),
  ),
});

const baris = (indikator: Indikator, periode: string, figures: readonly number[]) =>
  computeBarisRekap(indikator, angka(figures), Periode.parse(periode), {
    tampilan: tampilanBawaan,
    istilahTriwulan: "triwulan",
  });

describe("a change of targets from TW III on, by aggregation", () => {
  const figures = [20, 20, 20, 20];
  const periodeList = ["2026-TW2", "2026-TW3", "2026-S1", "2026-S2", "2026"];

  it.each<[Agregasi, number[], number[], number[]]>([
    // the year first, then its triwulan; last the targets of the periods above
    ["jumlah", [80, 20, 20, 20, 20], [100, 30, 30], [20, 30, 40, 60, 100]],
    ["kumulatif", [80, 20, 40, 60, 80], [100, 70, 100], [40, 70, 40, 100, 100]],
    ["posisi_akhir", [80, 80, 80, 80, 80], [90, 85, 90], [80, 85, 80, 90, 90]],
    ["rata_rata", [80, 80, 80, 80, 80], [85, 90, 90], [80, 90, 80, 90, 85]],
    ["rasio", [80, 80, 80, 80, 80], [90, 85, 90], [80, 85, 80, 90, 90]],
  ])("%s: periods before it keep theirs, those after it and the year have the new", (...row) => {
    const [agregasi, [setahun, ...triwulan], [baru, ...sejak], expected] = row;
    const before = awal(agregasi, { targetTahunan: setahun, targetTriwulan: triwulan });
    const indikator = changed(before, ubah({ targetTahunan: baru ?? null, targetTriwulan: sejak }));
    expect(periodeList.map((periode) => baris(indikator, periode, figures).target)).toEqual(
      expected,
    );
    expect(janggalTarget(indikator)).toBeNull();
  });

  it("of an incomplete year, counts the triwulan that are there by what holds for each", () => {
    const indikator = changed(
      awal("jumlah", { targetTahunan: 80, targetTriwulan: [20, 20, 20, 20] }),
      ubah({ targetTahunan: 100, targetTriwulan: [30, 30] }),
    );
    const { target, capaianPersen } = baris(indikator, "2026", [20, 20, 30]);
    expect([target, capaianPersen]).toEqual([70, 100]);
  });

  it("is said to be odd where the triwulan do not come to the year", () => {
    expect(janggalTarget(changed(awal(), ubah({ targetTahunan: 88 })))).toBe(
      "indikator 1.1: target triwulan IV 90, target tahunan 88",
    );
  });
});
