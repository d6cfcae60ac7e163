import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { installation, run, withPeraga } from "./run.ts";

const kalenderWith = (tanggal: string): string =>
  `tahun: 2028\ndasar: SKB 2027\nlibur:\n  - { tanggal: "${tanggal}", nama: Tahun Baru, jenis: libur_nasional }\n`;

describe("free days, from the command line", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
  });
  afterAll(() => home.remove());
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const listed = async (): Promise<readonly string[]> => {
    const { libur } = z
      .object({ libur: z.array(z.object({ tanggal: z.string() })) })
      .parse((await sopir("libur", "list")).json());
    return libur.map(({ tanggal }) => tanggal);
  };

  it("are added with a decree and taken back with a reason", async () => {
    const dasar = ["--dasar", "Keppres 1/2027"];
    const added = await sopir("libur", "add", "2027-06-09", "--nama", "Pilkada", ...dasar);
    expect(added).toMatchObject({ code: 0, err: "" });
    expect(await listed()).toContain("2027-06-09");
    const again = await sopir("libur", "add", "2027-06-09", "--nama", "Pilkada", ...dasar);
    expect(again).toMatchObject({ code: 1, err: "Hari itu sudah libur. Daftarnya /libur.\n" });
    expect((await sopir("libur", "remove", "2027-06-09", "--dasar", "ditunda")).code).toBe(0);
    expect(await listed()).not.toContain("2027-06-09");
    expect((await sopir("libur", "add", "besok", "--nama", "X", ...dasar)).code).toBe(1);
  });

  it("come by the year from YAML, with what is wrong by line and column", async () => {
    const file = join(home.folder, "2028.yaml");
    writeFileSync(file, kalenderWith("2027-01-01"));
    expect((await sopir("libur", "import", file)).err).toMatch(
      /2028\.yaml:4:\d+: 2027-01-01 di luar/,
    );
    writeFileSync(file, kalenderWith("2028-01-01"));
    expect(await sopir("libur", "import", file)).toMatchObject({ code: 0 });
    expect(await listed()).toContain("2028-01-01");
  });

  it("come by the year from a list in Excel", async () => {
    const file = join(home.folder, "libur.xlsx");
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet("Libur")
      .addRows([
        ["Daftar hari libur 2028"],
        ["No", "Tanggal", "Hari Libur", "Jenis"],
        [1, new Date(Date.UTC(2028, 0, 1)), "Tahun Baru Masehi", "Libur nasional"],
        [2, "24 Januari 2028", "Imlek", "Cuti bersama"],
        [3, "26 Januari 2028", "Tahun Baru Imlek", "Libur nasional"],
      ]);
    await book.xlsx.writeFile(file);
    expect((await sopir("libur", "import", file)).err).toContain("--dasar");
    const ran = await sopir("libur", "import", file, "--dasar", "SKB 2027");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect((await listed()).filter((day) => day.startsWith("2028"))).toEqual([
      "2028-01-01",
      "2028-01-24",
      "2028-01-26",
    ]);
    expect((await sopir("libur", "import", "README.md")).code).toBe(1);
  });
});
