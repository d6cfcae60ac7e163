import { describe, it } from "vitest";
import { figures, seeded } from "../support/endurance.ts";
import { fuzzFiles } from "./fuzz-files.ts";

const PARTS = 20;
const FILES = 1_000;

describe("twenty thousand files that are not as they should be", () => {
  it("are read or refused within bounded memory, and throw nothing", () =>
    seeded(async (seed) => {
      const beganMs = Date.now();
      const sum = { files: 0, slowestMs: 0, peakMb: 0, seconds: 0 };
      for (let part = 0; part < PARTS; part += 1) {
        const read = await fuzzFiles(seed + part, FILES);
        sum.files += read.files;
        sum.slowestMs = Math.max(sum.slowestMs, read.slowestMs);
        sum.peakMb = Math.max(sum.peakMb, read.peakMb);
        sum.seconds = Math.round((Date.now() - beganMs) / 1_000);
        figures("fuzz, files", sum);
      }
    }));
});
