// The tutorial does what it says: its files are written, its commands run in the order they stand there, and
// each prints what the page shows.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, run } from "../cli/run.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/panduan/tambah-sop.md"), "utf8");

/** A block of the page: what it is, what its first line says behind that, and what stands in it. */
interface Block {
  readonly jenis: string;
  readonly judul: string;
  readonly isi: string;
  /** What the page says somebody types between the block before and this one. */
  readonly ketik: readonly string[];
}

const blocks: readonly Block[] = [
  ...page.matchAll(/([\s\S]*?)^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm),
].map(([, before = "", jenis = "", judul = "", isi = ""]) => {
  const typed = /^Ketik: (.*)$/m.exec(before)?.[1] ?? "";
  const ketik = [...typed.matchAll(/`([^`]*)`/g)].map(([, word = ""]) => word);
  return { jenis, judul, isi, ketik };
});

/** Codes and ids are other ones each time. */
const steady = (text: string): string =>
  text
    .replaceAll(/\b[0-9A-Z]{11}\b/g, "KODE")
    .replaceAll(/(?<=^|^Berkas )[0-9a-z]{10}(?= )/gm, "id")
    .replaceAll(/[ \t]+$/gm, "")
    .trim();

describe("the tutorial on adding a sheet", () => {
  const { env, remove } = installation();
  let flows: string;
  beforeAll(() => {
    flows = join(mkdtempSync(join(tmpdir(), "sopir-tutorial-")), "flows");
    cpSync(join(root, "flows"), flows, { recursive: true });
  });
  afterAll(() => {
    remove();
    rmSync(join(flows, ".."), { recursive: true, force: true });
  });

  const write = (block: Block): void => {
    const { judul, isi } = block;
    const path = join(flows, "..", judul);
    const first = blocks.find((one) => one.judul === judul) === block;
    writeFileSync(path, isi, { flag: first ? "w" : "a" });
  };

  it("shows what comes of it", { timeout: 60_000 }, async () => {
    const compared: string[] = [];
    for (const [at, block] of blocks.entries()) {
      if (block.jenis === "yaml" || block.jenis === "txt") write(block);
      if (block.jenis !== "sh") continue;
      const shown = blocks[at + 1];
      expect(shown?.jenis).toBe("text");
      const [npm, script, sopir, dash, ...argv] = block.isi.trim().split(" ");
      expect([npm, script, sopir, dash].join(" ")).toBe("npm run sopir --");
      const ran = await run(
        argv.map((word) => word.replace(/^flows\//, `${flows}/`)),
        {
          flows,
          env,
          lines: shown?.ketik ?? [],
          echo: true,
          now: Date.parse("2027-01-04T08:00:00+08:00"),
        },
      );
      const printed = `${ran.out}${ran.err}`.replaceAll(`${flows}/`, "flows/");
      expect(steady(printed)).toBe(steady(shown?.isi ?? ""));
      compared.push(argv.slice(0, 2).join(" "));
    }
    expect(compared).toEqual([
      "sop import",
      "sop lint",
      "sop lint",
      "sop play",
      "kantor load",
      "berkas open",
      "berkas list",
    ]);
  });
});
