import { assert, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { bacaSidik, sidikCatatan } from "../../../src/core/rekap/sidik.ts";

const hex = uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) =>
  Buffer.from(bytes).toString("hex"),
);

describe("the digest of a log", () => {
  it("is five groups of five signs, the first 125 bits of the hash", () => {
    expect(sidikCatatan({ hash: "0".repeat(64) })).toBe("00000-00000-00000-00000-00000");
    expect(sidikCatatan({ hash: "f".repeat(64) })).toBe("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ");
    expect(sidikCatatan({ hash: `${"0".repeat(31)}8${"f".repeat(32)}` })).toBe(
      "00000-00000-00000-00000-00001",
    );
  });

  it("differs where the hash differs in any of these bits", () => {
    assert(
      property(hex, hex, (a, b) => {
        const same = BigInt(`0x${a}`) >> 131n === BigInt(`0x${b}`) >> 131n;
        expect(sidikCatatan({ hash: a }) === sidikCatatan({ hash: b })).toBe(same);
      }),
    );
  });

  it("is read back however it was copied", () => {
    assert(
      property(hex, (hash) => {
        const sidik = sidikCatatan({ hash });
        const written = [
          sidik,
          sidik.toLowerCase(),
          sidik.replaceAll("-", ""),
          sidik.replaceAll("-", " – "),
          ` ${sidik.replaceAll("0", "O").replaceAll("1", "l")}\n`,
        ];
        expect(written.map(bacaSidik)).toEqual(written.map(() => sidik));
      }),
    );
  });

  it.each([
    "",
    "00000-00000-00000-00000-0000",
    "00000-00000-00000-00000-000000",
    "U0000-00000-00000-00000-00000",
  ])("is not %j", (teks) => {
    expect(bacaSidik(teks)).toBeNull();
  });
});
