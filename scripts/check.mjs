import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";
import { capture } from "./run.mjs";

const checkList = [
  { name: "format", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "types", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "lint", command: ["oxlint", "--type-aware", "-c", ".oxlintrc.json", "."] },
];
const layers = {
  name: "layers",
  command: ["vitest", "run", "--config", "test/vitest.config.ts", "test/architecture"],
};

/** Runs every check, prints each failure in full, and answers the names of those that failed. */
export async function check({ withLayers = true } = {}) {
  const failed = [];
  for (const { name, command } of withLayers ? [...checkList, layers] : checkList) {
    const { code, output } = await capture(command);
    console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name}`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare({ build: false });
  const failed = await check();
  process.exitCode = failed.length === 0 ? 0 : 1;
}
