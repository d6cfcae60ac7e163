import { describe, expect, it } from "vitest";
import { parseFormulir } from "../../../src/catalog/load-formulir.ts";
import { parseSop } from "../../../src/catalog/load-sop.ts";
import { formatProblem } from "../../../src/catalog/problem.ts";
import type { FormulirTersedia } from "../../../src/core/sop/lengkapi.ts";
import { sheetWith, tanpaFormulir } from "./sheet.ts";

/** A form of two parts: a meeting is called, then held. */
const rapat = `id: rapat
nama: Rapat
tahap:
  - judul: Undangan
    isian:
      - { kode: hari, nama: Tanggal, tanya: Tanggal?, tipe: tanggal }
      - { kode: jam, nama: Pukul, tanya: Pukul?, tipe: jam }
    naskah: [undangan]
    sampaikan: { kepada: semua, naskah: undangan, tanggapan: hadir }
  - judul: Hasil
    sejak: { tanggal: hari, jam: jam }
    ulang: Ubah jadwal
    isian:
      - { kode: hadir, nama: Hadir, tanya: Siapa?, tipe: pegawai, bawaan: { dari: hadir } }
      - { kode: cara, nama: Cara, tanya: Cara?, tipe: pilihan, opsi: [Luring, Daring], bawaan: Luring }
      - { kode: jumlah, nama: Jumlah, tanya: Jumlah?, tipe: angka, min: 1, bawaan: 3 }
    naskah: [notulen]
    sampaikan: { kepada: [camat], naskah: notulen }
`;

const formWith = (from: string, to: string): string => {
  if (rapat.split(from).length !== 2) throw new Error(`not there once: ${from}`);
  return rapat.replace(from, to);
};
const problemsOf = (text: string): readonly string[] =>
  parseFormulir("rapat.yaml", text).problems.map(formatProblem);

