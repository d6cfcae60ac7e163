import { assert, jsonValue, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, contentHash } from "../../src/catalog/canonical.ts";

describe("the hash of a content", () => {
  it("does not depend on the order of keys or on keys without a value", () => {
    const one = contentHash({ a: 1, b: [{ c: 2, d: undefined }] });
    expect(contentHash({ b: [{ c: 2 }], a: 1 })).toBe(one);
    expect(contentHash({ b: [{ c: 3 }], a: 1 })).not.toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is that of a JSON that reads back as the same value", () => {
    assert(
      property(jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
