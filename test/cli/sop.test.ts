import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sheetWith } from "../core/sop/sheet.ts";
import { run } from "./run.ts";

/** Figures that need no explanation, in the order the play asks for them. */
const figures = ["86", "14", "12/12", "bukti.pdf", "91", "19/20", "12", "5", "2", "24/24", "97"];
const play = (lines: readonly string[], ...more: string[]) =>
  run(
    [
      "sop",
      "play",
      "paringin-selatan",
      "--mulai",
      "2027-01-04T08:00:00+08:00",
      "--periode",
      "2026-TW4",
      "--json",
      ...more,
    ],
    { lines },
  );

describe("sop lint", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-lint-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it("passes a good sheet and prints its notes", async () => {
    const ran = await run(["sop", "lint", "flows/sop/paringin-selatan.yaml"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("paringin-selatan.yaml:99:15: langkah 4a: tidak ada di lembar asli");
    expect(ran.out).toContain("1 lembar baik, 18 catatan.\n");
  });

  it("writes out the forms of the flows folder in use, for a file anywhere", async () => {
    const named = "jenis: formulir\n    formulir: arsip";
    const good = file("uji.yaml", sheetWith("jenis: penyusunan", named));
    expect(await run(["sop", "lint", good])).toMatchObject({ code: 0, err: "" });
    const typo = file("uji.yaml", sheetWith("jenis: penyusunan", `${named}p`));
    const ran = await run(["sop", "lint", typo]);
    expect(ran.err).toContain(
      'uji.yaml:32:15: langkah 4: formulir "arsipp" tidak ada; maksudnya "arsip"?',
    );
  });

  it("tells every problem of every file, with line and column, on stderr", async () => {
    const dangling = file("uji.yaml", sheetWith("{ selesai: 3 }", "{ selesai: 7 }"));
    const broken = file(
      "rusak.yaml",
      sheetWith("jenis: kompilasi", "jenis: kompilasii").replace("id: uji", "id: rusak"),
    );
    const ran = await run(["sop", "lint", dangling, broken, join(folder, "tidak-ada.yaml")]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err.split("\n").map((line) => line.replace(`${folder}/`, ""))).toEqual([
      "uji.yaml:22:23: langkah 2: selesai menuju langkah 7, yang tidak ada",
      "uji.yaml:23:9: langkah 3 tidak pernah tercapai dari langkah 1",
      'rusak.yaml:18:12: jenis: "kompilasii" tidak dikenal, pilihannya: realisasi, kompilasi, penyusunan, sosialisasi, keputusan, formulir; maksudnya "kompilasi"?',
      "tidak-ada.yaml:1:1: berkas tidak ada atau tidak dapat dibaca",
      "",
    ]);
  });

  it("gives the same as JSON, with exit code 1", async () => {
    const ran = await run(["sop", "lint", join(folder, "tidak-ada.yaml"), "--json"]);
    expect(ran.code).toBe(1);
    expect(ran.json()).toEqual({
      masalah: [
        {
          file: join(folder, "tidak-ada.yaml"),
          line: 1,
          col: 1,
          pesan: "berkas tidak ada atau tidak dapat dibaca",
        },
      ],
      catatan: [],
    });
  });
});

describe("sop draw", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-draw-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const draw = (id: string, name: string, ...more: string[]) =>
    run(["sop", "draw", id, "-o", join(folder, name), ...more]);

  it("writes a sheet of the catalog as a PNG and tells its size", async () => {
    const ran = await draw("paringin-selatan", "bagan.png", "--json");
    expect(ran).toMatchObject({ code: 0, err: "" });
    const file = join(folder, "bagan.png");
    const written = readFileSync(file);
    const [width, height] = [written.readUInt32BE(16), written.readUInt32BE(20)];
    expect(ran.json()).toEqual({ file, width, height });
  });

  it("writes one page of a file on F4 as an SVG", async () => {
    const more = ["--kertas", "F4", "--halaman", "1"];
    const ran = await draw("flows/sop/paringin-selatan.yaml", "bagan.svg", ...more);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("Bagan SOP Pengumpulan Data Kinerja (halaman 1) ditulis ke");
    expect(readFileSync(join(folder, "bagan.svg"), "utf8")).toContain('viewBox="0 0 935 609"');
  });

  it.each([
    [["paringin-selatan", "bagan.pdf"], 2, "berakhir dengan .svg atau .png"],
    [["paringin-selatan", "bagan.svg", "--halaman", "9"], 2, "--halaman paling besar 3."],
    [["paringin-selatan", "bagan.svg", "--halaman", "0"], 2, "a page number"],
    [["paringin-selatan", "bagan.svg", "--kertas", "A5"], 2, "Allowed choices"],
    [["antah-berantah", "bagan.svg"], 1, "mekanisme-pengukuran, paringin-selatan"],
    [["./tidak-ada.yaml", "bagan.svg"], 1, "tidak ada atau tidak dapat dibaca"],
  ])("does not draw %j", async ([id = "", name = "", ...more], code, reason) => {
    const ran = await draw(id, name, ...more);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(reason);
  });
});

