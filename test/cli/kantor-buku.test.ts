import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJs from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildBuku } from "../../src/app/papers/build-buku.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { documents } from "../support/documents.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { installation, type Ran, type RunOptions, run, withPeraga } from "./run.ts";

const PERAGA = "flows/kantor/peraga.yaml";
const SAMA = "Tidak ada perubahan.";

let home: ReturnType<typeof installation>;
const sopir = (argv: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(argv, { env: home.env, ...options });
const at = (name: string): string => join(home.folder, name);

beforeEach(() => {
  home = installation();
});
afterEach(() => home.remove());

/** Writes cells of a workbook over, as somebody at a spreadsheet would. */
async function isi(file: string, sel: Readonly<Record<string, string | number>>): Promise<void> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.readFile(file);
  for (const [alamat, nilai] of Object.entries(sel)) {
    const [lembar = "", cell = ""] = alamat.split("!");
    const sheet = book.getWorksheet(lembar);
    if (sheet === undefined) throw new Error(`no sheet ${lembar}`);
    sheet.getCell(cell).value = nilai === "" ? null : nilai;
  }
  await book.xlsx.writeFile(file);
}

/** What somebody types into the empty workbook: an office of six with two indikator. */
const kantorBaru = {
  "Kantor!B5": "Kecamatan Baru",
  "Kantor!B6": "Kabupaten Balangan",
  "Kantor!B8": "WITA",
  "Kantor!B9": "paringin-selatan",
  ...Object.fromEntries(
    [
      ["Camat", "Camat", "camat", ""],
      ["Sekretaris", "Sekcam", "sekcam, admin", "Camat"],
      ["Kasi Pelayanan", "Kasi Pelayanan", "kasi", "Sekcam"],
      ["Kasubbag", "Kasubbag Perencanaan", "kasubbag", "Sekcam"],
      ["Staf", "Staf Perencanaan", "staf", "Kasubbag Perencanaan"],
      ["Inspektorat", "Inspektorat", "inspektorat", ""],
    ].flatMap(([nama = "", jabatan = "", peran = "", atasan = ""], row) => [
      [`Pegawai!B${row + 7}`, nama],
      [`Pegawai!C${row + 7}`, jabatan],
      [`Pegawai!D${row + 7}`, peran],
      [`Pegawai!F${row + 7}`, atasan],
    ]),
  ),
  ...Object.fromEntries(
    [
      [
        "1.1",
        2026,
        "Pelayanan",
        "Indeks Kepuasan",
        "nilai",
        "makin tinggi makin baik",
        "posisi akhir",
        "Kasi Pelayanan",
        80,
        82,
        84,
        85,
        85,
      ],
      [
        "1.2",
        2026,
        "",
        "Pengaduan selesai",
        "persen",
        "makin tinggi makin baik",
        "persen dari pembilang dan penyebut",
        "Kasi Pelayanan",
        100,
        100,
        100,
        100,
        100,
      ],
    ].flatMap((values, row) =>
      values.map((value, kolom) => [
        `Indikator!${String.fromCharCode(66 + kolom)}${row + 7}`,
        value,
      ]),
    ),
  ),
  "Realisasi lalu!B7": "1.2",
  "Realisasi lalu!C7": 2026,
  "Realisasi lalu!D7": "I",
  "Realisasi lalu!F7": 11,
  "Realisasi lalu!G7": 12,
};

