import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadFormulirFolder } from "../../src/catalog/load-formulir.ts";
import { loadSop } from "../../src/catalog/load-sop.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import type { Sop } from "../../src/core/sop/schema.ts";

const folder = await loadFormulirFolder("flows");
const read = await Promise.all(
  readdirSync("flows/sop").map((name) => loadSop(`flows/sop/${name}`, folder)),
);
const sopOf = (id: string): Sop => {
  const found = read.find(({ sop }) => sop?.sop.id === id)?.sop?.sop;
  if (found === undefined) throw new Error(`${id} is not shipped`);
  return found;
};
const totalOf = ({ langkah }: Sop): string =>
  (["hari", "jam", "menit"] as const)
    .map((satuan) => {
      const nilai = langkah.flatMap(({ mutuBaku: { waktu } }) =>
        waktu?.satuan === satuan ? waktu.nilai : [],
      );
      return [nilai.reduce((sum, one) => sum + one, 0), satuan] as const;
    })
    .filter(([sum]) => sum > 0)
    .map(([sum, satuan]) => `${sum} ${satuan}`)
    .join(" ");

describe("the notes of the shipped sheets", () => {
  it("are as recorded (npm run test:update)", async () => {
    const lines = read.flatMap(({ catatan }) => catatan.map(formatProblem));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("catatan.txt");
  });
});

const kolomLakip = ["camat", "sekcam", "kasi", "kasubbag", "staf"];

describe("each sheet as it is printed", () => {
  it.each([
    {
      id: "mekanisme-pengukuran",
      count: 12,
      total: "11 hari 5 jam 10 menit",
      kolom: ["camat", "sekcam", "kasubbag", "inspektorat"],
      added: ["2a"],
    },
    { id: "pasrujambe", count: 13, total: "723 menit", kolom: kolomLakip, added: ["13a"] },
    { id: "kemlagi", count: 12, total: "663 menit", kolom: kolomLakip, added: ["12a"] },
    {
      id: "dinas-pengukuran",
      count: 9,
      total: "590 menit",
      kolom: ["kadis", "sekdis", "jfp", "tim"],
      added: ["6a", "9a"],
    },
  ])(
    "$id has its langkah, its time and its columns; additions say so",
    ({ id, count, total, kolom, added }) => {
      const sop = sopOf(id);
      const printed = sop.langkah.filter(({ tambahan }) => !tambahan);
      expect(printed.map(({ no }) => no)).toEqual(
        Array.from({ length: count }, (_, at) => String(at + 1)),
      );
      expect(printed.every(({ asli }) => asli !== undefined)).toBe(true);
      expect(totalOf(sop)).toBe(total);
      expect(sop.pelaksana).toEqual(kolom);
      expect(sop.langkah.flatMap(({ no, tambahan }) => (tambahan ? [no] : []))).toEqual(added);
    },
  );

  it.each<[string, readonly string[]]>([
    ["mekanisme-pengukuran", ["2a→2", "5→4", "6→5", "10→9"]],
    ["pasrujambe", ["4→3", "6→5", "8→5"]],
    ["kemlagi", ["4→3", "6→5", "8→5"]],
    ["dinas-pengukuran", ["4→3", "5→4", "6a→6", "7→6a", "8→7"]],
  ])("%s goes back where it says", (id, expected) => {
    const back = sopOf(id).langkah.flatMap(({ no, hasil }) =>
      "kembalikan" in hasil && hasil.kembalikan !== undefined ? [`${no}→${hasil.kembalikan}`] : [],
    );
    expect(back).toEqual(expected);
  });
});
