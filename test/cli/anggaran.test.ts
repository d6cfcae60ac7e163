import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { installation, run, withPeraga } from "./run.ts";

const tahun = ["--tahun", "2026"];

describe("the money of a year, from the command line", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
  });
  afterAll(() => home.remove());
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const listed = async () =>
    z
      .object({
        program: z.array(z.looseObject({ nama: z.string() })),
        sasaran: z.array(z.string()),
      })
      .parse((await sopir("anggaran", "list", ...tahun)).json());

  it("is told to be missing, with the sasaran a program may be named by", async () => {
    const ran = await run(["anggaran", "list", ...tahun], { env: home.env });
    expect(ran.out).toContain(
      "Anggaran 2026 belum diisi.\nSasaran 1: Meningkatnya kualitas pelayanan publik",
    );
  });

  it.each<[string, readonly string[], RegExp]>([
    ["a line without figures", ["Program Pelayanan", ...tahun], /Baris 1: pisahkan nama, pagu/],
    ["a sasaran there is not", ["A; 1; 1; 99", ...tahun], /Baris 1: sasaran "99" tidak ada/],
    ["nothing", [" ", ...tahun], /Belum ada program yang terbaca/],
    ["a year nobody knows", ["A; 1; 1", "--tahun", "2031"], /Indikator tahun 2031 belum ada/],
  ])("is refused with %s", async (_, argv, sentence) => {
    const ran = await sopir("anggaran", "set", ...argv);
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
    expect((await listed()).program).toEqual([]);
  });

  it("is set as it would be typed in the chat, in place of what there was", async () => {
    const set = (...argv: string[]) => sopir("anggaran", "set", ...argv, ...tahun);
    await set("Program Lama; 1; 1");
    const ran = await set("Program Pelayanan; 250.000.000; 241.500.000; 1", "Program Umum; 10; 9");
    expect(ran).toMatchObject({ code: 0, err: "" });
    const { program, sasaran } = await listed();
    expect(program).toEqual([
      { nama: "Program Pelayanan", sasaran: sasaran[0], pagu: 250_000_000, realisasi: 241_500_000 },
      { nama: "Program Umum", sasaran: null, pagu: 10, realisasi: 9 },
    ]);
    const text = (await run(["anggaran", "list", ...tahun], { env: home.env })).out;
    expect(text).toMatch(/Program Pelayanan +250\.000\.000 +241\.500\.000/);
    expect(text).toMatch(/Jumlah +250\.000\.010 +241\.500\.009 +96,6 %/);
  });

  it("comes from an Excel table, and from nothing else", async () => {
    const file = join(home.folder, "anggaran.xlsx");
    const book = new ExcelJS.Workbook();
    book.addWorksheet("DPA").addRows([
      ["Program", "Pagu", "Realisasi", "Sasaran"],
      ["Program Pelayanan", 100, 90, 1],
      ["Jumlah", 100, 90],
    ]);
    await book.xlsx.writeFile(file);
    expect(await sopir("anggaran", "import", file, ...tahun)).toMatchObject({ code: 0, err: "" });
    expect((await listed()).program).toMatchObject([{ nama: "Program Pelayanan", pagu: 100 }]);
    writeFileSync(file, "bukan Excel");
    const other = await sopir("anggaran", "import", file, ...tahun);
    expect(other).toMatchObject({
      code: 1,
      err: expect.stringContaining("anggaran.xlsx tidak memuat anggaran: kolom Program, Pagu"),
    });
  });
});
