import { defineConfig } from "vitest/config";
import short from "./vitest.config.ts";

const LONGEST_MS = 4 * 3_600_000;

/** The long forms, one after another: each stands beside its short form and shares its driver. */
export default defineConfig({
  test: {
    ...short.test,
    include: ["test/**/*.long.ts"],
    // A long form ends by its counts; this only ends one that hangs.
    testTimeout: LONGEST_MS,
    hookTimeout: LONGEST_MS,
    maxWorkers: 1,
    // Figures are printed as they come, not when the file ends.
    disableConsoleIntercept: true,
  },
});