describe("an office set up from the empty workbook", () => {
  it("is shown, and loaded once that is wanted", async () => {
    const file = at("Kantor.xlsx");
    expect((await sopir(["kantor", "template", "-o", file])).code).toBe(0);
    await isi(file, kantorBaru);
    const shown = await sopir(["kantor", "load", file]);
    expect(shown).toMatchObject({ code: 1, out: "" });
    expect(shown.err).toContain("+ kantor kecamatan-baru: Kecamatan Baru; 6 pegawai, 2 indikator");
    expect(shown.err).toContain("+ realisasi: 1 angka");
    expect(shown.err).toContain("Belum dimuat. Ulangi dengan --apply");
    expect((await sopir(["kantor", "list"])).out).toContain("Belum ada kantor.");
    const asked = await sopir(["kantor", "load", file], { terminal: true, lines: ["y"] });
    expect(asked).toMatchObject({ code: 0 });
    expect(asked.out).toContain("Kecamatan Baru dibuat: 6 pegawai, 2 indikator");
    expect((await sopir(["kantor", "load", file])).out.split("\n")[0]).toBe(SAMA);
  });

  it("is not loaded at all where one cell is wrong, and every such cell is named", async () => {
    const file = at("Kantor.xlsx");
    await sopir(["kantor", "template", "-o", file]);
    await isi(file, { ...kantorBaru, "Pegawai!D9": "kassi", "Indikator!I8": "Bupati" });
    const ran = await sopir(["kantor", "load", file, "--apply", "--json"]);
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({
      masalah: [
        { file, sel: "Pegawai!D9", line: 9, col: 4 },
        { file, sel: "Indikator!I8", line: 8, col: 9 },
      ],
    });
    expect(ran.err.split("\n").slice(0, 2)).toEqual([
      expect.stringContaining(
        `${file}: Pegawai!D9: Peran “kassi” tidak dikenal; maksudnya "kasi"?`,
      ),
      expect.stringContaining(`${file}: Indikator!I8: Penanggung jawab “Bupati” tidak ada`),
    ]);
    expect((await sopir(["kantor", "list"])).out).toContain("Belum ada kantor.");
  });

  it("says what it is given where that is no workbook of an office", async () => {
    const ran = await sopir(["kantor", "load", at("tidak-ada.xlsx")]);
    expect(ran.err).toContain("berkas tidak ada atau tidak dapat dibaca");
    const book = new ExcelJs.Workbook();
    book.addWorksheet("Rekap").addRow(["a", "b"]);
    await book.xlsx.writeFile(at("lain.xlsx"));
    const other = await sopir(["kantor", "load", at("lain.xlsx")]);
    expect(other.err).toContain(
      "ini bukan buku kerja kantor: lembar Kantor, Pegawai, dan Indikator",
    );
  });
});

/** How many rows of the sheet of indikator say a year. */
async function rows(data: Uint8Array | undefined): Promise<number> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Buffer.from(data ?? []).buffer);
  const tahun = book.getWorksheet("Indikator")?.getColumn("C").values ?? [];
  return tahun.filter((one) => typeof one === "number").length;
}

describe("an office written back", () => {
  it.each(["xlsx", "yaml"])("is the same again as .%s", async (akhiran) => {
    await withPeraga(home);
    const file = at(`peraga.${akhiran}`);
    const ran = await sopir(["kantor", "export", "peraga", "-o", file, "--json"]);
    expect(ran.json()).toMatchObject({ pegawai: 10, indikator: 20, realisasi: 30 });
    const loaded = await sopir(["kantor", "load", file, "--json"]);
    expect(loaded.json()).toMatchObject({ perubahan: [], akibat: [], tetap: [], realisasiBaru: 0 });
    const said = await sopir(["kantor", "load", file]);
    expect(said.out.split("\n")[0]).toBe(SAMA);
  });

  it("is the same in another installation too", async () => {
    await withPeraga(home);
    await sopir(["kantor", "export", "-o", at("peraga.yaml")]);
    const other = installation();
    try {
      await run(["kantor", "load", at("peraga.yaml")], { env: other.env });
      await run(["kantor", "export", "-o", at("lagi.yaml")], { env: other.env });
      expect(readFileSync(at("lagi.yaml"), "utf8")).toBe(readFileSync(at("peraga.yaml"), "utf8"));
    } finally {
      other.remove();
    }
  });

  it("keeps what the chat has changed and a workbook does not tell", async () => {
    await withPeraga(home);
    const tambah = ["libur", "add", "2026-12-01", "--nama", "Hari Jadi", "--dasar", "Perda 3/2001"];
    const added = await sopir(tambah);
    expect(added.err).toBe("");
    const file = at("peraga.xlsx");
    await sopir(["kantor", "export", "-o", file]);
    await isi(file, { "Pegawai!B5": "Camat baru" });
    const ran = await sopir(["kantor", "load", file, "--apply"]);
    expect(ran.out.split("\n").slice(0, 1)).toEqual(["~ pegawai camat: nama Camat → Camat baru"]);
    expect(ran.out).not.toContain("- libur");
    await sopir(["kantor", "load", PERAGA]);
    expect((await sopir(["libur", "list", "--json"])).out).toContain("Hari Jadi");
  });

  it("goes to a chat as the same file", async () => {
    await withPeraga(home);
    const url = home.env["DATABASE_URL"] ?? "";
    const store = await openStore({
      url,
      dataDir: home.folder,
      now: () => 0,
      log: new MemoryLog(),
    });
    try {
      const kantorId = KantorId.parse("peraga");
      const deps = { store, documents, files: createFileStore(home.folder) };
      const now = await buildBuku(deps, { kantorId, apa: "kantor" });
      const depan = await buildBuku(deps, { kantorId, apa: "kantor", tahun: 2028 });
      const kosong = await buildBuku(deps, { kantorId, apa: "templat" });
      expect([now?.nama, kosong?.nama]).toEqual([
        "Buku Kerja Kantor - Kecamatan Peraga.xlsx",
        "Buku Kerja Kantor.xlsx",
      ]);
      expect(await rows(now?.data)).toBe(20);
      expect(await rows(depan?.data)).toBe(30);
    } finally {
      await store.close();
    }
  });
});

