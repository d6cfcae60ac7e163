import { describe, expect, it } from "vitest";
import {
  buildCalendar,
  KalenderTahun,
  LiburKantor,
  namaLibur,
} from "../../../src/core/waktu/calendar.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import {
  bedaLibur,
  denganLibur,
  denganTahun,
  liburSejak,
  tanpaLibur,
} from "../../../src/core/waktu/ubah-libur.ts";

const zona = "Asia/Makassar";
const hari = (text: string): Tanggal => Tanggal.parse(text);

const tahun2027 = KalenderTahun.parse({
  tahun: 2027,
  dasar: "SKB 2026",
  libur: [
    { tanggal: "2027-01-01", nama: "Tahun Baru", jenis: "libur_nasional" },
    { tanggal: "2027-03-11", nama: "Cuti Bersama Idulfitri", jenis: "cuti_bersama" },
  ],
  ramadan: { mulai: "2027-02-08", selesai: "2027-03-09" },
});
const lain = KalenderTahun.parse({
  tahun: 2027,
  dasar: "SKB perubahan",
  libur: [
    { tanggal: "2027-01-01", nama: "Tahun Baru", jenis: "libur_nasional" },
    { tanggal: "2027-03-12", nama: "Cuti Bersama Idulfitri", jenis: "cuti_bersama" },
  ],
});
const pilkada = { tanggal: hari("2027-06-09"), nama: "Pilkada", dasar: "Keppres 1/2027" };

const built = buildCalendar({ zona, tahunList: [tahun2027] });
const days = (calendar: typeof built): readonly string[] => Object.keys(calendar.libur);

describe("a free day of one office", () => {
  it("is what its file would have made of it", () => {
    const byFile = buildCalendar({
      zona,
      tahunList: [tahun2027],
      liburKantor: [LiburKantor.parse({ ...pilkada, jenis: "pilkada" })],
    });
    expect(denganLibur(built, pilkada)).toEqual(byFile);
  });

  it("comes and goes without a trace", () => {
    expect(tanpaLibur(denganLibur(built, pilkada), pilkada.tanggal)).toEqual(built);
  });

  it("is shown in its place, with what it rests on", () => {
    expect(liburSejak(denganLibur(built, pilkada), hari("2027-03-11"))).toEqual([
      { tanggal: "2027-03-11", nama: "Cuti Bersama Idulfitri", khusus: null },
      { tanggal: "2027-06-09", nama: "Pilkada", khusus: "Keppres 1/2027" },
    ]);
  });
});

describe("another decree on a year", () => {
  it("takes the place of the one before and leaves the office its own days and its Ramadan", () => {
    const changed = denganTahun(denganLibur(built, pilkada), lain);
    expect(days(changed)).toEqual(["2027-01-01", "2027-03-12", "2027-06-09"]);
    expect(changed.dasar).toEqual({ "2027": "SKB perubahan" });
    expect(changed.ramadan).toEqual(built.ramadan);
    expect(bedaLibur(denganLibur(built, pilkada), changed)).toMatchObject({
      tambah: [{ tanggal: "2027-03-12" }],
      hapus: [{ tanggal: "2027-03-11" }],
    });
  });

  it("leaves out cuti bersama where the office works then", () => {
    const working = buildCalendar({ zona, tahunList: [tahun2027], cutiBersamaLibur: false });
    expect(namaLibur(denganTahun(working, lain), hari("2027-03-12"))).toBeNull();
  });

  it("is what building it from the file gives", () => {
    const empty = buildCalendar({ zona, tahunList: [] });
    expect(denganTahun(empty, tahun2027)).toEqual(built);
  });
});
