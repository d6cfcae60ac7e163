import { describe, expect, it } from "vitest";
import { parseFormulir } from "../../../src/catalog/load-formulir.ts";
import { parseNaskah } from "../../../src/catalog/load-naskah.ts";
import { parseSop, type SopFile } from "../../../src/catalog/load-sop.ts";
import { formatProblem } from "../../../src/catalog/problem.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { textOf } from "../dokumen/sample.ts";
import { effectsOf, Play } from "../engine/play.ts";
import { goodSheet, tanpaFormulir } from "../sop/sheet.ts";

/** A paper nobody has thought of before. */
const beritaAcara = `id: berita-acara
nama: Berita Acara Kunjungan
isi:
  - { jenis: judul, teks: BERITA ACARA }
  - { jenis: paragraf, isi: "Pada **{{isian.hari: tanggal}}** dikunjungi {{isian.jumlah: terbilang}} desa." }
  - { jenis: daftar, jika: isian.desa?, isi: [{ untuk: isian.desa?, teks: "Desa {{butir}}" }] }
  - { jenis: paragraf, jika: bukan isian.desa?, isi: Tidak ada desa. }
  - jenis: tabel
    setiap: pelaksana
    kolom:
      - { judul: No, lebar: 1, isi: "{{ke}}" }
      - { judul: Mengetahui, lebar: 4, isi: "{{butir.jabatan: kapital}}" }
`;

const { value: formulir } = parseFormulir(
  "kunjungan.yaml",
  `id: kunjungan
nama: Kunjungan
tahap:
  - judul: Kunjungan
    isian:
      - { kode: hari, nama: Hari, tanya: Kapan?, tipe: tanggal }
      - { kode: jumlah, nama: Jumlah, tanya: Berapa desa?, tipe: angka, bawaan: 2 }
      - { kode: desa, nama: Desa, tanya: Desa mana?, tipe: daftar, wajib: false }
    naskah: [berita-acara]
`,
);
const formulirList = formulir === null ? [] : [formulir];

const sheet = `${goodSheet
  .slice(0, goodSheet.indexOf("langkah:"))
  .replace("[1, 2, 3]\n  tahunan: [4]", "[1]")}langkah:
  - no: 1
    uraian: Mengunjungi desa
    jenis: formulir
    formulir: kunjungan
    pelaksana: { peran: camat }
    mutuBaku: { waktu: 60 menit }
    hasil: { selesai: selesai }
`;

const problemsOf = (text: string): readonly string[] =>
  parseNaskah("berita-acara.yaml", text, formulirList).problems.map(formatProblem);

function read(text: string, lembar = sheet): SopFile {
  const { value: templat } = parseNaskah("berita-acara.yaml", text, formulirList);
  return parseSop("uji.yaml", lembar, {
    ...tanpaFormulir,
    formulirList,
    naskah: {
      templatList: templat === null ? [] : [templat],
      rusakList: templat === null ? ["berita-acara"] : [],
    },
  });
}

describe("a new paper", () => {
  it("is one file: the sheet that makes it holds it, and its hash covers it", () => {
    const { sop, problems } = read(beritaAcara);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(sop?.sop.naskah.map(({ id }) => id)).toEqual(["berita-acara"]);
    const lain = read(beritaAcara.replace("BERITA ACARA", "BERITA ACARA KUNJUNGAN"));
    expect(lain.sop?.hash).not.toBe(sop?.hash);
  });

  it("comes out of the form with what was filled in, under its name", () => {
    const { sop } = read(beritaAcara);
    if (sop === null) throw new Error("the sheet is broken");
    const hari = { tipe: "tanggal" as const, tanggal: Tanggal.parse("2027-01-06") };
    const desa = { tipe: "daftar" as const, butirList: ["Muara **Ninian**", "{{kantor}}"] };
    const play = Play.after(
      [
        { oleh: "camat", formulir: "hari", nilai: hari },
        { oleh: "camat", formulir: "desa", nilai: desa },
        { oleh: "camat", pilih: "selesai" },
      ],
      { sop: sop.sop },
    );
    const [effect] = effectsOf(play.effects, "naskah");
    expect(effect?.naskah).toMatchObject({ jenis: "berita-acara", nama: "Berita Acara Kunjungan" });
    if (effect?.isi == null) throw new Error("nothing was drawn up");
    const text = textOf(effect.isi);
    expect(text).toContain("Pada 6 Januari 2027 dikunjungi dua desa.");
    expect(text).toContain("Desa Muara **Ninian**\n\nDesa {{kantor}}");
    expect(text).not.toContain("Tidak ada desa.");
    expect(text).toContain("1 | CAMAT");
  });

  it("may be written out in the sheet itself, in place of the one that is shipped", () => {
    const own = beritaAcara.replace("BERITA ACARA", "BERITA").replaceAll("\n", "\n    ").trimEnd();
    const { sop, problems } = read(beritaAcara, `${sheet}naskah:\n  - ${own}\n`);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(sop?.sop.naskah).toMatchObject([{ isi: [{ teks: "BERITA" }, {}, {}, {}, {}] }]);
  });
});

describe("a paper", () => {
  it.each<[string, string, string, string]>([
    [
      "a name that is not its file's",
      "id: berita-acara",
      "id: berita",
      '1:5: id harus sama dengan nama berkas, "berita-acara"',
    ],
    [
      "something nobody knows",
      "setiap: pelaksana",
      "setiap: pelaksna",
      '9:13: nama "pelaksna" tidak dikenal; maksudnya "pelaksana"?',
    ],
    [
      "a field its rows do not have",
      "butir.jabatan",
      "butir.nip",
      '12:45: bidang butir "nip" tidak dikenal; yang ada: jabatan, berikutnya',
    ],
    [
      "an item outside a list",
      "BERITA ACARA }",
      '"{{butir}}" }',
      "4:27: butir hanya ada di bawah untuk atau setiap",
    ],
    [
      "a way of writing there is not",
      ": kapital",
      ": kapitl",
      '12:45: bentuk "kapitl" tidak dikenal; maksudnya "kapital"?',
    ],
    [
      "a condition about nothing",
      "jika: bukan isian.desa?",
      "jika: bukan desa",
      '7:30: nama "desa" tidak dikenal; yang ada: ',
    ],
    [
      "a field no form asks for, though it may be missing",
      "bukan isian.desa?",
      "bukan isian.dusun?",
      "7:30: isian dusun? tidak ditanyakan formulir mana pun",
    ],
    ["a block of no kind", "jenis: daftar", "jenis: dafta", '6:14: jenis: "dafta" tidak dikenal'],
  ])("is told of %s, at its line and column", (_, from, to, expected) => {
    const [problem = ""] = problemsOf(beritaAcara.replace(from, to));
    expect(problem).toContain(`berita-acara.yaml:${expected}`);
  });

  it.each<[string, string, string, string]>([
    [
      "whose field no form of the sheet asks for",
      "isian.jumlah",
      "isian.banyaknya",
      "langkah 1: naskah berita-acara memakai isian banyaknya, yang tidak ditanyakan formulir mana pun",
    ],
    [
      "that is broken itself",
      "jenis: daftar",
      "jenis: dafta",
      "langkah 1: naskah berita-acara belum dapat dipakai; perbaiki dahulu berkasnya",
    ],
  ])("%s keeps the sheet from running", (_, from, to, expected) => {
    const { sop, problems } = read(beritaAcara.replace(from, to));
    expect(sop).toBeNull();
    expect(problems.map(formatProblem)).toEqual([`uji.yaml:12:15: ${expected}`]);
  });
});
