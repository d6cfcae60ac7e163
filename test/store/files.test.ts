import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
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

  it("destroys a file for good, tells that from a loss, and takes its bytes again", async () => {
    const files = createFileStore(folder);
    await files.put(data, "a", "text/plain");
    expect(await files.isDestroyed(hash)).toBe(false);
    await files.destroy(hash);
    expect(await files.get(hash)).toBeNull();
    expect([await files.verify(hash), await files.isDestroyed(hash)]).toEqual([
      "dimusnahkan",
      true,
    ]);
    await files.destroy(hash);
    await files.put(data, "a", "text/plain");
    expect([await files.verify(hash), await files.isDestroyed(hash)]).toEqual(["utuh", false]);
    rmSync(path());
    expect(await files.verify(hash)).toBe("hilang");
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

  it("takes bytes piece by piece and gives them back so", async () => {
    const files = createFileStore(folder);
    const stored = await files.putStream(pieces("bukti ", "dukung"), "nota.pdf", "application/pdf");
    expect(stored).toEqual({
      hash,
      nama: "nota.pdf",
      mime: "application/pdf",
      ukuranByte: data.byteLength,
    });
    expect(await textOf(files.read(hash))).toBe("bukti dukung");
    expect(await files.size(hash)).toBe(data.byteLength);
    expect(readdirSync(join(folder, "berkas", "masuk"))).toEqual([]);
  });

  it("keeps nothing of bytes that break off", async () => {
    const files = createFileStore(folder);
    await expect(files.putStream(broken(), "a", "text/plain")).rejects.toThrow("putus");
    expect(readdirSync(join(folder, "berkas"))).toEqual(["masuk"]);
    expect(readdirSync(join(folder, "berkas", "masuk"))).toEqual([]);
  });

  it("clears away what a process that was killed left behind, and nothing that is under way", async () => {
    const files = createFileStore(folder);
    await files.putStream(pieces("a"), "a", "text/plain");
    const [old, fresh] = ["lama", "baru"].map((name) => join(folder, "berkas", "masuk", name));
    for (const path of [old, fresh]) writeFileSync(path ?? "", "setengah");
    utimesSync(old ?? "", 1, 1);
    await files.putStream(pieces("b"), "b", "text/plain");
    expect(readdirSync(join(folder, "berkas", "masuk"))).toEqual(["baru"]);
  });

  it("tells whether a file is as it was put", async () => {
    const files = createFileStore(folder);
    expect(await files.verify(hash)).toBe("hilang");
    expect(await files.verify("../../etc/passwd")).toBe("hilang");
    await files.put(data, "a", "text/plain");
    expect(await files.verify(hash)).toBe("utuh");
    writeFileSync(path(), "rusak");
    expect(await files.verify(hash)).toBe("berubah");
    await expect(textOf(files.read(hash))).rejects.toThrow(hash);
    rmSync(path());
    expect(await files.verify(hash)).toBe("hilang");
    expect(await files.size(hash)).toBeNull();
    await expect(textOf(files.read(hash))).rejects.toThrow();
  });

  it("keeps an empty file too", async () => {
    const files = createFileStore(folder);
    const { hash: empty, ukuranByte } = await files.put(new Uint8Array(), "kosong", "text/plain");
    expect(ukuranByte).toBe(0);
    expect((await files.get(empty))?.byteLength).toBe(0);
  });
});

async function* broken(): AsyncGenerator<Uint8Array> {
  yield* pieces("bukti ");
  throw new Error("putus");
}

async function* pieces(...textList: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of textList) yield new TextEncoder().encode(text);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
  return text;
}
