import { describe, expect, it } from "vitest";
import { atHand } from "../../src/documents/at-hand.ts";

/** Makes files that name what they were made from, and tells how often each was made. */
function counted() {
  const made: string[] = [];
  const make = atHand(async ({ isi }: { readonly isi: unknown }) => {
    made.push(String(isi));
    if (isi === "rusak") throw new Error("planned fault");
    return new TextEncoder().encode(String(isi));
  });
  return { made, make };
}

describe("files at hand", () => {
  it("are made once for the same content, also while the first is under way", async () => {
    const { made, make } = counted();
    const [first, second] = await Promise.all([make({ isi: "a" }), make({ isi: "a" })]);
    expect(await make({ isi: "a" })).toBe(first);
    expect(second).toBe(first);
    expect(made).toEqual(["a"]);
  });

  it.each([
    ["another text", "a", "b"],
    ["a figure that is none", null, Number.NaN],
    ["text where a figure was", 1, "1"],
    ["another order", [1, 2], [2, 1]],
  ])("are made anew for %s", async (_, one, other) => {
    const { made, make } = counted();
    await make({ isi: one });
    await make({ isi: other });
    expect(made).toHaveLength(2);
  });

  it("are the last four that were asked for", async () => {
    const { made, make } = counted();
    for (const isi of ["a", "b", "c", "d", "a", "e", "a", "b"]) await make({ isi });
    expect(made).toEqual(["a", "b", "c", "d", "e", "b"]);
  });

  it("are not kept where one could not be made", async () => {
    const { made, make } = counted();
    for (const _ of [1, 2]) await expect(make({ isi: "rusak" })).rejects.toThrow("planned fault");
    expect(made).toEqual(["rusak", "rusak"]);
  });
});
