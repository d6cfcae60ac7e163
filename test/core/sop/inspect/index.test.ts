import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../../src/catalog/problem.ts";
import { goodSheet, readSheet, sheetWith } from "../sheet.ts";

const problemsOf = (text: string, file = "uji.yaml"): readonly string[] =>
  readSheet(text, file).problems.map(formatProblem);
const catatanOf = (text: string): readonly string[] => readSheet(text).catatan.map(formatProblem);

describe("a sheet in good order", () => {
  it("has neither problems nor notes, and a hash of its content", () => {
    const { sop, problems, catatan } = readSheet(goodSheet);
    expect({ problems, catatan }).toEqual({ problems: [], catatan: [] });
    expect(sop?.hash).toMatch(/^[0-9a-f]{64}$/);
    const reordered = readSheet(sheetWith("id: uji\nnama: Uji\n", "nama: Uji\nid: uji\n"));
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
        'uji.yaml:26:25: peran: "cmat" tidak dikenal, pilihannya: camat, sekcam, kasi, kasubbag, staf, inspektorat, admin, kadis, sekdis, jfp, tim, kabupaten; maksudnya "camat"?',
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
      sheetWith("90 menit", "sehari"),
      ['uji.yaml:33:24: waktu: durasi ditulis seperti "30 menit" atau "2 hari"'],
    ],
    [
      "a name for a column that is not there",
      sheetWith("langkah:\n", "sebutan: { kadis: Kepala }\nlangkah:\n"),
      ["uji.yaml:9:19: sebutan kadis: tidak ada di kolom pelaksana"],
    ],
    [
      "a duplicate of nothing",
      sheetWith("uraian: Menyetujui\n", "uraian: Menyetujui\n    duplikatDari: 9\n"),
      ["uji.yaml:25:19: langkah 3: duplikatDari menunjuk langkah 9, yang tidak ada"],
    ],
    [
      "a duplicate of what comes later",
      sheetWith("uraian: Menyetujui\n", "uraian: Menyetujui\n    duplikatDari: 3\n"),
      ["uji.yaml:25:19: langkah 3: duplikatDari menunjuk langkah 3, yang tidak mendahuluinya"],
    ],
    [
      "a duplicate of another period",
      sheetWith("uraian: Menyusun\n", "uraian: Menyusun\n    duplikatDari: 3\n"),
      [
        "uji.yaml:31:19: langkah 4: duplikatDari menunjuk langkah 3, yang tidak dijalankan dalam siklus yang sama",
      ],
    ],
    [
      "a circle of duplicates",
      sheetWith(
        "    hasil: { setuju: selesai, kembalikan: 1 }",
        "    duplikatDari: 2\n    hasil: { setuju: 2, kembalikan: selesai }",
      ),
      ["uji.yaml:22:12: langkah 2 → 3 → 2 berputar tanpa menunggu siapa pun"],
    ],
    [
      "a report as a paper",
      sheetWith("otomatis: true", "otomatis: true\n    naskah: [laporan]"),
      ["uji.yaml:20:14: langkah 2: laporan dibuat dengan versi, bukan naskah"],
    ],
    [
      "a decision about a paper nobody makes",
      sheetWith("jenis: keputusan\n", "jenis: keputusan\n    tentang: sk-tim\n"),
      ["uji.yaml:26:14: langkah 3: sk-tim tidak dibuat langkah mana pun sebelum ini"],
    ],
    [
      "a key that belongs to another jenis",
      sheetWith("    jenis: keputusan\n", "    jenis: keputusan\n    otomatis: true\n"),
      [
        'uji.yaml:26:5: kunci "otomatis" tidak dikenal; yang ada: no, uraian, asli, pelaksana, mutuBaku, keterangan, tambahan, batasHariKerja, naskah, versi, pejabatDefinitif, duplikatDari, jenis, tentang, hasil',
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
    expect(readSheet(sheetWith("tahunan: [4]", "tahunan: [4, 5]")).sop).toBeNull();
  });
});

describe("the notes of a sheet", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "a missing duration",
      sheetWith("waktu: 90 menit", "waktu: null"),
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
        "{ waktu: 90 menit }",
        "{ waktu: 90 menit, keluaran: [Laporan Tahunan], keluaranAsli: Laporan Semesteran }",
      ),
      [
        'uji.yaml:33:77: langkah 4: keluaran ditampilkan "Laporan Tahunan", di lembar tercetak "Laporan Semesteran"',
      ],
    ],
    [
      "a blank in the header block",
      sheetWith('tanggalRevisi: "3"', "tanggalRevisi: null"),
      ["uji.yaml:4:61: tanggal revisi kosong di lembar"],
    ],
    [
      "a date where the number should be",
      sheetWith('{ nomor: "1"', '{ nomor: "2"'),
      ["uji.yaml:4:18: nomor SOP di lembar berisi tanggal"],
    ],
    [
      "a number left out of the number",
      sheetWith('{ nomor: "1"', '{ nomor: "800/ /416-315/2021"'),
      ["uji.yaml:4:18: nomor SOP di lembar tanpa nomor urut"],
    ],
    [
      "units that do not add up",
      sheetWith("waktu: 90 menit", "waktu: 1 hari"),
      ["uji.yaml:33:24: satuan waktu bercampur: menit, hari"],
    ],
    [
      "a sentence cut off",
      sheetWith("uraian: Menyusun\n", "uraian: Menyusun laporan\n    asli: Menyusun\n"),
      ['uji.yaml:31:11: langkah 4: kalimatnya terpotong di lembar: "Menyusun"'],
    ],
    [
      "a word mistyped on the sheet",
      sheetWith("uraian: Menyusun\n", "uraian: Menyusun\n    asli: Menyusn\n"),
      ['uji.yaml:31:11: langkah 4: di lembar tercetak "Menyusn"'],
    ],
    [
      "a langkah printed twice",
      sheetWith("uraian: Menyetujui\n", "uraian: Merekap\n    duplikatDari: 2\n"),
      ["uji.yaml:24:13: langkah 3: sama dengan langkah 2; dilewati sendiri dan tercatat"],
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
    expect(readSheet(text).sop).not.toBeNull();
  });
});