describe("sop import", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-import-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const text = "test/support/lembar-sop/kemlagi.txt";
  const steady = (printed: string): string => printed.replaceAll(`${folder}/`, "");

  it("writes a draft that lint passes, and tells every doubt by line and column", async () => {
    const output = join(folder, "kantor-saya.yaml");
    const ran = await run(["sop", "import", text, "-o", output]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const lines = steady(ran.out).trim().split("\n");
    expect(lines.at(-1)).toBe(
      "12 langkah terbaca, 17 hal perlu diperiksa, 0 masalah. Draf ditulis ke kantor-saya.yaml.",
    );
    expect(lines).toHaveLength(18);
    expect(lines[0]).toMatch(/^kantor-saya.yaml:\d+:\d+: siklus tidak tercetak/);
    const linted = await run(["sop", "lint", output]);
    expect(linted.out).toContain("1 lembar baik");
  });

  it("never writes over a file", async () => {
    const output = join(folder, "ada.yaml");
    writeFileSync(output, "id: ada\n");
    const ran = await run(["sop", "import", text, "-o", output]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("sudah ada dan tidak ditimpa");
    expect(readFileSync(output, "utf8")).toBe("id: ada\n");
  });

  it("prints the draft where no file is named, and the doubts beside it", async () => {
    const ran = await run(["sop", "import", text]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^# yaml-language-server: \$schema=[\s\S]*\nid: kemlagi\n/);
    expect(ran.err).toContain("12 langkah terbaca");
    const json = await run(["sop", "import", text, "--json"]);
    expect(json.json()).toMatchObject({ sop: "kemlagi", langkah: 12, masalah: [] });
  });

  it.each([
    [["tidak-ada.txt"], 1, "berkas tidak ada atau tidak dapat dibaca"],
    [["README.md"], 1, "tabel langkah tidak ditemukan"],
    [["package.json"], 1, "yang dibaca hanya .xlsx, .docx, dan teks"],
    [[text, "-o", "draf.txt"], 2, "--output berakhir dengan .yaml."],
  ])("does not import %j", async (argv, code, reason) => {
    const ran = await run(["sop", "import", ...argv]);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(reason);
  });
});

describe("sop export", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-export-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["lembar.docx", "PK"],
    ["lembar.xlsx", "PK"],
    ["lembar.bpmn", "<?xml"],
  ])("writes %s", async (name, begin) => {
    const file = join(folder, name);
    const ran = await run(["sop", "export", "dinas-pengukuran", "-o", file, "--json"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.json()).toEqual({ file, sop: "dinas-pengukuran" });
    expect(readFileSync(file, "latin1").startsWith(begin)).toBe(true);
  });

  it("comes back in as the same sheet", async () => {
    const file = join(folder, "kembali.docx");
    await run(["sop", "export", "kemlagi", "-o", file, "--kertas", "F4"]);
    const ran = await run(["sop", "import", file, "--json"]);
    expect(ran.json()).toMatchObject({ sop: "kembali", langkah: 13, masalah: [] });
  });

  it.each([
    [["kemlagi", "-o", "lembar.pdf"], 2, "berakhir dengan .docx, .xlsx, atau .bpmn"],
    [["antah-berantah", "-o", "lembar.docx"], 1, "mekanisme-pengukuran, paringin-selatan"],
  ])("does not write %j", async (argv, code, reason) => {
    const ran = await run(["sop", "export", ...argv]);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(reason);
  });
});

describe("sop play", () => {
  it("carries a triwulan from desk to desk without a database", async () => {
    const ran = await play([...figures, "selesai", "1", "setuju"]);
    expect(ran.code).toBe(0);
    expect(ran.json()).toEqual({
      sop: "paringin-selatan",
      periode: "2026-TW4",
      status: "selesai",
      langkah: "4a",
      jejak: [
        { langkah: "1", hasil: "lengkap" },
        { langkah: "2", hasil: "otomatis" },
        { langkah: "3", hasil: "selesai" },
        { langkah: "4", hasil: "selesai" },
        { langkah: "4a", hasil: "setuju" },
      ],
    });
    expect(ran.err).toContain("Kepada Camat");
  });

  it("comes back to the compiler when the Camat returns it, and stops where the input ends", async () => {
    const ran = await play([...figures, "1", "1", "kembalikan", "Lengkapi data desa.", "1"]);
    expect(ran.json()).toMatchObject({ status: "berjalan", langkah: "4" });
    expect(ran.err).toContain("Lengkapi data desa.");
  });

  it("asks again for what it cannot read, and for a note where the figure needs one", async () => {
    const ran = await play([
      "banyak",
      "1.500",
      "60",
      "14",
      "12/12",
      "Antrean panjang.",
      "bukti.pdf",
      "/keluar",
    ]);
    expect(ran.json()).toMatchObject({ status: "berjalan", langkah: "1" });
    expect(ran.err).toContain("Angkanya belum terbaca.");
    expect(ran.err).toContain("Dapat dibaca 1.500 atau 1,5.");
    expect(ran.err).toContain("Penjelasan:");
    expect(ran.err).toContain("Kasi Pemerintahan: 2 indikator");
  });

  it("plays a semester and a year, too", async () => {
    const semester = await play(["1", "1", "1"], "--periode", "2026-S1");
    expect(semester.json()).toMatchObject({ periode: "2026-S1", status: "selesai" });
    const year = await play(["1", "1", "Lemari 2", "", "1"], "--periode", "2026");
    expect(year.json()).toMatchObject({ periode: "2026", status: "selesai", langkah: "8b" });
  });

  it("plays a sheet of forms with another office, asking what only a person can know", async () => {
    const kantor = "test/support/kantor/uji-kemlagi.yaml";
    const ran = await run(
      [
        ..."sop play kemlagi --periode 2026 --mulai 2027-01-04T08:00:00+07:00 --json".split(" "),
        "--kantor",
        kantor,
      ],
      { lines: ["1", "1", "1"] },
    );
    expect(ran.json()).toMatchObject({ sop: "kemlagi", periode: "2026", status: "berjalan" });
    expect(ran.err).toContain("Undangan rapat");
    expect(ran.err).toContain("Rapat finalisasi LAKIP Tahun 2026");
  });

  it("refuses a sheet it does not have", async () => {
    const ran = await run(["sop", "play", "antah-berantah"]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("mekanisme-pengukuran, paringin-selatan");
  });
});
