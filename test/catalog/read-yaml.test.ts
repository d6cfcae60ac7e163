import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatProblem } from "../../src/catalog/problem.ts";
import { parseYaml, readYaml } from "../../src/catalog/read-yaml.ts";

const Anak = z.strictObject({
  nama: z.string().min(1),
  peran: z.union([z.enum(["camat", "kasi"]), z.array(z.enum(["camat", "kasi"])).min(1)]),
  umur: z.number().int().max(9).optional(),
});
const Skema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/, "huruf kecil saja"),
  anak: z.array(Anak).min(1).optional(),
  bentuk: z
    .discriminatedUnion("jenis", [
      z.strictObject({ jenis: z.literal("bulat"), jari: z.number() }),
      z.strictObject({ jenis: z.literal("kotak"), sisi: z.number() }),
    ])
    .optional(),
  tujuan: z.union([z.literal("selesai"), z.string().regex(/^\d+$/, "nomor langkah")]).optional(),
});

const problemsOf = (text: string): readonly string[] => {
  const read = parseYaml("a.yaml", text, Skema);
  return read.kind === "broken" ? read.problems.map(formatProblem) : [];
};

describe("a YAML file", () => {
  it("is read when nothing is wrong, with a place for every key and value", () => {
    const text = "id: aku\nanak:\n  - nama: Ani\n    peran: [kasi]\n";
    const read = parseYaml("a.yaml", text, Skema);
    if (read.kind !== "read") throw new Error("not read");
    expect(read.value).toEqual({ id: "aku", anak: [{ nama: "Ani", peran: ["kasi"] }] });
    expect(formatProblem(read.at(["anak", 0, "peran", 0], "x"))).toBe("a.yaml:4:13: x");
    expect(formatProblem(read.at(["anak", 0, "peran"], "x", "key"))).toBe("a.yaml:4:5: x");
    expect(formatProblem(read.at(["anak", 0, "umur"], "x"))).toBe("a.yaml:3:5: x");
  });

  it("is followed through an alias", () => {
    const text = "id: aku\nanak:\n  - &ani { nama: Ani, peran: kasi }\n  - *ani\n";
    const read = parseYaml("a.yaml", text, Skema);
    if (read.kind !== "read") throw new Error("not read");
    expect(formatProblem(read.at(["anak", 1, "nama"], "x"))).toBe("a.yaml:3:18: x");
  });

  it.each<[string, string, readonly string[]]>([
    ["an empty file", "", ["a.yaml:1:1: harus kelompok kunci dan nilai, bukan kosong"]],
    [
      "a missing key",
      "anak: []\n",
      ["a.yaml:1:1: id: wajib diisi", "a.yaml:1:7: anak: tidak boleh kosong"],
    ],
    ["a message of the schema", "id: Aku\n", ["a.yaml:1:5: id: huruf kecil saja"]],
    ["a number for a text", "id: 1.1\n", ['a.yaml:1:5: id: harus teks: tulis dalam kutip, "1.1"']],
    [
      "a mistyped word of a list",
      "id: aku\nanak:\n  - { nama: Ani, peran: kassi }\n",
      ['a.yaml:3:25: peran: "kassi" tidak dikenal, pilihannya: camat, kasi; maksudnya "kasi"?'],
    ],
    [
      "a mistyped word inside a list",
      "id: aku\nanak:\n  - { nama: Ani, peran: [kasi, lurah] }\n",
      ['a.yaml:3:32: peran (butir 2): "lurah" tidak dikenal, pilihannya: camat, kasi'],
    ],
    [
      "an unknown key, at the key",
      "id: aku\nanak:\n  - nama: Ani\n    peran: kasi\n    umurr: 3\n    tinggi: 4\n",
      [
        'a.yaml:5:5: kunci "umurr" tidak dikenal; maksudnya "umur"?',
        'a.yaml:6:5: kunci "tinggi" tidak dikenal; yang ada: nama, peran, umur',
      ],
    ],
    [
      "a wrong kind",
      "id: aku\nbentuk: { jenis: bulaat, jari: 1 }\n",
      ['a.yaml:2:18: jenis: "bulaat" tidak dikenal, pilihannya: bulat, kotak; maksudnya "bulat"?'],
    ],
    [
      "a kind left out",
      "id: aku\nbentuk: { jari: 1 }\n",
      ["a.yaml:2:9: jenis: wajib diisi, pilihannya: bulat, kotak"],
    ],
    [
      "what a chosen kind lacks",
      "id: aku\nbentuk: { jenis: bulat }\n",
      ["a.yaml:2:9: jari: wajib diisi"],
    ],
    [
      "a value none of two ways allows",
      "id: aku\ntujuan: [1]\n",
      [
        "a.yaml:2:9: tujuan: daftar tidak dikenal, pilihannya: selesai, atau harus teks, bukan daftar",
      ],
    ],
    [
      "a figure that is too large, and one that is none",
      "id: aku\nanak:\n  - { nama: Ani, peran: kasi, umur: 10 }\n  - { nama: Ani, peran: kasi, umur: tua }\n",
      ["a.yaml:3:37: umur: paling banyak 9", 'a.yaml:4:37: umur: harus angka, bukan "tua"'],
    ],
    [
      "a duplicate key",
      "id: aku\nid: kamu\n",
      ["a.yaml:2:1: kunci ini sudah ada di kelompok yang sama"],
    ],
    [
      "a duplicate key together with a broken rule",
      "id: aku\nid: Kamu\n",
      ["a.yaml:2:1: kunci ini sudah ada di kelompok yang sama", "a.yaml:2:5: id: huruf kecil saja"],
    ],
    [
      "a tab",
      "id: aku\nanak:\n\t- nama: Ani\n",
      ["a.yaml:3:1: baris harus dimasukkan dengan spasi, bukan tab"],
    ],
    [
      "a quote that is never closed",
      'id: "aku\n',
      ["a.yaml:2:1: ada tanda yang kurang: kutip, kurung, koma, atau titik dua"],
    ],
    [
      "two documents",
      "id: aku\n---\nid: kamu\n",
      ["a.yaml:2:1: satu berkas hanya boleh memuat satu dokumen; hapus garis ---"],
    ],
  ])("reports %s", (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it("reports every problem at once, in the order of the lines", () => {
    const text = "id: Aku\nanak:\n  - { nama: '', peran: [] }\n  - { peran: kasi }\nlain: 1\n";
    expect(problemsOf(text).map((line) => line.split(":").slice(1, 3).join(":"))).toEqual([
      "1:5",
      "3:13",
      "3:24",
      "4:5",
      "5:1",
    ]);
  });

  it("that cannot be read is a problem, not a fault", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "sopir-yaml-")), "tidak-ada.yaml");
    expect(await readYaml(file, Skema)).toEqual({
      kind: "broken",
      problems: [{ file, line: 1, col: 1, pesan: "berkas tidak ada atau tidak dapat dibaca" }],
    });
    writeFileSync(file, "id: aku\n");
    expect((await readYaml(file, Skema)).kind).toBe("read");
  });
});
