import { defineConfig } from "vitest/config";
import short from "./vitest.config.ts";

/** The long forms, one after another: each stands beside its short form and shares its driver. */
export default defineConfig({
  test: {
    ...short.test,
    include: ["test/**/*.long.ts"],
    // A long form ends by its counts; this only ends one that hangs.
    testTimeout: 4 * 3_600_000,
    maxWorkers: 1,
    // Figures are printed as they come, not when the file ends.
    disableConsoleIntercept: true,
  },
});