describe("a form", () => {
  it("may be in order", () => {
    expect(problemsOf(rapat)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      "a name that is not its file's",
      formWith("id: rapat", "id: sidang"),
      ['rapat.yaml:1:5: id harus sama dengan nama berkas, "rapat"'],
    ],
    [
      "a kode used twice, in whatever part",
      formWith("kode: cara", "kode: jam"),
      ["rapat.yaml:15:17: kode isian jam sudah dipakai"],
    ],
    [
      "a first part to be done over",
      formWith("judul: Undangan", "judul: Undangan\n    ulang: Kembali"),
      ["rapat.yaml:5:12: bagian pertama tidak dapat diulang; tidak ada bagian sebelumnya"],
    ],
    [
      "an hour nobody asked for",
      formWith("jam: jam }\n    ulang", "jam: pukul }\n    ulang"),
      ['rapat.yaml:11:34: sejak: isian jam "pukul" tidak ditanyakan di bagian sebelumnya'],
    ],
    [
      "a day that is no day",
      formWith("{ tanggal: hari", "{ tanggal: jam"),
      ['rapat.yaml:11:23: sejak: isian tanggal "jam" tidak ditanyakan di bagian sebelumnya'],
    ],
    [
      "an offer that cannot be chosen",
      formWith("bawaan: Luring", "bawaan: Hibrida"),
      ['rapat.yaml:15:96: bawaan "Hibrida" tidak ada di opsi: Luring, Daring'],
    ],
    [
      "an offer outside its own bounds",
      formWith("bawaan: 3", "bawaan: 0"),
      ["rapat.yaml:16:84: bawaan 0 di luar batasnya sendiri"],
    ],
    [
      "people taken from a plan",
      formWith("bawaan: { dari: hadir }", "bawaan: { dari: rencana }"),
      ["rapat.yaml:14:75: bawaan dari rencana bukan orang; pakai hadir atau pelaksana"],
    ],
    [
      "people who came without being invited",
      formWith(", tanggapan: hadir", ""),
      ["rapat.yaml:14:75: bawaan dari hadir, tetapi bagian sebelumnya tidak mengundang siapa pun"],
    ],
    [
      "a report it does not make",
      formWith("naskah: [notulen]", "naskah: [laporan]"),
      ["rapat.yaml:17:14: laporan tidak dibuat formulir; pakai versi pada langkahnya"],
    ],
  ])("is told of %s, at its line and column", (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

const { value: formulir } = parseFormulir("rapat.yaml", rapat);
if (formulir === null) throw new Error("the form is broken");
const tersedia: FormulirTersedia = {
  ...tanpaFormulir,
  formulirList: [formulir],
  rusakList: ["sidang"],
};

const keputusan =
  "    jenis: keputusan\n    pelaksana: { peran: camat }\n    mutuBaku: { waktu: 60 menit }\n";
/** Langkah 3 of the good sheet as a form. */
const sheetOf = (isi: string): string =>
  sheetWith(
    keputusan,
    `    jenis: formulir\n${isi}    pelaksana: { peran: camat }\n    mutuBaku: { waktu: 60 menit }\n`,
  );
const sheetProblems = (text: string): readonly string[] =>
  parseSop("uji.yaml", text, tersedia).problems.map(formatProblem);

describe("a sheet that names a form", () => {
  it("holds the parts of the form afterwards, and is hashed with them", () => {
    const text = sheetOf("    formulir: rapat\n");
    const read = parseSop("uji.yaml", text, tersedia);
    const [, , langkah] = read.sop?.sop.langkah ?? [];
    expect(langkah).toMatchObject({ formulir: "rapat", tahap: formulir.tahap });
    const [undangan, hasil] = formulir.tahap;
    if (undangan === undefined || hasil === undefined) throw new Error("the form has two parts");
    const changed = { ...formulir, tahap: [undangan, { ...hasil, judul: "Lain" }] };
    const later = parseSop("uji.yaml", text, { ...tanpaFormulir, formulirList: [changed] });
    expect(later.sop?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(later.sop?.hash).not.toBe(read.sop?.hash);
  });

  it.each<[string, string, readonly string[]]>([
    [
      "a mistyped name",
      sheetOf("    formulir: rapt\n"),
      ['uji.yaml:26:15: langkah 3: formulir "rapt" tidak ada; maksudnya "rapat"?'],
    ],
    [
      "a name like no other",
      sheetOf("    formulir: surat-jalan\n"),
      ['uji.yaml:26:15: langkah 3: formulir "surat-jalan" tidak ada; yang ada: rapat'],
    ],
    [
      "a form that is broken itself",
      sheetOf("    formulir: sidang\n"),
      ["uji.yaml:26:15: langkah 3: formulir sidang belum dapat dipakai; perbaiki dahulu berkasnya"],
    ],
    [
      "no parts at all",
      sheetOf(""),
      ["uji.yaml:25:12: langkah 3: formulir tanpa isi; tulis formulir atau tahap"],
    ],
    [
      "both a name and parts",
      sheetOf("    formulir: rapat\n    tahap: [{ judul: Sendiri }]\n"),
      ["uji.yaml:26:15: langkah 3: pilih satu: formulir atau tahap, tidak keduanya"],
    ],
    [
      "a part for somebody without a column",
      sheetOf("    tahap: [{ judul: A, pelaksana: [inspektorat] }]\n"),
      [
        "uji.yaml:26:37: langkah 3: inspektorat tidak ada di kolom pelaksana (staf, kasi, sekcam, camat)",
      ],
    ],
    [
      "a paper to look at that is never made",
      sheetOf("    tahap: [{ judul: A, lihat: [sk-tim] }]\n"),
      ["uji.yaml:26:33: langkah 3: sk-tim tidak dibuat langkah mana pun sebelum ini"],
    ],
    [
      "a report that is made only afterwards",
      sheetOf("    versi: Final\n    tahap: [{ judul: A, lihat: [laporan] }]\n").replace(
        "kembalikan: 1",
        "kembalikan: selesai",
      ),
      ["uji.yaml:27:33: langkah 3: laporan tidak dibuat langkah mana pun sebelum ini"],
    ],
    [
      "a paper passed on that is never made",
      sheetOf("    tahap: [{ judul: A, sampaikan: { kepada: semua, naskah: notulen } }]\n"),
      ["uji.yaml:26:61: langkah 3: notulen tidak dibuat langkah mana pun sebelum ini"],
    ],
    [
      "a team nobody forms",
      sheetOf(
        "    tahap: [{ judul: A, naskah: [notulen], sampaikan: { kepada: tim, naskah: notulen } }]\n",
      ),
      ["uji.yaml:26:65: langkah 3: tidak ada langkah yang membentuk tim"],
    ],
    [
      "faults of its own parts",
      sheetOf("    tahap: [{ judul: A, ulang: Lagi }]\n"),
      [
        "uji.yaml:26:32: langkah 3: bagian pertama tidak dapat diulang; tidak ada bagian sebelumnya",
      ],
    ],
  ])("is told of %s, at its line and column", (_, text, expected) => {
    expect(sheetProblems(text)).toEqual(expected);
  });

  it("points to the name where the parts stand in another file", () => {
    const { value: looking } = parseFormulir(
      "rapat.yaml",
      formWith("judul: Undangan", "judul: Undangan\n    lihat: [sk-tim]"),
    );
    const { problems } = parseSop("uji.yaml", sheetOf("    formulir: rapat\n"), {
      ...tanpaFormulir,
      formulirList: looking === null ? [] : [looking],
    });
    expect(problems.map(formatProblem)).toEqual([
      "uji.yaml:26:15: langkah 3: sk-tim tidak dibuat langkah mana pun sebelum ini",
    ]);
  });

  it("waits for a person: a circle through a form is no endless walk", () => {
    const text = sheetOf("    tahap: [{ judul: A }]\n").replace(
      "{ setuju: selesai, kembalikan: 1 }",
      "{ setuju: 2, kembalikan: selesai }",
    );
    expect(sheetProblems(text)).toEqual([]);
  });
});
