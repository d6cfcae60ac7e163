import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, type Ran, run } from "./run.ts";

const peraga = readFileSync("flows/kantor/peraga.yaml", "utf8");

const kecamatan = (id: string, pemantau: string): string =>
  peraga
    .replace("id: peraga\n", `id: ${id}\n  pemantau: ${pemantau}\n`)
    .replace("nama: Kecamatan Peraga", `nama: Kecamatan ${id}`);

const kabupaten = /^ {2}kabupaten: (.+)$/m.exec(peraga)?.[1] ?? "";
const setda = (milik = kabupaten): string => `kantor:
  id: setda
  nama: Bagian Organisasi
  kabupaten: ${milik}
  zonaWaktu: Asia/Makassar
pegawai:
  - { id: kabag, nama: Kabag, jabatan: Kabag Organisasi, peran: [kabupaten, admin] }
`;

describe("kantor load of many files", () => {
  let home: ReturnType<typeof installation>;
  let folder: string;
  const sopir = (...argv: readonly string[]): Promise<Ran> => run(argv, { env: home.env });
  const write = (id: string, yaml: string): string => {
    const file = join(folder, `${id}.yaml`);
    writeFileSync(file, yaml);
    return file;
  };
  beforeAll(() => {
    home = installation();
    folder = join(home.folder, "kantor");
    mkdirSync(folder);
  });
  afterAll(() => home.remove());

  it("loads what can be, names each fault by file, line and column, and exits 1", async () => {
    const [awayan, juai] = [
      write("awayan", kecamatan("awayan", "setda")),
      write("juai", "kantor: x\n"),
    ];
    const files = [awayan, juai, write("setda", setda()), join(folder, "tidak-ada.yaml")];
    const ran = await sopir("kantor", "load", ...files);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("Kecamatan awayan dibuat");
    expect(ran.out).toContain("Bagian Organisasi dibuat");
    expect(ran.err).toMatch(/juai\.yaml:1:\d+: /);
    expect(ran.err).toMatch(/tidak-ada\.yaml:1:1: berkas tidak ada/);
    expect(ran.err.trimEnd().split("\n").at(-1)).toBe("4 berkas kantor: 2 dimuat, 2 tidak.");
  });

  it("takes a folder, and says in the end that all went well", async () => {
    write("juai", kecamatan("juai", "setda"));
    const ran = await sopir("kantor", "load", folder, "--json");
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      dimuat: 3,
      gagal: 0,
      berkas: [{ dimuat: true }, { dimuat: true }, { dimuat: true }],
    });
  });

  it("says where an office names one that is not there, or of another kabupaten", async () => {
    const halong = write("halong", kecamatan("halong", "inspektorat"));
    const unknown = await sopir("kantor", "load", halong);
    expect(unknown.code).toBe(0);
    expect(unknown.err).toMatch(/halong\.yaml:\d+:13: kantor inspektorat belum dimuat/);
    const jauh = write("setda", setda("Kabupaten Jauh"));
    const ran = await sopir("kantor", "load", jauh, write("halong", kecamatan("halong", "setda")));
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/halong\.yaml:\d+:13: Bagian Organisasi milik Kabupaten Jauh/);
    expect((await sopir("kantor", "load", write("setda", setda()))).code).toBe(0);
  });

  it("refuses an office without sheets where nobody watches over others", async () => {
    const ran = await sopir("kantor", "load", write("setda", setda().replace("kabupaten, ", "")));
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("hanya kantor berpegawai kabupaten boleh tanpa SOP");
  });

  it("lists and exports the offices of one kabupaten alone", async () => {
    const open = ["--sop", "paringin-selatan", "--periode", "2026-TW3", "--kantor"];
    for (const id of ["awayan", "halong"]) {
      expect((await sopir("berkas", "open", ...open, id)).code).toBe(0);
    }
    const listed = await sopir("berkas", "list", "--kabupaten", "setda", "--json");
    expect(listed.json()).toMatchObject({ berkas: [{ kantor: "awayan" }] });
    const output = join(home.folder, "rekap.xlsx");
    const year = ["--tahun", "2026", "--triwulan", "3", "-o", output];
    const ran = await sopir("rekap", "export", "--kabupaten", "setda", ...year);
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("2 kantor") });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(output);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "Peringkat",
      "Terlambat",
      "Kecamatan awayan",
      "Kecamatan juai",
    ]);
    const nobody = await sopir("rekap", "export", "--kabupaten", "awayan", ...year);
    expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining("pemantau: awayan") });
  });
});
