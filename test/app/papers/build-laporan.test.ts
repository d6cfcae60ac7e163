import { describe, expect, it } from "vitest";
import { buildLaporan, type LaporanQuery } from "../../../src/app/papers/build-laporan.ts";
import type { RekapRows } from "../../../src/app/ports/rows.ts";
import type { BerkasTerbuka } from "../../../src/core/conversation/world.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { berkasTw4, DIBUAT_MS, kantor, masukan, periode, sop } from "../../core/rekap/sample.ts";

/** The berkas of another period: what was decided about TW IV says nothing about it. */
const berkasOf = (one: string): BerkasTerbuka => ({
  sop,
  state: {
    ...berkasTw4,
    id: one,
    periode: periode(one),
    waitList: one === "2026-TW4" ? berkasTw4.waitList : [],
  },
});

const rows: RekapRows = {
  pada: { padaSeq: 60, padaMs: DIBUAT_MS },
  kantor,
  calendar: masukan.calendar,
  berkasList: ["2026-TW4", "2026-S2", "2026"].map(berkasOf),
  realisasi: masukan.realisasi.map((row) => ({ ...row, kantorId: kantor.id, bukti: [] })),
  log: [],
};

const query = (one: string, padaSeq = 60): LaporanQuery => ({
  kantorId: kantor.id,
  berkasId: one,
  periode: periode(one),
  naskah: {
    id: `${one}-n1`,
    jenis: "laporan",
    nama: "Laporan Kinerja",
    sebutan: "Draf 2",
    versi: 2,
    langkahNo: LangkahNo.parse("3"),
    padaMs: DIBUAT_MS,
    padaSeq,
    oleh: "sistem",
    nomor: null,
    unggahan: null,
    perubahan: null,
  },
});

/** The figures of another year of the same office. */
const rowsOf = (tahun: number): RekapRows => ({
  ...rows,
  kantor: { ...kantor, indikatorList: kantor.indikatorList.map((one) => ({ ...one, tahun })) },
  realisasi: rows.realisasi.map((row) => ({
    ...row,
    periode: periode(row.periode.replace("2026", String(tahun))),
  })),
});

/** A store with one office; what it was asked for is kept. */
function storeOf(tahunDicatat: readonly number[] = [2026]) {
  const asked: unknown[] = [];
  return {
    asked,
    store: {
      loadRekap: (...query: readonly unknown[]) => {
        asked.push(query);
        if (query[0] !== kantor.id) return Promise.resolve(null);
        const tahun = tahunDicatat.find((one) => one === query[1]);
        if (tahun === undefined) return Promise.resolve({ ...rows, realisasi: [] });
        return Promise.resolve(tahun === 2026 ? rows : rowsOf(tahun));
      },
    },
  };
}

describe("building a version of a report", () => {
  it("tells of the moment it speaks of, and says which version it is", async () => {
    const { store, asked } = storeOf();
    const { dokumen } = await buildLaporan(store, query("2026-S2", 7));
    expect(asked).toMatchObject([[kantor.id, 2026, { padaSeq: 7, padaMs: DIBUAT_MS }]]);
    expect(dokumen).toMatchObject({ dibuatMs: DIBUAT_MS, tanda: "KONSEP / DRAF 2" });
  });

  it("is no concept once the head of the office has agreed to the period", async () => {
    const { dokumen } = await buildLaporan(storeOf().store, query("2026-TW4"));
    expect(dokumen.tanda).toBeNull();
  });

  it.each([
    ["2026", "LKjIP Tahun 2026 Kecamatan Peraga"],
    ["2026-S2", "Laporan Kinerja Semester II 2026 Kecamatan Peraga"],
  ])("tells %s by %s", async (one, judul) => {
    expect((await buildLaporan(storeOf().store, query(one))).dokumen.judul).toBe(judul);
  });

  it.each<[string, readonly number[], readonly number[]]>([
    ["the first year without figures", [2026, 2025, 2023], [2026, 2025, 2024]],
    ["five years in all", [2026, 2025, 2024, 2023, 2022, 2021], [2026, 2025, 2024, 2023, 2022]],
  ])("looks back no further than %s", async (_, tahunDicatat, tahunList) => {
    const { store, asked } = storeOf(tahunDicatat);
    const { dokumen } = await buildLaporan(store, query("2026"));
    expect(asked).toMatchObject(tahunList.map((tahun) => [kantor.id, tahun, { padaSeq: 60 }]));
    expect(JSON.stringify(dokumen)).toContain("Perubahan sejak 2025");
  });

  it.each([
    ["office", { kantorId: KantorId.parse("lain") }],
    ["berkas", { berkasId: "lain" }],
  ])("fails loudly for an unknown %s", async (_, part) => {
    await expect(buildLaporan(storeOf().store, { ...query("2026-TW4"), ...part })).rejects.toThrow(
      "is not in the database",
    );
  });
});