describe("kantor tahun-baru", () => {
  beforeEach(async () => {
    await withPeraga(home);
  });

  it("copies the last year, with the targets that differ, and warns of its free days", async () => {
    const ubah = ["--ubah", "1.1 86 87 88 88 88", "1.2 13 13 13 13"];
    const ran = await sopir(["kantor", "tahun-baru", "2028", ...ubah]);
    expect(ran.out).toBe(
      "Indikator 2028: 10 disalin dari 2027, 2 dengan target lain. Dibatalkan dengan --batal selama belum ada berkasnya.\nPeringatan: belum ada kalender hari libur tahun 2028.\n",
    );
    const list = await sopir(["target", "list", "--tahun", "2028", "--json"]);
    expect(list.json()).toMatchObject({
      target: [
        { kode: "1.1", targetTriwulan: [86, 87, 88, 88], targetTahunan: 88 },
        { kode: "1.2", targetTriwulan: [13, 13, 13, 13], targetTahunan: 13 },
        { kode: "1.3", targetTriwulan: [100, 100, 100, 100], targetTahunan: 100 },
        ...Array.from({ length: 7 }, () => ({})),
      ],
    });
  });

  it("stays when the office file is loaded again, until that tells of the year itself", async () => {
    await sopir(["kantor", "tahun-baru", "2028"]);
    const again = await sopir(["kantor", "load", PERAGA, "--json"]);
    expect(again.json()).toMatchObject({ perubahan: [], indikator: 20 });
    await sopir(["kantor", "export", "-o", at("peraga.xlsx")]);
    const book = await sopir(["kantor", "load", at("peraga.xlsx"), "--json"]);
    expect(book.json()).toMatchObject({ perubahan: [], tetap: [], indikator: 30 });
  });

  it("is taken back as if it had never been, once", async () => {
    await sopir(["kantor", "export", "-o", at("semula.yaml")]);
    await sopir(["kantor", "tahun-baru", "2028"]);
    expect((await sopir(["kantor", "tahun-baru", "2028"])).err).toContain("sudah ada");
    expect((await sopir(["kantor", "tahun-baru", "2028", "--batal"])).out).toBe(
      "Indikator 2028 dihapus lagi.\n",
    );
    expect((await sopir(["kantor", "tahun-baru", "2027", "--batal"])).err).toContain(
      "tidak dibuat dengan /tahunbaru",
    );
    await sopir(["kantor", "export", "-o", at("kini.yaml")]);
    expect(readFileSync(at("kini.yaml"), "utf8")).toBe(readFileSync(at("semula.yaml"), "utf8"));
  });

  it("writes the rows of the year into a workbook, which brings them in", async () => {
    const file = at("2028.xlsx");
    await sopir(["kantor", "tahun-baru", "2028", "-o", file]);
    const ran = await sopir(["kantor", "load", file, "--apply", "--json"]);
    expect(ran.json()).toMatchObject({ indikator: 30 });
    expect((await sopir(["kantor", "tahun-baru", "2028", "--batal"])).code).toBe(1);
  });

  it("says which line is not understood, and copies nothing", async () => {
    const ran = await sopir(["kantor", "tahun-baru", "2028", "--ubah", "9.9 1 2 3 4", "1.1 1 2"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toBe(
      "“9.9 1 2 3 4”: kode indikator tidak ada\n“1.1 1 2”: tulis kode, empat target triwulan, lalu target setahun\n",
    );
    expect(existsSync(at("2028.xlsx"))).toBe(false);
  });
});
