import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";
import { capture } from "./run.mjs";

const checkList = [
  { name: "format", command: ["biome", "check", "--error-on-warnings", "."] },
  // Several checkers would each work out the same types: on two processors none is sooner done than one.
  { name: "types", command: ["tsc", "-p", "tsconfig.json", "--singleThreaded"] },
  { name: "lint", command: ["oxlint", "--type-aware", "-c", ".oxlintrc.json", "."] },
];
const layers = {
  name: "layers",
  command: ["vitest", "run", "--config", "test/vitest.config.ts", "test/architecture"],
};

/** For whoever is written in Go, as two of the three are. */
const ONE_PROCESSOR = { GOMAXPROCS: "1" };

/** Runs the checks one after another, tells each failure in full, and answers the names of those that failed. */
async function run(list, { say, aside }) {
  const failed = [];
  for (const { name, command } of list) {
    const { code, output } = await capture(command, aside ? ONE_PROCESSOR : {}, { aside });
    say(`${code === 0 ? "ok    " : "FAILED"}  ${name}`);
    if (code === 0) continue;
    failed.push(name);
    say(output);
  }
  return failed;
}

/**
 * All checks but the layers, which are a test, while the tests run: these wait often enough for others to
 * have the processors. Answers the names of those that failed, and what there is to say of them.
 */
export async function checkAside() {
  const said = [];
  const failed = await run(checkList, { say: (text) => said.push(text), aside: true });
  return { failed, said };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare({ build: false });
  const failed = await run([...checkList, layers], { say: console.log, aside: false });
  process.exitCode = failed.length === 0 ? 0 : 1;
}
