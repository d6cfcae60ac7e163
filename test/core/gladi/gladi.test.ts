import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { loadKantor } from "../../../src/catalog/load-kantor.ts";
import { bebanMinggu, findKemacetan } from "../../../src/core/gladi/beban.ts";
import { findBenturan } from "../../../src/core/gladi/benturan.ts";
import { type GladiBahan, playGladi } from "../../../src/core/gladi/play.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { isOpen } from "../../../src/core/waktu/calendar.ts";
import { formatIso } from "../../../src/core/waktu/instant.ts";
import { kamus } from "../../support/teks.ts";

const flows = join(import.meta.dirname, "../../../flows");

describe("a rehearsed period", () => {
  let bahanOf: (periode: string) => GladiBahan;

  beforeAll(async () => {
    const catalog = await loadCatalog(flows);
    const { isi } = await loadKantor(join(flows, "kantor/peraga.yaml"), catalog);
    const chosen = isi?.sopList[0];
    if (isi === null || chosen === undefined) throw new Error("the demo office is broken");
    const { kantor, calendar } = isi;
    bahanOf = (periode) => ({ kantor, calendar, chosen, periode: Periode.parse(periode), kamus });
  });

  it.each([
    ["2026-TW1", ["1", "3", "4", "4a"]],
    ["2026-TW2", ["1", "3", "4", "4a", "5", "6", "7"]],
    ["2026-TW3", ["1", "3", "4", "4a"]],
    ["2026-TW4", ["1", "3", "4", "4a", "5", "6", "7", "8", "8a", "8b"]],
  ])(
    "of %s passes the langkah that need somebody, and the roll-ups it closes",
    (periode, expected) => {
      const langkahList = playGladi(bahanOf(periode)).map(({ langkahNo }) => langkahNo);
      expect([...new Set(langkahList)]).toEqual(expected);
    },
  );

  it("asks every penanggung jawab at the opening and ends every desk with its mutu baku", () => {
    const bahan = bahanOf("2026-TW4");
    const jadwal = playGladi(bahan).map(({ langkahNo, pegawaiList, diterimaMs, selesaiMs }) => [
      langkahNo,
      pegawaiList[0],
      formatIso(diterimaMs, bahan.kantor.zonaWaktu).slice(0, 16),
      formatIso(selesaiMs, bahan.kantor.zonaWaktu).slice(0, 16),
    ]);
    expect(jadwal).toContainEqual(["1", "kasi-trantib", "2027-01-04T07:30", "2027-01-04T07:45"]);
    expect(jadwal).toContainEqual(["3", "kasubbag-umum", "2027-01-04T07:45", "2027-01-04T08:15"]);
    expect(jadwal).toContainEqual(["4", "sekcam", "2027-01-04T08:15", "2027-01-04T09:15"]);
    // Two working days from Monday: the 5th is Isra Mikraj.
    expect(jadwal).toContainEqual(["5", "kasubbag-umum", "2027-01-04T10:15", "2027-01-07T16:00"]);
  });

  it("counts hours by person and week, and finds the langkah that takes longest", () => {
    const bahan = bahanOf("2026-TW3");
    const tugasList = playGladi(bahan);
    const beban = bebanMinggu(tugasList, bahan.kantor.zonaWaktu);
    expect(beban).toContainEqual({ pegawaiId: "sekcam", senin: "2026-09-28", menit: 60 });
    expect(beban).toContainEqual({ pegawaiId: "kasi-pmd", senin: "2026-09-28", menit: 15 });
    const kemacetan = findKemacetan(tugasList);
    expect(kemacetan?.tugas.langkahNo).toBe("4");
    expect(kemacetan?.persen).toBeCloseTo((60 / (15 + 30 + 60 + 60)) * 100);
  });

  it("names the free days it meets and the deadlines they push", () => {
    const bahan = bahanOf("2026-TW4");
    const benturan = findBenturan(bahan, playGladi(bahan));
    expect(benturan.libur).toEqual([
      { tanggal: "2027-01-05", nama: expect.stringContaining("Isra") },
    ]);
    expect(benturan.hariRamadan).toBe(0);
    const moved = benturan.batasBergeser.find(({ langkahNo }) => langkahNo === "1");
    const dates = [moved?.tanpaLiburMs ?? 0, moved?.batasMs ?? 0].map((atMs) =>
      formatIso(atMs, bahan.kantor.zonaWaktu).slice(0, 10),
    );
    expect(dates).toEqual(["2027-01-07", "2027-01-11"]);
  });

  it("never ends a task outside office hours, but at closing time", () => {
    const bahan = bahanOf("2026-TW2");
    for (const { selesaiMs } of playGladi(bahan)) {
      expect(isOpen(bahan.calendar, selesaiMs - 1)).toBe(true);
    }
  });

  it("says so when the sheet does not run in the period, or nobody holds a langkah", () => {
    const bahan = bahanOf("2026-TW1");
    const { chosen, kantor } = bahan;
    const { triwulan: _, ...siklus } = chosen.sop.siklus;
    const yearly = { ...chosen, sop: { ...chosen.sop, siklus } };
    expect(() => playGladi({ ...bahan, chosen: yearly })).toThrow(
      "tidak dijalankan untuk periode itu",
    );
    const pegawaiList = kantor.pegawaiList.filter(({ id }) => id !== "camat");
    expect(() => playGladi({ ...bahan, kantor: { ...kantor, pegawaiList } })).toThrow(
      "nobody in peraga holds langkah 4a",
    );
  });
});
