import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTeks } from "../../src/catalog/load-teks.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import { teksSource } from "../../src/catalog/teks-source.ts";

describe("the texts of flows/teks", () => {
  let flows: string;
  beforeAll(() => {
    flows = mkdtempSync(join(tmpdir(), "sopir-teks-"));
    mkdirSync(join(flows, "teks"));
  });
  afterAll(() => rmSync(flows, { recursive: true, force: true }));

  const load = (id: string, en = "{}"): ReturnType<typeof loadTeks> => {
    writeFileSync(join(flows, "teks", "id.yaml"), id);
    writeFileSync(join(flows, "teks", "en.yaml"), en);
    return loadTeks(flows);
  };
  const problemsOf = async (id: string, en?: string): Promise<readonly string[]> => {
    const folder = await load(id, en);
    return folder.kind === "read"
      ? []
      : folder.problems.map((one) => formatProblem(one).slice(join(flows, "teks").length + 1));
  };

  it.each([
    ["an unclosed slot", "a:\n  b: Halo {nama", "id.yaml:2:6: tidak terbaca: EXPECT_ARGUMENT"],
    ["a tag nobody draws", "a:\n  b: <i>Halo</i>", "id.yaml:2:6: <i> tidak dikenal, hanya <b>"],
    ["a plural without its rest", "a:\n  b: '{n, plural, one {x}}'", "id.yaml:2:6: tidak terbaca"],
    ["no text", "a:\n  b: 1", "id.yaml:2:6: b: harus teks: tulis dalam kutip"],
  ])("tell of %s, with its place", async (_, id, expected) => {
    expect((await problemsOf(id))[0]).toContain(expected);
  });

  it.each([
    ["a key only it has", "a:\n  c: Hello", "en.yaml:2:3: tidak ada di id.yaml"],
    ["another slot", "a:\n  b: Hello {name}", "en.yaml:2:6: celahnya name, di id.yaml nama"],
  ])("tell of a language with %s", async (_, en, expected) => {
    expect(await problemsOf("a:\n  b: Halo {nama}, {sapaan}", en)).toEqual([expected]);
  });

  it("may count in one language what is only named in another", async () => {
    expect(
      await problemsOf(
        "a:\n  b: '{n} unit'",
        "a:\n  b: '{n, plural, one {# unit} other {# units}}'",
      ),
    ).toEqual([]);
  });

  it("become the names and slots the code knows them by", async () => {
    const folder = await load(
      "a:\n  b: Halo {sapaan}\n  c-d: '{n, plural, other {#}} {s, select, x {1} other {}} {t}'",
    );
    if (folder.kind === "broken") throw new Error("broken");
    const source = teksSource(folder);
    expect(source).toContain("export const aText = {");
    expect(source).toContain('"b": polos("a.b"),');
    expect(source).toContain('readonly n: number; readonly s: "x" | "other"; readonly t: Isi');
  });
});
