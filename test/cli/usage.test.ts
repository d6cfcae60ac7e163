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

  it("ends with 1 and the operator's message when the environment is wrong", async () => {
    const ran = await run(["kantor", "list"], { env: { DATABASE_URL: "mysql://x" } });
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("DATABASE_URL must start with file:");
  });
});
