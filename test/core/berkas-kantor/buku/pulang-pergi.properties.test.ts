// Whatever an office is, its workbook says it: written and read back, nothing has changed.
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  string,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { berkasDari, berkasTercatat } from "../../../../src/core/berkas-kantor/berkas-dari.ts";
import { isiKantor, kantorDari } from "../../../../src/core/berkas-kantor/isi.ts";
import { BerkasKantor } from "../../../../src/core/berkas-kantor/schema.ts";
import { Peran } from "../../../../src/core/kantor/schema.ts";
import { Agregasi } from "../../../../src/core/kinerja/indikator.ts";
import { bukuMasuk, galatOf, periksa } from "../../../support/buku.ts";
import { sop, tahunList } from "../../../support/world.ts";

const kata: Arbitrary<string> = string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((teks) =>
    teks
      .replaceAll(/\s+/g, " ")
      .replaceAll(/\p{Cc}|\p{Cs}|\p{Cn}/gu, "")
      .trim(),
  )
  .filter((teks) => teks !== "" && !/[\uFFFE\uFFFF]/.test(teks));
const nama = kata.map((teks) => `Bagian ${teks}`);
const angka = integer({ min: -9_000_000, max: 9_000_000_000 }).map((nilai) => nilai / 1_000);
const target = option(angka, { nil: null });
const rasio = record({
  pembilang: integer({ min: 0, max: 900 }),
  penyebut: integer({ min: 1, max: 900 }),
});

/** An office of some people, each of whom answers for something. */
const kantorBerkas = record({
  orangList: array(
    record({
      nama,
      jabatan: nama,
      peran: constantFrom(...Peran.options),
      admin: boolean(),
      nip: option(
        integer({ min: 100_000_000, max: 199_999_999 }).map((nilai) => `${nilai} 200003 1 001`),
      ),
      atasan: boolean(),
      bahasa: option(constantFrom("id", "en")),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  indikatorList: array(
    record({
      sasaran: nama,
      nama,
      satuan: constantFrom("persen", "nilai", "kegiatan", "menit"),
      arah: constantFrom("naik", "turun"),
      agregasi: constantFrom(...Agregasi.options),
      pemilik: integer({ min: 0, max: 99 }),
      targetTahunan: target,
      tw: array(target, { minLength: 4, maxLength: 4 }),
      formula: constantFrom("A", "B"),
      desimal: integer({ min: 0, max: 6 }),
      wajibBukti: boolean(),
      rpjmd: option(angka),
      standar: option(angka),
      realisasi: option(angka),
      bagian: option(rasio),
      keterangan: option(kata),
    }),
    { maxLength: 8 },
  ),
  kantor: record({
    alamat: option(kata, { nil: undefined }),
    zonaWaktu: constantFrom("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"),
    istilahTriwulan: constantFrom("triwulan", "tribulan"),
    bahasa: option(constantFrom("id", "en"), { nil: undefined }),
    sapaan: option(kata, { nil: undefined }),
    pembukaanOtomatis: boolean(),
    aktif: boolean(),
    cutiBersamaLibur: boolean(),
  }),
  fungsi: array(kata, { maxLength: 8 }),
  surat: option(record({ instansi: nama.map((teks) => teks.slice(0, 20).trim()) }), {
    nil: undefined,
  }),
}).map(({ orangList, indikatorList, kantor, fungsi, surat }) =>
  BerkasKantor.parse({
    kantor: {
      id: "contoh",
      nama: "Kecamatan Contoh",
      kabupaten: "Kabupaten Contoh",
      sop: [sop.id],
      ...kantor,
    },
    pegawai: orangList.map(({ admin, nip, atasan, bahasa, peran, ...one }, at) => ({
      ...one,
      id: `orang-${at}`,
      peran: admin && peran !== "admin" ? [peran, "admin"] : [peran],
      ...(nip !== null && { nip }),
      ...(atasan && at > 0 && { atasan: "orang-0" }),
      ...(bahasa !== null && { bahasa }),
    })),
    indikator: indikatorList.map(
      ({ pemilik, tw, rpjmd, standar, sasaran, nama: disebut, satuan, ...one }, at) => ({
        sasaran,
        nama: disebut,
        satuan,
        arah: one.arah,
        agregasi: one.agregasi,
        targetTahunan: one.targetTahunan,
        formula: one.formula,
        desimal: one.desimal,
        wajibBukti: one.wajibBukti,
        kode: `${Math.floor(at / 3) + 1}.${at}0`,
        tahun: 2026,
        penanggungJawab: `orang-${pemilik % orangList.length}`,
        targetTriwulan: tw,
        ...(rpjmd !== null && { targetRpjmd: { tahun: 2029, nilai: rpjmd } }),
        ...(standar !== null && { standarNasional: { nilai: standar, sumber: "Permen" } }),
      }),
    ),
    realisasi: indikatorList.flatMap(({ agregasi, satuan, realisasi, bagian, keterangan }, at) => {
      const faktor = satuan === "persen" ? 100 : 1;
      const isian =
        agregasi !== "rasio"
          ? realisasi === null
            ? { jenis: at % 2 === 0 ? "nihil" : "belum" }
            : { jenis: "angka", nilai: realisasi }
          : bagian === null
            ? null
            : { jenis: "angka", nilai: (bagian.pembilang / bagian.penyebut) * faktor, ...bagian };
      return isian === null
        ? []
        : [
            {
              kode: `${Math.floor(at / 3) + 1}.${at}0`,
              periode: "2026-TW2",
              isian,
              ...(keterangan !== null && { keterangan }),
            },
          ];
    }),
    ...(fungsi.length > 0 && { profil: { fungsi, jumlahPegawai: 7 } }),
    surat,
  }),
);

const RUNS = 150;

describe("the workbook of any office", () => {
  it("says all of it: written and read back nothing has changed", () => {
    const seen = { kantor: 0, pegawai: 0, indikator: 0, realisasi: 0 };
    assert(
      property(kantorBerkas, (berkas) => {
        const read = periksa(bukuMasuk(berkas), [sop], berkas);
        expect(galatOf(read)).toEqual([]);
        expect(JSON.parse(JSON.stringify(read.berkas))).toEqual(JSON.parse(JSON.stringify(berkas)));
        seen.kantor += 1;
        seen.pegawai += berkas.pegawai.length;
        seen.indikator += berkas.indikator.length;
        seen.realisasi += berkas.realisasi.length;
      }),
      { numRuns: RUNS },
    );
    console.info("workbooks written and read back without a change:", seen);
    expect(seen.kantor).toBe(RUNS);
  });

  it("is the same office again as a file made of what is recorded", () => {
    assert(
      property(kantorBerkas, (berkas) => {
        const tersedia = { sopList: [{ sop, hash: "h1" }], kalenderList: tahunList };
        const isi = isiKantor("a.yaml", berkas, tersedia);
        const again = isiKantor("a.yaml", berkasDari(isi, berkas.realisasi), tersedia);
        expect(again).toEqual(isi);
        expect(kantorDari(berkasTercatat(isi))).toEqual(isi.kantor);
      }),
      { numRuns: RUNS },
    );
  });
});
