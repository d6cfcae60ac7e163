import { describe, expect, it } from "vitest";
import { Attempts } from "../../../src/app/turn/attempts.ts";
import { systemRandom } from "../../../src/random/random.ts";

const MENIT = 60_000;

describe("tries of invitation codes", () => {
  it("are five in ten minutes for one chat, whatever others do", () => {
    const attempts = new Attempts();
    const tries = Array.from({ length: 7 }, (_, n) => attempts.allow("telegram:1", n * 1_000));
    expect(tries).toEqual([true, true, true, true, true, false, false]);
    expect(attempts.allow("telegram:2", 7_000)).toBe(true);
    expect(attempts.allow("telegram:1", 10 * MENIT + 500)).toBe(true);
    expect(attempts.allow("telegram:1", 10 * MENIT + 600)).toBe(false);
  });

  it("end for everybody for a while once two hundred codes that nobody was given were shown", () => {
    const attempts = new Attempts();
    const last = Array.from({ length: 200 }, (_, n) => {
      expect(attempts.allow(`telegram:${n}`, n)).toBe(true);
      return attempts.wrong(n);
    });
    expect(last.indexOf(true)).toBe(199);
    expect(attempts.allow("telegram:baru", 200)).toBe(false);
    expect(attempts.allow("telegram:baru", 10 * MENIT + 200)).toBe(true);
  });

  it("are not forgotten for one chat because ten thousand others tried", () => {
    const attempts = new Attempts();
    for (let n = 0; n < 9_000; n += 1) attempts.allow(`telegram:${n}`, 0);
    for (let n = 0; n < 5; n += 1) attempts.allow("telegram:sama", 1);
    for (let n = 9_000; n < 18_000; n += 1) attempts.allow(`telegram:${n}`, 2);
    expect(attempts.allow("telegram:sama", 3)).toBe(false);
  });
});

describe("a code", () => {
  it("is drawn evenly from 31 signs that nobody confuses, 54 bits of them", () => {
    const codes = Array.from({ length: 3_000 }, () => systemRandom.kodeUndangan());
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((kode) => /^[2-9A-HJKMNP-Z]{11}$/.test(kode))).toBe(true);
    const count = new Map<string, number>();
    for (const sign of codes.join("")) count.set(sign, (count.get(sign) ?? 0) + 1);
    expect(count.size).toBe(31);
    // 33,000 draws: each sign some 1,065 times, give or take six deviations
    expect(Math.min(...count.values())).toBeGreaterThan(865);
    expect(Math.max(...count.values())).toBeLessThan(1_265);
  });
});
