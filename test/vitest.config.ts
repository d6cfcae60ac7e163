import { statSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * What takes longest, from the longest on. Begun late, one of them would keep one worker busy while the
 * others have nothing left to do. A file that is not told of here comes after them, the larger the sooner.
 */
const longest = [
  "e2e/crash/crash.test.ts",
  "e2e/operasi.test.ts",
  "documents/dokumen.test.ts",
  "e2e/browser/office-day.test.ts",
  "e2e/dua-proses.test.ts",
  "e2e/kemlagi.test.ts",
  "store/move.test.ts",
  "e2e/fitur.test.ts",
  "e2e/cadangan.test.ts",
  "e2e/browser/first-run.test.ts",
];

const sizeOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}`));
  return at === -1 ? statSync(moduleId).size : Number.MAX_SAFE_INTEGER - at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  }
}

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    environment: "node",
    globalSetup: "scripts/test-setup.mjs",
    // One worker keeps what it has loaded from file to file; tests leave nothing behind in modules.
    isolate: false,
    // A test fails for what it sees, not for how fast the machine is.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores are busy with two: a third one makes all three slower.
    maxWorkers: 2,
    execArgv: [
      // As the program runs: Prisma's compiler of queries, made faster anew for each store that is opened, costs
      // a third of a walk through a sheet.
      "--liftoff-only",
      // Most code runs for moments: making it faster waits for what goes on for longer, and so does looking for
      // what can be forgotten. A tenth of a walk.
      "--interrupt-budget=600000",
      "--min-semi-space-size=16",
      "--max-semi-space-size=64",
    ],
    sequence: { sequencer: LongestFirst },
  },
});
