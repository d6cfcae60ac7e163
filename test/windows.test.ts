import { win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { npmStart, startOf } from "../scripts/tools.mjs";
import { fileName } from "../src/app/papers/file-name.ts";
import { stopSignals } from "../src/stop-signals.ts";
import { patiently } from "../src/store/patiently.ts";
import { sqlitePath } from "../src/store/url.ts";

const root = new URL("..", import.meta.url).pathname;

/** An error as the file system of node throws it. */
const fault = (code: string): Error => Object.assign(new Error(code), { code });

/** Work that fails with these codes one after the other, then succeeds. */
function work(codeList: readonly string[]) {
  const left = [...codeList];
  const pauses: number[] = [];
  return {
    pauses,
    pause: async (ms: number) => void pauses.push(ms),
    run: async () => {
      const code = left.shift();
      if (code !== undefined) throw fault(code);
      return "selesai";
    },
  };
}

describe("tools are started without a shell", () => {
  it.each(["biome", "oxlint", "prisma", "tsc", "vitest"])("%s by node itself", (name) => {
    const [program, script = "", ...rest] = startOf(
      [name, "--sebuah", "C:\\Kantor Camat\\x"],
      root,
    );
    expect(program).toBe(process.execPath);
    expect(script).toContain("node_modules");
    expect(rest).toEqual(["--sebuah", "C:\\Kantor Camat\\x"]);
  });

  const win = {
    join: (...parts: string[]) => win32.join(...parts),
    dirname: (file: string) => win32.dirname(file),
  };
  const node = "C:\\Program Files\\nodejs\\node.exe";
  const beside = "C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js";

  it("npm by its script beside node.exe, blanks in its folder and all", () => {
    const exists = (one: string): boolean => one === beside;
    expect(npmStart({ ...win, execPath: node, started: undefined, exists })).toEqual([
      node,
      beside,
    ]);
  });

  it("npm by the script that started us, and never by one of another package manager", () => {
    const own = "D:\\alat\\npm-cli.js";
    expect(npmStart({ ...win, execPath: node, started: own, exists: () => true })).toEqual([
      node,
      own,
    ]);
    const other = "D:\\alat\\yarn.js";
    expect(npmStart({ ...win, execPath: node, started: other, exists: () => true })).toEqual([
      node,
      beside,
    ]);
    expect(npmStart({ ...win, execPath: node, started: undefined, exists: () => false })).toEqual([
      "npm",
    ]);
  });
});

describe("the program ends when it is asked to", () => {
  it("by the signals of a console of Windows too, and by no hang-up elsewhere", () => {
    expect(stopSignals("win32")).toEqual(["SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"]);
    expect(stopSignals("linux")).toEqual(["SIGINT", "SIGTERM"]);
  });
});

describe("a file that something else holds", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("is tried again after %s on Windows", async (code) => {
    const { run, pause, pauses } = work([code, code]);
    await expect(patiently(run, { platform: "win32", pause })).resolves.toBe("selesai");
    expect(pauses).toEqual([20, 50]);
  });

  it("is given up in the end, and at once for any other reason or on any other system", async () => {
    const always = work(Array.from({ length: 9 }, () => "EPERM"));
    await expect(patiently(always.run, { ...always, platform: "win32" })).rejects.toThrow("EPERM");
    const full = work(["ENOSPC"]);
    await expect(patiently(full.run, { ...full, platform: "win32" })).rejects.toThrow("ENOSPC");
    const linux = work(["EPERM"]);
    await expect(patiently(linux.run, { ...linux, platform: "linux" })).rejects.toThrow("EPERM");
    expect([full.pauses, linux.pauses]).toEqual([[], []]);
  });
});

describe("names and places", () => {
  it.each([
    [["CON"], "CON_.pdf"],
    [["nul"], "nul_.pdf"],
    [["Lpt1"], "Lpt1_.pdf"],
    [["aux.lama"], "aux.lama_.pdf"],
    [["Konsep"], "Konsep.pdf"],
    [["Rekap TW IV 2026", "Nul"], "Rekap TW IV 2026 - Nul.pdf"],
    [['a:b*c?"d<e>f|g/h\\i'], "a b c d e f g h i.pdf"],
  ])("%j becomes a name that Windows takes", (parts, nama) => {
    expect(fileName(parts, "pdf")).toBe(nama);
  });

  it("a database lies where its drive letter says", () => {
    expect(sqlitePath("file:C:\\sopir\\data\\sopir.db")).toBe("C:\\sopir\\data\\sopir.db");
    expect(sqlitePath("file:./data/sopir.db")).toBe("./data/sopir.db");
  });
});
