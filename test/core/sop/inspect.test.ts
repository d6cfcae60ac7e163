import { describe, expect, it } from "vitest";
import { parseSop } from "../../../src/catalog/load-sop.ts";
import { formatProblem } from "../../../src/catalog/problem.ts";
import { goodSheet, sheetWith } from "./sheet.ts";

const problemsOf = (text: string, file = "uji.yaml"): readonly string[] =>
  parseSop(file, text).problems.map(formatProblem);
const catatanOf = (text: string): readonly string[] =>
  parseSop("uji.yaml", text).catatan.map(formatProblem);

describe("a sheet in good order", () => {
  it("has neither problems nor notes, and a hash of its content", () => {
    const { sop, problems, catatan } = parseSop("uji.yaml", goodSheet);
    expect({ problems, catatan }).toEqual({ problems: [], catatan: [] });
    expect(sop?.hash).toMatch(/^[0-9a-f]{64}$/);
    const reordered = parseSop(
      "uji.yaml",
      sheetWith("id: uji\nnama: Uji\n", "nama: Uji\nid: uji\n"),
    );
    expect(reordered.sop?.hash).toBe(sop?.hash);
  });
});

describe("a broken sheet", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "an exit that leads nowhere",
      sheetWith("{ setuju: selesai, kembalikan: 1 }", "{ setuju: 9, kembalikan: 1 }"),
      ["uji.yaml:28:22: langkah 3: setuju menuju langkah 9, yang tidak ada"],
    ],
    [
      "an exit into another period",
      sheetWith("{ setuju: selesai, kembalikan: 1 }", "{ setuju: 4, kembalikan: 1 }"),
      [
        "uji.yaml:28:22: langkah 3: setuju menuju langkah 4, yang tidak dijalankan dalam siklus triwulan",
      ],
    ],
    [
      "a langkah nobody reaches",
      sheetWith("hasil: { selesai: 2 }", "hasil: { selesai: 3 }"),
      ["uji.yaml:16:9: langkah 2 tidak pernah tercapai dari langkah 1"],
    ],
    [
      "no way to the end",
      sheetWith("{ setuju: selesai, kembalikan: 1 }", "{ setuju: 1, kembalikan: 1 }"),
      [
        "uji.yaml:15:12: langkah 1: tidak ada jalan menuju selesai",
        "uji.yaml:22:12: langkah 2: tidak ada jalan menuju selesai",
        "uji.yaml:28:12: langkah 3: tidak ada jalan menuju selesai",
      ],
    ],
    [
      "a circle without a person in it",
      sheetWith("hasil: { selesai: 3 }", "hasil: { selesai: 2 }"),
      [
        "uji.yaml:22:12: langkah 2: tidak ada jalan menuju selesai",
        "uji.yaml:22:12: langkah 2 → 2 berputar tanpa menunggu siapa pun",
        "uji.yaml:15:12: langkah 1: tidak ada jalan menuju selesai",
        "uji.yaml:23:9: langkah 3 tidak pernah tercapai dari langkah 1",
      ],
    ],
    [
      "an executor without a column",
      sheetWith("{ peran: camat }", "{ peran: kasubbag }"),
      [
        "uji.yaml:26:25: langkah 3: kasubbag tidak ada di kolom pelaksana (staf, kasi, sekcam, camat)",
      ],
    ],
    [
      "a supplier without a column",
      sheetWith("memasok: [kasi]", "memasok: [jfp]"),
      ["uji.yaml:13:40: langkah 1: jfp tidak ada di kolom pelaksana (staf, kasi, sekcam, camat)"],
    ],
    [
      "an unknown role",
      sheetWith("{ peran: camat }", "{ peran: cmat }"),
      [
        'uji.yaml:26:25: peran: "cmat" tidak dikenal, pilihannya: camat, sekcam, kasi, kasubbag, staf, inspektorat, admin, kadis, sekdis, jfp, tim; maksudnya "camat"?',
      ],
    ],
    [
      "no executor at all",
      sheetWith("{ peran: camat }", "{ peran: [] }"),
      ["uji.yaml:26:25: peran: tidak boleh kosong"],
    ],
    [
      "a langkah in no siklus",
      sheetWith("  tahunan: [4]\n", ""),
      ["uji.yaml:28:9: langkah 4 tidak masuk siklus mana pun"],
    ],
    [
      "a langkah in two siklus",
      sheetWith("tahunan: [4]", "tahunan: [3, 4]"),
      [
        "uji.yaml:7:13: siklus tahunan: langkah 3 sudah ada di siklus triwulan",
        "uji.yaml:28:43: langkah 3: kembalikan menuju langkah 1, yang tidak dijalankan dalam siklus tahunan",
        "uji.yaml:29:9: langkah 4 tidak pernah tercapai dari langkah 3",
      ],
    ],
    [
      "a siklus that names a langkah twice",
      sheetWith("[1, 2, 3]", "[1, 2, 2, 3]"),
      ["uji.yaml:6:20: siklus triwulan: langkah 2 tertulis dua kali"],
    ],
    [
      "a siklus that names a langkah that is not there",
      sheetWith("tahunan: [4]", "tahunan: [4, 5]"),
      ["uji.yaml:7:16: siklus tahunan: langkah 5 tidak ada"],
    ],
    [
      "a siklus out of order",
      sheetWith("[1, 2, 3]", "[1, 3, 2]"),
      ["uji.yaml:6:20: siklus triwulan: langkah 2 berada sesudah langkah 3; ikuti urutan lembar"],
    ],
    [
      "a number used twice",
      sheetWith("- no: 4", "- no: 3"),
      [
        "uji.yaml:7:13: siklus tahunan: langkah 4 tidak ada",
        "uji.yaml:29:9: nomor langkah 3 sudah dipakai",
      ],
    ],
    [
      "numbers out of order",
      sheetWith("- no: 4", "- no: 2a").replace("tahunan: [4]", "tahunan: [2a]"),
      ["uji.yaml:29:9: langkah 2a berada sesudah langkah 3; urutkan nomornya"],
    ],
    [
      "a column twice",
      sheetWith("[staf, kasi, sekcam, camat]", "[staf, kasi, sekcam, camat, kasi]"),
      ["uji.yaml:8:40: kolom pelaksana kasi tertulis dua kali"],
    ],
    [
      "a duration nobody understands",
      sheetWith("1 hari", "sehari"),
      ['uji.yaml:33:24: waktu: durasi ditulis seperti "30 menit" atau "2 hari"'],
    ],
    [
      "a key that belongs to another jenis",
      sheetWith("    jenis: keputusan\n", "    jenis: keputusan\n    otomatis: true\n"),
      [
        'uji.yaml:26:5: kunci "otomatis" tidak dikenal; yang ada: no, uraian, asli, pelaksana, mutuBaku, keterangan, tambahan, batasHariKerja, jenis, hasil',
      ],
    ],
  ])("is told of %s, at its line and column", (_, text, expected) => {
    expect([...problemsOf(text)].toSorted()).toEqual([...expected].toSorted());
  });

  it("is not named otherwise than its file", () => {
    expect(problemsOf(goodSheet, "flows/sop/lain.yaml")).toEqual([
      'flows/sop/lain.yaml:1:5: id harus sama dengan nama berkas, "lain"',
    ]);
  });

  it("is not handed out to run", () => {
    expect(parseSop("uji.yaml", sheetWith("tahunan: [4]", "tahunan: [4, 5]")).sop).toBeNull();
  });
});

