import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { installation, run } from "./run.ts";

const NOW = Date.parse("2026-11-21T08:00:00+08:00");
const Made = z.object({ path: z.string() });
const PATH = process.env["PATH"] ?? "";

describe("a backup copied somewhere else", () => {
  let home: ReturnType<typeof installation>;
  let env: Record<string, string>;
  let made: string;
  const sopir = (argv: readonly string[], now = NOW) => run(argv, { env, now });
  const create = async (now: number): Promise<string> =>
    Made.parse((await sopir(["--json", "backup", "create"], now)).json()).path;

  beforeAll(async () => {
    home = installation();
    env = { ...home.env, BACKUP_DIR: join(home.folder, "cadangan"), CLOCK: "system" };
    expect((await sopir(["backup", "copy", join(home.folder, "lain")])).err).toBe(
      "Belum ada cadangan. Buat: sopir backup create.\n",
    );
    expect((await sopir(["kantor", "load", "flows/kantor/peraga.yaml"])).code).toBe(0);
    made = await create(NOW);
  });
  afterEach(() => {
    process.env["PATH"] = PATH;
  });
  afterAll(() => home.remove());

  it("by rsync can be read back there, and what it replaced is put aside for the day", async () => {
    const there = join(home.folder, "disk lain", "sopir");
    const first = await sopir(["backup", "copy", `${there}/`]);
    expect(first.err).toBe("");
    expect(first.out).toBe(
      `${made}\ndibaca ulang, utuh, dan disalin dengan rsync ke ${there}/terbaru; yang digantikannya ada di ${there}/lama/2026-11-21.\n`,
    );
    expect((await sopir(["backup", "verify", join(there, "terbaru")])).out).toContain("utuh.");
    const before = readFileSync(join(there, "terbaru", "manifes.json"));

    const next = await create(NOW + 86_400_000);
    // The disk goes by its own clock, and rsync by what the disk says.
    for (const name of ["manifes.json", "sopir.db"])
      utimesSync(join(next, name), NOW / 1_000, NOW / 1_000 + 86_400);
    expect((await sopir(["backup", "copy", there], NOW + 86_400_000)).code).toBe(0);
    expect(readFileSync(join(there, "terbaru", "manifes.json"))).toEqual(
      readFileSync(join(next, "manifes.json")),
    );
    expect(readFileSync(join(there, "lama", "2026-11-22", "manifes.json"))).toEqual(before);
    expect((await sopir(["backup", "verify", join(there, "terbaru")])).code).toBe(0);
  });

  it("by rclone is given to it word by word, whatever stands in the name", async () => {
    const bin = join(home.folder, "bin");
    mkdirSync(bin);
    const told = join(home.folder, "kata.json");
    writeFileSync(
      join(bin, "rclone"),
      `#!${process.execPath}\nrequire("fs").writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(2)));\n`,
    );
    chmodSync(join(bin, "rclone"), 0o755);
    process.env["PATH"] = `${bin}${delimiter}${PATH}`;
    const ran = await sopir(["--json", "backup", "copy", "kantor:sopir $(id); 'x'"]);
    expect(ran.json()).toMatchObject({ alat: "rclone", tujuan: "kantor:sopir $(id); 'x'/terbaru" });
    const { path } = Made.parse(ran.json());
    expect(JSON.parse(readFileSync(told, "utf8"))).toEqual([
      "sync",
      "--backup-dir=kantor:sopir $(id); 'x'/lama/2026-11-21",
      "--",
      path,
      "kantor:sopir $(id); 'x'/terbaru",
    ]);
  });

  it.each([
    ["rsync", ["/tidak/penting"]],
    ["rsync", ["cadangan@server:sopir"]],
    ["rclone", ["kantor:sopir"]],
    ["rclone", ["/tidak/penting", "--alat", "rclone"]],
  ])("needs %s for %j, and says so where it is missing", async (alat, argv) => {
    process.env["PATH"] = join(home.folder, "kosong");
    const ran = await sopir(["backup", "copy", ...argv]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(`${alat} belum terpasang. Pasang (apt-get install ${alat})`);
  });

  it("says what the tool said where it fails", async () => {
    const file = join(home.folder, "bukan-folder");
    writeFileSync(file, "");
    const ran = await sopir(["backup", "copy", file]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(/^rsync gagal \(kode \d+\)\.\n.*bukan-folder/s);
  });

  it.each(["", "/", "-e id"])("is refused to %j", async (tujuan) => {
    expect((await sopir(["backup", "copy", "--", tujuan])).code).toBe(2);
  });

  it("is not copied once it is damaged", async () => {
    const { path } = Made.parse((await sopir(["--json", "backup", "list", "--terbaru"])).json());
    const file = join(realpathSync(path), "sopir.db");
    chmodSync(file, 0o600);
    truncateSync(file, 8192);
    const there = join(dirname(home.folder), "tidak-dibuat");
    const ran = await sopir(["backup", "copy", there]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("tidak utuh lagi; tidak ada yang disalin:\n- sopir.db: berubah");
    expect(existsSync(there)).toBe(false);
  });
});
