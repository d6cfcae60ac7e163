import { expect, it } from "vitest";
import { golonganOf, lewatMasa, type Tersimpan } from "../../../src/core/arsip/jadwal.ts";
import type { Penyimpanan } from "../../../src/core/waktu/penyimpanan.ts";

const dasar = "JRA Kabupaten Uji";
const retensi: Penyimpanan["arsip"] = {
  laporan: { tahun: "permanen", dasar },
  naskah: { tahun: 10, dasar },
  arsip: { tahun: 5, dasar },
  bukti: { tahun: 5, dasar },
  lampiran: { tahun: 2, dasar },
  undangan: { tahun: 1, dasar },
  salinan: { tahun: 1, dasar },
};
const at = (text: string): number => Date.parse(`${text}T08:00:00+08:00`);
const thing = (part: Partial<Tersimpan>): Tersimpan => ({
  jenis: "bukti",
  apa: "Bukti 1.1",
  kunci: "a",
  ukuranByte: 1,
  berkasId: "b1",
  naskahId: null,
  tutupMs: at("2027-01-18"),
  ...part,
});
const past = (list: readonly Tersimpan[], now: string, dipakaiLain = new Set<string>()) =>
  lewatMasa(list, retensi, { nowMs: at(now), zona: "Asia/Makassar", dipakaiLain });

it.each([
  // closed in 2027, kept through 2032
  ["bukti", "2032-12-31", false],
  ["bukti", "2033-01-01", true],
  ["lampiran", "2029-12-31", false],
  ["lampiran", "2030-01-01", true],
  ["naskah", "2037-12-31", false],
  ["naskah", "2038-01-01", true],
  ["laporan", "2099-01-01", false],
] as const)("%s closed on 18 January 2027 is past its time on %s: %s", (jenis, now, lewat) => {
  expect(past([thing({ jenis })], now)).toHaveLength(lewat ? 1 : 0);
});

it("counts the year of closing on the office's own clock", () => {
  const newYear = Date.parse("2026-12-31T23:30:00+07:00");
  expect(past([thing({ tutupMs: newYear })], "2032-12-31")).toEqual([]);
  expect(past([thing({ tutupMs: newYear })], "2033-01-01")[0]).toMatchObject({
    tutupTahun: 2027,
    sampaiTahun: 2032,
    dasar,
  });
});

it("keeps what is in use, and bytes that something else still needs", () => {
  const now = "2040-01-01";
  expect(past([thing({ tutupMs: null })], now)).toEqual([]);
  const report = thing({ jenis: "laporan", kunci: "a" });
  expect(past([thing({ kunci: "a" }), report], now)).toEqual([]);
  expect(past([thing({ kunci: "a" })], now, new Set(["a"]))).toEqual([]);
  expect(past([thing({ kunci: "b" }), report], now)).toHaveLength(1);
});

it("tells the log of things of one kind and berkas together", () => {
  const list = past(
    [thing({ kunci: "a" }), thing({ kunci: "b" }), thing({ kunci: "c", berkasId: "b2" })],
    "2040-01-01",
  );
  expect(golonganOf(list).map(({ berkasId, list: some }) => [berkasId, some.length])).toEqual([
    ["b1", 2],
    ["b2", 1],
  ]);
});