describe("the notes of a sheet", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "a missing duration",
      sheetWith("waktu: 1 hari", "waktu: null"),
      ["uji.yaml:33:24: langkah 4: tanpa baku waktu, jadi tidak ada tenggat dari mutu baku"],
    ],
    [
      "the same activity twice",
      sheetWith("uraian: Menyetujui", "uraian: merekap"),
      ["uji.yaml:24:13: langkah 3: sama dengan langkah 2"],
    ],
    [
      "an output that contradicts its text",
      sheetWith(
        "{ waktu: 1 hari }",
        "{ waktu: 1 hari, keluaran: [Laporan Tahunan], keluaranAsli: Laporan Semesteran }",
      ),
      [
        'uji.yaml:33:75: langkah 4: keluaran ditampilkan "Laporan Tahunan", di lembar tercetak "Laporan Semesteran"',
      ],
    ],
    [
      "an inferred executor",
      sheetWith("{ peran: sekcam }", "{ peran: sekcam, disimpulkan: true }"),
      ["uji.yaml:32:46: langkah 4: pelaksana sekcam disimpulkan, tidak tertulis di lembar"],
    ],
    [
      "an addition",
      sheetWith("jenis: keputusan\n", "jenis: keputusan\n    tambahan: true\n"),
      ["uji.yaml:26:15: langkah 3: tidak ada di lembar asli; ditambahkan"],
    ],
    [
      "a column without work",
      sheetWith("[staf, kasi, sekcam, camat]", "[staf, kasi, kasubbag, sekcam, camat]"),
      ["uji.yaml:8:25: kolom kasubbag tidak melaksanakan langkah apa pun"],
    ],
  ])("tell of %s and let the sheet run", (_, text, expected) => {
    expect(catatanOf(text)).toEqual(expected);
    expect(parseSop("uji.yaml", text).sop).not.toBeNull();
  });
});
