import { describe, expect, it } from "vitest";
import { bacaIsian } from "../../../src/core/formulir/baca.ts";
import { butirOf } from "../../../src/core/formulir/butir.ts";
import { inspectTahap } from "../../../src/core/formulir/inspect.ts";
import { type IsianFormulir, KolomDaftar, Tahap } from "../../../src/core/formulir/schema.ts";
import { worldOf } from "../../support/world.ts";

const kolom = [
  { kode: "uraian", nama: "Uraian" },
  { kode: "siapa", nama: "Siapa", tipe: "pegawai" },
  { kode: "batas", nama: "Batas", tipe: "tanggal" },
  { kode: "kriteria", nama: "Kriteria", wajib: false },
].map((one) => KolomDaftar.parse(one));
const daftar: IsianFormulir = {
  kode: "butir",
  nama: "Butir",
  tanya: "Apa saja?",
  wajib: true,
  tipe: "daftar",
  kolom,
};

describe("a line with columns", () => {
  it.each([
    [
      "by office",
      "Reviu; kasi pelayanan; 26 Feb 2027; 1.b.1",
      "Reviu; Kasi Pelayanan; 26 Februari 2027; 1.b.1",
    ],
    ["by name", "Reviu; citra; 26-2-2027; 1.b.1", "Reviu; Kasi Pelayanan; 26 Februari 2027; 1.b.1"],
    ["without what may be left out", "Reviu; Camat; besok", "Reviu; Camat; 5 Januari 2027"],
    ["with a number before it", "1. Reviu; Camat; besok", "Reviu; Camat; 5 Januari 2027"],
    [
      "with semicolons of its own",
      "Reviu; ubah; Camat; besok; 1",
      "Reviu; ubah; Camat; 5 Januari 2027; 1",
    ],
  ])("is taken %s", (_, text, butir) =>
    expect(bacaIsian(daftar, text, worldOf())).toEqual({
      kind: "nilai",
      nilai: { tipe: "daftar", butirList: [butir] },
    }),
  );

  it.each([
    ["nobody of the office", "Reviu; Kepala Dinas; besok", "1 (Siapa: “Kepala Dinas”)"],
    ["one of two", "Reviu; kasi; besok", "1 (Siapa: “kasi”)"],
    ["no day", "Reviu; Camat; segera", "1 (Batas: “segera”)"],
    ["too few parts", "Reviu\nReviu; Camat; besok", "1 (Siapa: “”), 1 (Batas: “”)"],
  ])("is refused for %s, and nothing is taken", (_, text, masalah) =>
    expect(bacaIsian(daftar, text, worldOf())).toEqual({
      kind: "ditolak",
      sebab: "butir-tidak-terbaca",
      data: { masalah },
    }),
  );

  it("is taken apart as it was put together", () => {
    const line = "Reviu; ubah; Camat; 5 Januari 2027; 1";
    expect(butirOf(kolom, line)).toEqual({
      uraian: "Reviu; ubah",
      siapa: "Camat",
      batas: "5 Januari 2027",
      kriteria: "1",
    });
  });
});

const faults = (setiap: object): readonly string[] =>
  inspectTahap(
    [
      { judul: "Daftar", isian: [daftar] },
      { judul: "Tiap butir", setiap },
    ].map((one) => Tahap.parse(one)),
  ).map(({ pesan }) => pesan);

describe("a part that is asked for each line", () => {
  it("names a list of a part before it, a person and a day of it", () => {
    expect(faults({ isian: "butir", oleh: "siapa", batas: "batas" })).toEqual([]);
    expect(faults({ isian: "lain", oleh: "siapa", batas: "batas" })).toEqual([
      'setiap: daftar berkolom "lain" tidak ditanyakan di bagian sebelumnya',
    ]);
    expect(faults({ isian: "butir", oleh: "uraian", batas: "kriteria" })).toEqual([
      'setiap: kolom pegawai "uraian" tidak ada',
      'setiap: kolom tanggal "kriteria" tidak ada',
    ]);
  });
});
