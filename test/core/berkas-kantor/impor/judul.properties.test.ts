import { assert, constantFrom, nat, property, shuffledSubarray, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { TAK_DIKENAL } from "../../../../src/core/berkas-kantor/impor/dikenal.ts";
import type { SelDokumen } from "../../../../src/core/berkas-kantor/impor/dokumen.ts";
import { usulkan } from "../../../../src/core/berkas-kantor/impor/impor.ts";
import {
  sebutanPeran,
  sebutanTahunan,
  sebutanTriwulan,
} from "../../../../src/core/berkas-kantor/impor/kamus.ts";

const isi = [
  ["Pelayanan membaik", "Indeks Kepuasan", "nilai", "Kasi Pelayanan", "80", "81", "82", "83", "83"],
  ["Pelayanan membaik", "Jumlah inovasi", "buah", "Kasi Pelayanan", "0", "1", "1", "2", "4"],
  ["Desa tertib", "Persentase desa tertib", "%", "Kasi Pemerintahan", "70", "75", "80", "85", "85"],
];

/** Every known title of each column, in the order of the cells above. */
const sebutanKolom: readonly (readonly string[])[] = [
  sebutanPeran.sasaran,
  sebutanPeran.indikator,
  sebutanPeran.satuan,
  sebutanPeran.penanggungJawab,
  ...[0, 1, 2, 3].map(sebutanTriwulan),
  sebutanTahunan,
];

const bentuk = [
  (teks: string) => teks,
  (teks: string) => teks.toUpperCase(),
  (teks: string) => ` ${teks.charAt(0).toUpperCase()}${teks.slice(1)} : `,
  (teks: string) => teks.replaceAll(" ", "\n"),
];

const judul = tuple(
  ...sebutanKolom.map((list) =>
    tuple(constantFrom(...list), constantFrom(...bentuk)).map(([teks, write]) => write(teks)),
  ),
);
const urutan = shuffledSubarray(
  sebutanKolom.map((_, at) => at),
  { minLength: sebutanKolom.length },
);

const sel = (baris: number, kolom: number, teks: string): SelDokumen => ({
  baris,
  kolom,
  tinggi: 1,
  lebar: 1,
  teks,
});

const usulanOf = (selList: readonly SelDokumen[]): unknown =>
  usulkan([{ tempat: "Tabel 1", judulList: ["Tahun 2027"], selList }], {
    tahun: null,
    dikenal: TAK_DIKENAL,
  }).barisList.map((one) => one.sel);

describe("titles of a plan", () => {
  it("may be any of those that are known, in any order", () => {
    const wanted = usulanOf(
      [
        ["Sasaran", "Indikator", "Satuan", "Penanggung jawab", "TW I", "TW II", "TW III", "TW IV"],
        ...isi,
      ].flatMap((row, baris) =>
        [...row, ...(baris === 0 ? ["Target"] : [])].map((teks, kolom) => sel(baris, kolom, teks)),
      ),
    );
    expect(wanted).toHaveLength(isi.length);
    assert(
      property(judul, urutan, nat(12), (judulList, kolomList, above) => {
        const selList = [judulList, ...isi].flatMap((row, at) =>
          kolomList.map((dari, kolom) => sel(above + at, kolom, row[dari] ?? "")),
        );
        expect(usulanOf(selList)).toEqual(wanted);
      }),
    );
  });
});
