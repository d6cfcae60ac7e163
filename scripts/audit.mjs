// Known faults of what the program is built from, as the registry tells them. Exits 1 for a high one or worse;
// a registry that tells nothing is a warning, or a failure with --strict.
import { capture } from "./run.mjs";

const { code, output } = await capture([
  "npm",
  "audit",
  "--omit=dev",
  "--audit-level=high",
  "--json",
]);
const told = reportIn(output);

if (told === null) {
  console.log("WARNING  the registry tells nothing of known faults; run this where it does");
  process.exitCode = process.argv.includes("--strict") ? 1 : 0;
} else {
  const { critical, high, moderate, low } = told;
  const counts = `${critical} critical, ${high} high, ${moderate} moderate, ${low} low`;
  console.log(
    `${code === 0 ? "ok      " : "FAILED  "} known faults of the production tree: ${counts}`,
  );
  for (const name of told.nameList) console.log(`         ${name}`);
  process.exitCode = code === 0 ? 0 : 1;
}

/** How many there are by weight, and of which packages; null where the answer is no report. */
function reportIn(text) {
  try {
    const { metadata, vulnerabilities } = JSON.parse(text.slice(text.indexOf("{")));
    const nameList = Object.values(vulnerabilities)
      .filter(({ severity }) => severity === "high" || severity === "critical")
      .map(({ name, severity, range }) => `${name} ${range} (${severity})`);
    return { ...metadata.vulnerabilities, nameList };
  } catch {
    return null;
  }
}
