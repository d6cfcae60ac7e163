// npm run bench [workload …] [--rounds=N]: builds, installs what sopir is measured against, measures.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { capture, root } from "./run.mjs";

await prepare();
// only now: it needs a package that is installed above
const { buildBeside } = await import("./build.mjs");
await buildBeside("bench/parts.ts");
await install();
const { main } = await import("../bench/run.mjs");
await main(process.argv.slice(2));

async function install() {
  const dir = join(root, "bench");
  const present = join(dir, "node_modules", ".package-lock.json");
  const wanted = versionsOf(join(dir, "package-lock.json"));
  if (existsSync(present) && versionsOf(present) === wanted) return;
  const { code, output } = await capture(["npm", "ci", "--prefix", dir]);
  if (code !== 0) throw new Error(output);
}

/** Every package with its version, as one text to compare. */
function versionsOf(file) {
  const { "": _, ...packages } = JSON.parse(readFileSync(file, "utf8")).packages;
  return Object.keys(packages)
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => `${name}@${packages[name].version}`)
    .join(" ");
}
