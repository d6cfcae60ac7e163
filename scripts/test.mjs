import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkAside } from "./check.mjs";
import { prepare } from "./prepare.mjs";
import { root, run } from "./run.mjs";

const report = join(root, "node_modules", ".vitest-report.json");

await prepare();
const checking = checkAside();
rmSync(report, { force: true });
const vitest = ["vitest", "run", "--config", "test/vitest.config.ts"];
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const code = await run([...vitest, ...reporters, ...process.argv.slice(2)]);
const { failed: failedChecks, said } = await checking;

for (const text of said) console.log(text);
if (failedChecks.length > 0) console.log(`checks failed: ${failedChecks.join(", ")}`);
console.log(counts());
process.exitCode = code === 0 && failedChecks.length === 0 ? 0 : 1;

function counts() {
  if (!existsSync(report)) return "no test report was written";
  const result = JSON.parse(readFileSync(report, "utf8"));
  // a file that cannot be loaded has no tests to fail, yet it is a failure
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return `${result.numPassedTests} passed, ${result.numFailedTests + broken.length} failed`;
}
