import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

describe("the command line", () => {
  it.each([
    [["--help"], 0],
    [["hitung", "--help"], 0],
    [[], 2],
    [["hitung"], 2],
    [["terbang"], 2],
    [["hitung", "angka"], 2],
    [["hitung", "angka", "1", "2"], 2],
    [["hitung", "angka", "1", "--lain"], 2],
    [["kantor", "load"], 2],
    [["sop", "lint"], 2],
    [["berkas", "open", "--sop", "x", "--periode", "TW4"], 2],
    [["rekap", "export", "--tahun", "26", "-o", "x.xlsx"], 2],
    [["rekap", "export", "--tahun", "2026", "--triwulan", "5", "-o", "x.xlsx"], 2],
  ])("%j ends with %d", async (argv, code) => {
    const ran = await run(argv);
    expect(ran.code).toBe(code);
    expect(code === 0 ? ran.out : ran.err).not.toBe("");
  });

  it("finds every command of its help page by that name", async () => {
    const { out } = await run(["--help"]);
    const [, commands = ""] = out.split("Commands:\n");
    const names = [...commands.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(names).toContain("akun");
    for (const name of names.filter((one) => one !== "help")) {
      const alone = await run([name, "--help"]);
      expect(alone.out, name).toContain(`Usage: sopir ${name}`);
    }
  });

  it("ends with 1 and the operator's message when the environment is wrong", async () => {
    const ran = await run(["kantor", "list"], { env: { DATABASE_URL: "mysql://x" } });
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("DATABASE_URL must start with file:");
  });
});
