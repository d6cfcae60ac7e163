import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileStore } from "../../src/store/files.ts";

describe("the file store", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sopir-files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const data = new TextEncoder().encode("bukti dukung");
  const hash = createHash("sha256").update(data).digest("hex");
  const path = () => join(folder, "berkas", hash.slice(0, 2), hash.slice(2));

  it("keeps bytes under their hash and gives them back", async () => {
    const files = createFileStore(folder);
    expect(await files.put(data, "../nota.pdf", "application/pdf")).toEqual({
      hash,
      nama: "../nota.pdf",
      mime: "application/pdf",
      ukuranByte: data.byteLength,
    });
    expect(new Uint8Array((await files.get(hash)) ?? [])).toEqual(data);
    expect(readdirSync(join(folder, "berkas"))).toEqual([hash.slice(0, 2)]);
  });

  it("takes the same bytes again, also many times at once, and leaves nothing beside", async () => {
    const files = createFileStore(folder);
    await Promise.all(Array.from({ length: 8 }, () => files.put(data, "a", "text/plain")));
    expect(readdirSync(join(folder, "berkas", hash.slice(0, 2)))).toEqual([hash.slice(2)]);
  });

  it("mends a damaged file when its bytes come again", async () => {
    const files = createFileStore(folder);
    await files.put(data, "a", "text/plain");
    writeFileSync(path(), "rusak");
    await expect(files.get(hash)).rejects.toThrow(hash);
    await files.put(data, "a", "text/plain");
    expect(await files.get(hash)).not.toBeNull();
  });

  it.each(["0".repeat(64), "", "../../etc/passwd", `${"0".repeat(62)}/.`])(
    "has nothing under %j",
    async (unknown) => {
      expect(await createFileStore(folder).get(unknown)).toBeNull();
    },
  );

  it("keeps an empty file too", async () => {
    const files = createFileStore(folder);
    const { hash: empty, ukuranByte } = await files.put(new Uint8Array(), "kosong", "text/plain");
    expect(ukuranByte).toBe(0);
    expect((await files.get(empty))?.byteLength).toBe(0);
  });
});
