import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { installation, type Ran, type RunOptions, run } from "./run.ts";

const peraga = readFileSync("flows/kantor/peraga.yaml", "utf8");

/** Without Kasi PMD; the figures of that seksi are somebody else's. */
const handed = (yaml: string, ke: string): string =>
  yaml
    .replace(/\n {2}- \{ id: kasi-pmd,[^\n]*/, "")
    .replaceAll("penanggungJawab: kasi-pmd", `penanggungJawab: ${ke}`);

describe("kantor load, while a triwulan is collected", () => {
  let home: ReturnType<typeof installation>;
  let file: string;
  const sopir = (argv: readonly string[], options: RunOptions = {}): Promise<Ran> =>
    run(argv, { env: home.env, ...options });
  const load = (yaml: string, argv: readonly string[] = [], options: RunOptions = {}) => {
    writeFileSync(file, yaml);
    return sopir(["kantor", "load", file, ...argv], options);
  };
  const holders = async (): Promise<unknown> => (await sopir(["berkas", "list", "--json"])).json();

  beforeAll(async () => {
    home = installation();
    file = join(home.folder, "peraga.yaml");
    expect((await load(peraga)).code).toBe(0);
    const open = ["berkas", "open", "--sop", "paringin-selatan", "--periode", "2026-TW4"];
    expect((await sopir(open)).code).toBe(0);
  });
  afterAll(() => home.remove());

  it("takes what touches no running work at once, and shows it", async () => {
    const ran = await load(peraga.replace("nama: Kasi PMD,", "nama: Kasi PMD baru,"));
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out.split("\n").slice(0, 2)).toEqual([
      "~ pegawai kasi-pmd: nama Kasi PMD → Kasi PMD baru",
      expect.stringContaining("Kecamatan Peraga diperbarui"),
    ]);
  });

  it("shows what would become of running work, and waits for --apply", async () => {
    const before = await holders();
    const ran = await load(handed(peraga, "kasi-pelayanan"), ["--json"]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("- pegawai kasi-pmd");
    expect(ran.err).toMatch(
      /! Triwulan IV 2026 \(\w+\): Indikator 3\.1, 3\.2 beralih dari kasi-pmd ke kasi-pelayanan/,
    );
    expect(ran.err).toContain("Belum dimuat. Ulangi dengan --apply");
    expect(ran.json()).toMatchObject({ akibat: [{ periode: "2026-TW4" }] });
    expect(await holders()).toEqual(before);
  });

  it.each([
    ["", false],
    ["t", false],
    ["y", true],
  ])("asks in a terminal, and takes %j as %s", async (answer, taken) => {
    const yaml = handed(peraga, "kasi-pelayanan");
    const ran = await load(yaml, [], { terminal: true, lines: [answer] });
    expect(ran.err).toContain("Muat perubahan ini? [y/T]");
    expect(ran.code).toBe(taken ? 0 : 1);
    expect(JSON.stringify(await holders()).includes("kasi-pmd")).toBe(!taken);
  });

  it("refuses, whatever is typed, where somebody would be waited for who is not there", async () => {
    const yaml = handed(peraga, "kasi-pelayanan").replace(/\n {2}- \{ id: kasi-trantib,[^\n]*/, "");
    const table = yaml.replace(/\n {2}- \{ kode: "4\.1", tahun: 2026[\s\S]*?nilai: 6 \} \}/, "");
    const rest = table
      .replaceAll("penanggungJawab: kasi-trantib", "penanggungJawab: kasi-pelayanan")
      .replace(/\n {2}- \{ kode: "4\.1", periode: 2026-TW(1|3)[^\n]*/g, "")
      .replace(/\n {2}- \{ kode: "4\.1", periode: 2026-TW2[\s\S]*?desa\. \}/, "");
    const ran = await load(rest, ["--apply"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("indikator 4.1 menunggu kasi-trantib");
  });

  it("moves deadlines only when that is wanted", async () => {
    const libur =
      "kalender:\n  libur: [{ tanggal: 2027-01-07, nama: Hari Jadi, jenis: libur_daerah }]\n";
    const yaml = `${handed(peraga, "kasi-pelayanan")}\n${libur}`;
    const ran = await load(yaml);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("+ libur 2027-01-07: Hari Jadi");
    expect(ran.err).toContain("Tenggat langkah 1: Sen 11 Jan 2027");
    expect((await load(yaml, ["--apply", "--json"])).json()).toMatchObject({ berkasBerubah: 1 });
  });

  it("lets doctor find what waits for nobody", async () => {
    expect((await sopir(["doctor"])).out).toMatch(/baik +pemegang/);
    const now = Date.parse("2026-11-22T08:00:00+08:00");
    const url = home.env["DATABASE_URL"] ?? "";
    const store = await openStore({
      url,
      dataDir: home.folder,
      now: () => now,
      log: new MemoryLog(),
    });
    const [record] = await store.listKantor();
    if (record === undefined) throw new Error("no office");
    const { kantor, calendar } = record;
    const pegawaiList = kantor.pegawaiList.filter(({ id }) => id !== "kasi-trantib");
    await store.saveKantor({ kantor: { ...kantor, pegawaiList }, calendar }, now);
    await store.close();
    const ran = await sopir(["doctor"]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/SALAH +pemegang .*langkah 1: menunggu kasi-trantib/);
  });
});

describe("an office file of one's own", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(() => {
    home = installation();
  });
  afterAll(() => home.remove());
  const write = (name: string, yaml: string): string => {
    mkdirSync(join(home.folder, "kantor"), { recursive: true });
    const file = join(home.folder, "kantor", name);
    writeFileSync(file, yaml);
    return file;
  };
  const copy = peraga.replace("id: peraga", "id: kecamatan-kami");

  it("is called like the office in it", async () => {
    const file = write("kecamatan-kami.yaml", peraga);
    const ran = await run(["kantor", "load", file], { env: home.env });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(
      'kecamatan-kami.yaml:4:7: id harus sama dengan nama berkas, "kecamatan-kami"',
    );
  });

  it("brings none of the demo's figures along, and says so", async () => {
    const file = write("kecamatan-kami.yaml", copy.replace("nilai: 83.2 }", "nilai: 77 }"));
    const ran = await run(["kantor", "load", file], { env: home.env });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("29 angka realisasi dalam berkas ini sama dengan kantor peraga");
    const again = await run(["kantor", "load", file, "--json"], { env: home.env });
    expect(again.json()).toMatchObject({ realisasiContoh: 29, realisasiBaru: 0 });
  });

  it("brings them where they are wanted", async () => {
    const other = installation();
    const file = write("kecamatan-kami.yaml", copy);
    const argv = ["kantor", "load", file, "--dengan-contoh", "--json"];
    expect((await run(argv, { env: other.env })).json()).toMatchObject({ realisasiBaru: 30 });
    other.remove();
  });

  it("opens no year that it says nothing of", async () => {
    const open = ["berkas", "open", "--sop", "paringin-selatan", "--periode"];
    const year = await run([...open, "2028-TW1"], { env: home.env });
    expect(year).toMatchObject({ code: 1, out: "" });
    expect(year.err).toContain("indikator tahun 2028 belum ada");
    const now = Date.parse("2028-01-03T08:00:00+08:00");
    const late = await run([...open, "2027-TW4"], { env: home.env, now });
    expect(late.err).toContain("kalender hari libur tahun 2028 belum ada");
  });

  it("retires the office, which is kept and opens nothing", async () => {
    const file = write(
      "kecamatan-kami.yaml",
      copy.replace("  nama: Kecamatan Peraga", "  aktif: false\n  nama: Kecamatan Peraga"),
    );
    const ran = await run(["kantor", "load", file], { env: home.env });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("~ kantor: aktif – → false");
    expect(ran.out).toContain("Kantor ini tidak aktif");
    const open = ["berkas", "open", "--sop", "paringin-selatan", "--periode", "2026-TW4"];
    expect((await run(open, { env: home.env })).err).toContain("Kantor ini sudah tidak aktif");
    expect((await run(["kantor", "list"], { env: home.env })).out).toContain("tidak aktif");
    expect((await run(["doctor"], { env: home.env })).out).toMatch(/baik +pemegang/);
  });
});
