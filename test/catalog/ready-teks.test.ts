import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyKamus } from "../../src/catalog/ready-teks.ts";
import { kamus } from "../support/teks.ts";

const flows = fileURLToPath(new URL("../../flows", import.meta.url));

describe("texts that were made ready", () => {
  let changed: string;
  beforeAll(() => {
    changed = mkdtempSync(join(tmpdir(), "sopir-teks-"));
    cpSync(join(flows, "teks"), join(changed, "teks"), { recursive: true });
    writeFileSync(join(changed, "teks", "en.yaml"), "isian: {}\n");
  });
  afterAll(() => rmSync(changed, { recursive: true }));

  it("are those that would be read", async () => {
    const ready = await readyKamus(flows);
    for (const bahasa of ["id", "en"] as const) {
      for (const [kunci, kalimat] of kamus[bahasa]) {
        expect(ready?.[bahasa].get(kunci)?.getAst()).toEqual(kalimat.getAst());
      }
      expect(ready?.[bahasa].get("tidak.ada")).toBeUndefined();
    }
  });

  it("are left aside where a file is another one", async () => {
    expect(await readyKamus(changed)).toBeNull();
  });
});
