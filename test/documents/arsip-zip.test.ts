import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import type { IsiZip } from "../../src/app/ports/documents.ts";
import { documents } from "../support/documents.ts";
import { unzip } from "../support/unzip.ts";

const AT_MS = Date.UTC(2027, 0, 8, 3, 0);

const isi = (path: string, ...textList: readonly string[]): IsiZip => ({
  path,
  atMs: AT_MS,
  padatkan: path.endsWith(".txt"),
  async *content() {
    for (const text of textList) yield new TextEncoder().encode(text);
  },
});

describe("an archive as a zip file", () => {
  it("holds every file in the order it was given, with its bytes and its time", async () => {
    const list = [
      isi("naskah/02 b.pdf", "dua"),
      isi("manifest.txt", "isi ", "arsip"),
      isi("kosong"),
    ];
    const found = await unzip(await buffer(documents.zip(list)));
    expect(found.map(({ path, text }) => [path, text])).toEqual([
      ["naskah/02 b.pdf", "dua"],
      ["manifest.txt", "isi arsip"],
      ["kosong", ""],
    ]);
    expect(found.map(({ atMs }) => atMs)).toEqual([AT_MS, AT_MS, AT_MS]);
  });

  it("is the same, byte for byte, when it is made again", async () => {
    const list = [isi("a.txt", "satu"), isi("b.pdf", "dua")];
    const [one, other] = [await buffer(documents.zip(list)), await buffer(documents.zip(list))];
    expect(one.equals(other)).toBe(true);
  });

  it("asks for the next content only when it is read further: it holds no whole file", async () => {
    const asked: string[] = [];
    const piece = new Uint8Array(256_000);
    const list = ["a", "b", "c"].map(
      (path): IsiZip => ({
        ...isi(path),
        async *content() {
          for (let n = 0; n < 8; n += 1) {
            asked.push(`${path}${n}`);
            yield piece;
          }
        },
      }),
    );
    const chunks = documents.zip(list)[Symbol.asyncIterator]();
    await chunks.next();
    expect(asked).not.toContain("b0");
    let size = 0;
    for (let step = await chunks.next(); step.done !== true; step = await chunks.next()) {
      size += step.value.byteLength;
    }
    expect(asked).toHaveLength(24);
    expect(size).toBeGreaterThan(24 * 256_000 - 300_000);
  });

  it("fails when a content does", async () => {
    const broken: IsiZip = {
      ...isi("a"),
      async *content() {
        yield new Uint8Array(3);
        throw new Error("file is missing");
      },
    };
    await expect(buffer(documents.zip([isi("b", "b"), broken, isi("c", "c")]))).rejects.toThrow(
      "file is missing",
    );
  });

  it.each(["../a", "/a", "a/../../b"])("refuses the path %s", async (path) => {
    await expect(buffer(documents.zip([isi(path, "a")]))).rejects.toThrow();
  });

  it("may be empty", async () => {
    expect(await unzip(await buffer(documents.zip([])))).toEqual([]);
  });
});
