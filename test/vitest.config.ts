import { defineConfig } from "vitest/config";

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
    maxWorkers: 2,
  },
});
