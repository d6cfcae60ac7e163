import { describe, expect, it } from "vitest";
import { seeded } from "../support/endurance.ts";
import { fuzzFiles } from "./fuzz-files.ts";

describe("files that are not as they should be", () => {
  it(
    "are read or refused within bounded memory, and throw nothing",
    () =>
      seeded(async (seed) => {
        expect(await fuzzFiles(seed, 50)).toMatchObject({ files: 50 });
      }),
    600_000,
  );
});
